import type { Page } from '@playwright/test';
import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { library } from '#tests/support/questions.ts';
import { signUpResident } from '#tests/support/visitors.ts';

test.use({ javaScriptEnabled: false });
const t = translator('en');
const COURSE = '/en/courses/first-hour-neighbours';

test('a resident takes the final assessment, leaves it, goes on and reads how it went, without a script', async ({
  page,
}) => {
  await page.goto(`${COURSE}/assessment`);
  await expect(page).toHaveURL(/sign-in/);
  await signUpResident(page, 'en');
  await page.goto(COURSE);
  await page.getByRole('link', { name: t('assessment.final.begin') }).click();
  const course = (await library()).courses.find(({ id }) => id === 'first-hour-neighbours');
  const total = course?.finalItems ?? 0;
  expect(total).toBeGreaterThan(3);
  await page.getByRole('button', { name: t('assessment.final.next') }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  for (let n = 1; n <= total; n += 1) {
    await expect(page.getByText(t('assessment.final.place', { n, total }))).toBeVisible();
    await answerSomehow(page);
    if (n === 2) {
      await page.getByRole('link', { name: t('assessment.final.later') }).click();
      await page.getByRole('link', { name: t('assessment.final.go-on') }).click();
    }
  }
  await expect(page.getByRole('heading', { name: t('assessment.final.result') })).toBeVisible();
  await expect(page.getByRole('table').getByRole('row')).not.toHaveCount(1);
  await page.getByRole('link', { name: t('assessment.final.again') }).click();
  await expect(page.getByText(t('assessment.final.place', { n: 1, total }))).toBeVisible();
});

/** Any answer that can be scored will do. */
async function answerSomehow(page: Page): Promise<void> {
  const form = page.getByRole('main').locator('form');
  const lists = await form.getByRole('combobox').all();
  for (const [at, list] of lists.entries()) {
    const count = await list.getByRole('option').count();
    await list.selectOption({ index: 1 + (at % (count - 1)) });
  }
  const choices = form.locator('input[type=radio], input[type=checkbox]');
  if ((await choices.count()) > 0) await choices.first().check();
  const number = form.locator('input[inputmode=decimal]');
  if ((await number.count()) > 0) await number.fill('7');
  await form.getByRole('button').click();
}
