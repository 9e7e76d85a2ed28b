import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { library, studyLesson } from '#tests/support/questions.ts';
import { signInAs } from '#tests/support/visitors.ts';

/** Short, so that the story is; its lessons are of the same kinds as all others. */
const COURSE = 'start-here-officials';
const t = translator('ko');

test('a civil servant starts a course, studies every lesson, completes it and sees why', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const course = (await library()).courses.find(({ id }) => id === COURSE);
  await signInAs(page, 'haneul');
  await page.goto('/ko/courses');
  await page
    .getByRole('link', { name: course?.title.ko ?? '' })
    .first()
    .click();
  await page.getByRole('button', { name: t('learning.enrol') }).click();
  await expect(page.getByText(t('learning.percent', { percent: 0 }))).toBeVisible();

  for (const { id, words } of course?.lessons ?? []) {
    const title = words.ko.title;
    await page.getByRole('link', { name: t('learning.continue', { title }) }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await studyLesson(page, { course: COURSE, lesson: id, locale: 'ko' });
    await page.getByRole('link', { name: t('learning.to-course') }).click();
  }

  const standing = page.getByRole('complementary', { name: t('learning.why.state') });
  await expect(standing.getByText(t('learning.state.complete'))).toBeVisible();
  await page.getByRole('link', { name: t('learning.why', { percent: 100 }) }).click();
  await expect(page.getByText(t('learning.why.missing-none'))).toBeVisible();
  await expect(page.getByText(t('learning.why.open'), { exact: true })).toHaveCount(0);

  await page.goto('/ko/my/record');
  const [first] = course?.lessons ?? [];
  const entry = t('learning.record.read', { what: first?.words.ko.title ?? '' });
  await expect(page.getByRole('listitem').filter({ hasText: entry })).toBeVisible();
});

test('halfway, the why page names what is left and leads to it', async ({ page }) => {
  await signInAs(page, 'haneul');
  await page.goto('/ko/courses/ready-respond-recover/why');
  const left = page.getByRole('heading', { name: t('learning.why.missing'), exact: true });
  await expect(left).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`: ${t('learning.why.read')}$`) })
    .first()
    .click();
  await expect(page).toHaveURL(/\/courses\/ready-respond-recover\/[a-z-]+$/);
  await expect(page.getByRole('button', { name: t('learning.read') })).toBeVisible();
});
