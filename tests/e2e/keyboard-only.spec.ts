import type { Locator, Page } from '@playwright/test';
import { demoPassword } from '#features/identity/demo.ts';
import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { library, questionAt, questionsOf } from '#tests/support/questions.ts';

const t = translator('ko');
const COURSE = 'services-that-hold';
const MOST_TABS = 120;

/** Goes on with Tab until something has the focus; every stop on the way must show that it has it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_TABS; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      return { html: focused.outerHTML.slice(0, 120), outlineStyle, outlineWidth };
    });
    if (stop !== null) {
      expect(stop, 'Whatever has the focus must show it.').toMatchObject({ outlineStyle: 'solid' });
      expect(Number.parseFloat(stop.outlineWidth)).toBeGreaterThanOrEqual(2);
    }
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target} cannot be reached with ${MOST_TABS} steps of the Tab key`);
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/ko/sign-in');
  await tabTo(page, page.getByLabel(t('identity.login'), { exact: true }));
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(demoPassword(login));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ko\/my$/);
}

test('the first stop on every page leads past the menu', async ({ page }) => {
  await page.goto('/ko/courses');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: t('shell.skip') });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(
    () => document.activeElement?.closest('main') !== null && document.activeElement?.tagName,
  );
  expect(focused).toBe('A');
});

test('a civil servant starts a course, answers a question and goes on, with the keyboard alone', async ({
  page,
}) => {
  const course = (await library()).courses.find(({ id }) => id === COURSE);
  const lesson = course?.lessons[0];
  const questions = await questionsOf(COURSE, lesson?.id ?? '');
  const at = questions.findIndex(({ type }) => type === 'single');
  const item = questions[at];
  if (item?.type !== 'single') throw new Error('the lesson has no question with one answer');

  await signIn(page, 'kyungho');
  await tabTo(page, page.getByRole('link', { name: course?.title.ko ?? '', exact: true }).first());
  await page.keyboard.press('Enter');
  const enrol = page.getByRole('button', { name: t('learning.enrol') });
  await expect(enrol).toBeVisible();
  await tabTo(page, enrol);
  await page.keyboard.press('Space');
  const onward = page.getByRole('link', {
    name: t('learning.continue', { title: lesson?.words.ko.title ?? '' }),
  });
  await expect(onward).toBeVisible();
  await tabTo(page, onward);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson?.words.ko.title ?? '');

  const question = questionAt(page, at + 1, 'ko');
  await tabTo(page, question.getByRole('radio').first());
  await page.keyboard.press('Space');
  const right = item.choices.find(({ correct }) => correct)?.text.ko ?? '';
  const wanted = question.getByRole('radio', { name: right, exact: true });
  for (const _ of item.choices) {
    if (await wanted.isChecked()) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(wanted).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(question.getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question.getByRole('heading', { name: t('assessment.right') })).toBeVisible();
  await expect(question).toBeInViewport();

  // Focus goes on from the question that was answered, not from the top of the page.
  await page.keyboard.press('Tab');
  const isBeside = await question.evaluate((section) => {
    const focused = document.activeElement;
    return focused !== null && (section.contains(focused) || !precedes(focused, section));
    function precedes(one: Element, other: Element): boolean {
      return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
    }
  });
  expect(isBeside).toBe(true);
});

test('a civil servant takes a decision in a scenario with the keyboard alone', async ({ page }) => {
  const scenario = (await library()).scenarios.find(({ id }) => id === 'heatwave-closure');
  const title = scenario?.words.ko['title']?.label ?? '';
  await signIn(page, 'kyungho');
  const menu = page.getByRole('navigation', { name: t('shell.menu') });
  await tabTo(page, menu.getByRole('link', { name: t('shell.scenarios') }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('scenario.list'));
  await tabTo(page, page.getByRole('link', { name: title, exact: true }));
  await page.keyboard.press('Enter');
  const begin = page.getByRole('button', { name: t('scenario.begin'), exact: true });
  await expect(begin).toBeVisible();
  await tabTo(page, begin);
  await page.keyboard.press('Enter');
  const choices = page.getByRole('group', { name: t('scenario.play.question') });
  const first = choices.getByRole('button').first();
  await expect(first).toBeVisible();
  const label = (await first.innerText()).trim();
  await tabTo(page, first);
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('scenario.play.chosen', { label }))).toBeVisible();
  await tabTo(page, choices.getByRole('button').last());
});
