import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import {
  check,
  fillIn,
  library,
  questionAt,
  questionsOf,
  studyLesson,
} from '#tests/support/questions.ts';
import { fillSignIn, signUpResident } from '#tests/support/visitors.ts';

const COURSE = 'use-it-check-it-help';
/** Short, so that the story of a whole course is. */
const SHORT_COURSE = 'start-here-residents';
const t = translator('en');

async function lessonsOf(course: string): Promise<string[]> {
  const found = (await library()).courses.find(({ id }) => id === course);
  return found?.lessons.map(({ id }) => id) ?? [];
}

test('a resident signs up without an e-mail address, takes a course and completes it', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signUpResident(page, 'en');
  const lessons = await lessonsOf(SHORT_COURSE);
  await page.goto(`/en/courses/${SHORT_COURSE}/${lessons[0]}`);
  for (const lesson of lessons) {
    await studyLesson(page, { course: SHORT_COURSE, lesson, locale: 'en' });
    const onward = page.getByRole('link', { name: /^Next: / });
    if (await onward.isVisible()) await onward.click();
  }
  await expect(page.getByText(t('learning.course-done'))).toBeVisible();
});

test('whoever comes back finds the last answer with its reason and may try again', async ({
  page,
}) => {
  await signUpResident(page, 'en');
  const [lesson = ''] = await lessonsOf(COURSE);
  const questions = await questionsOf(COURSE, lesson);
  const at = questions.findIndex(({ type }) => type === 'single');
  const item = questions[at];
  if (item?.type !== 'single') throw new Error('the lesson has no question with one answer');
  const wrong = item.choices.find(({ correct }) => !correct);
  await page.goto(`/en/courses/${COURSE}/${lesson}`);
  const question = questionAt(page, at + 1, 'en');
  const choice = question.getByRole('radio', { name: wrong?.text.en ?? '', exact: true });
  await choice.check();
  await check(question, 'en');
  await expect(question.getByText(wrong?.rationale.en ?? '')).toBeVisible();

  await page.goto('/en/courses');
  await page.goto(`/en/courses/${COURSE}/${lesson}`);
  await expect(choice).toBeChecked();
  await expect(question.getByRole('heading', { name: t('assessment.wrong') })).toBeVisible();
  await fillIn(question, item, 'en');
  await check(question, 'en');
  await expect(question.getByRole('heading', { name: t('assessment.right') })).toBeVisible();
});

test('an answer given before signing in is kept and checked afterwards', async ({ page }) => {
  const visitor = await signUpResident(page, 'en');
  await page.context().clearCookies();
  const [lesson = ''] = await lessonsOf(COURSE);
  const [item] = await questionsOf(COURSE, lesson);
  if (!item) throw new Error('the lesson has no question');
  await page.goto(`/en/courses/${COURSE}/${lesson}`);
  const question = questionAt(page, 1, 'en');
  await fillIn(question, item, 'en');
  await check(question, 'en');
  await expect(page.getByRole('heading', { name: t('shell.pending.title') })).toBeVisible();
  await fillSignIn(page, visitor, 'en');
  await page.getByRole('button', { name: t('shell.pending.send') }).click();
  await expect(question.getByRole('heading', { name: t('assessment.right') })).toBeVisible();
});

test('leaving a course keeps what was done, and taking it up again goes on from there', async ({
  page,
}) => {
  await signUpResident(page, 'en');
  const [lesson = ''] = await lessonsOf(COURSE);
  await page.goto(`/en/courses/${COURSE}/${lesson}`);
  await page.getByRole('button', { name: t('learning.read') }).click();
  await page.goto(`/en/courses/${COURSE}`);
  const percent = page.getByText(/\d+% done/).first();
  const before = await percent.textContent();
  await page.getByText(t('learning.leave'), { exact: true }).first().click();
  await page.getByRole('button', { name: t('learning.leave') }).click();
  await expect(page.getByText(/You left this course/)).toBeVisible();
  await page.getByRole('button', { name: t('learning.enrol.again') }).click();
  await expect(page.getByText(/You left this course/)).toHaveCount(0);
  expect(await percent.textContent()).toBe(before);
});
