import { expect, test } from '#tests/support/browser.ts';
import {
  leaveWhatCanBePrinted,
  lessonOnPage,
  prefixIds,
  turnListsIntoLines,
} from '../../src/cli/book/in-browser.ts';

test('two lessons stand in one book without sharing ids, and nothing asks for a click', async ({
  page,
}) => {
  const articles: string[] = [];
  for (const [at, lesson] of ['heat-and-rain', 'household-plan'].entries()) {
    await page.goto(`/ko/courses/first-hour-neighbours/${lesson}`);
    await page.evaluate(leaveWhatCanBePrinted);
    await page.evaluate(turnListsIntoLines);
    await page.evaluate(prefixIds, `l${at}-`);
    articles.push((await page.evaluate(lessonOnPage)).article);
  }
  await page.setContent(articles.join(''));
  await expect(page.locator('h1')).toHaveCount(2);
  await expect(page.locator('form, select, button, script, [popover]')).toHaveCount(0);
  const { ids, lost } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    lost: [...document.querySelectorAll('[href^="#"], [for]')]
      .map((one) => one.getAttribute('for') ?? one.getAttribute('href')?.slice(1) ?? '')
      .filter((id) => document.getElementById(id) === null),
  }));
  expect(ids.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
  expect(lost).toEqual([]);
});
