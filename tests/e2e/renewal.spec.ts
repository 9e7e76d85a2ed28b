import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { check, fillIn, questionAt, questionsOf } from '#tests/support/questions.ts';
import { signInAs } from '#tests/support/visitors.ts';

const PLACE = { course: 'agree-act-account', lesson: 'buy-for-value' };
const ASKED = 'after-opening';
const t = translator('en');

test('somebody who finished a course takes up the section that changed, and only that', async ({
  page,
}) => {
  await signInAs(page, 'eunji');
  await page.goto(`/en/courses/${PLACE.course}/changes`);
  await expect(page.getByText(t('changes.progress', { done: 0, total: 1 }))).toBeVisible();
  await page.getByRole('link', { name: t('changes.begin') }).click();
  await expect(page.getByRole('complementary', { name: t('changes.mark') })).toBeVisible();

  const items = await questionsOf(PLACE.course, PLACE.lesson);
  const at = items.findIndex(({ id }) => id === ASKED);
  const item = items[at];
  expect(item).toBeDefined();
  const question = questionAt(page, at + 1, 'en');
  await expect(question.getByText(t('changes.asked-again'))).toBeVisible();
  if (item) await fillIn(question, item, 'en');
  await check(question, 'en');
  await expect(question.getByRole('heading', { name: t('assessment.right') })).toBeVisible();
  await page.getByRole('button', { name: t('changes.read-again') }).click();
  await expect(page.getByText(t('changes.required.done'))).toBeVisible();
  await expect(page.getByRole('complementary', { name: t('changes.mark') })).toHaveCount(0);

  await page.goto('/en/my');
  const title = page.getByRole('heading', { name: 'Social value, renewed every year' });
  await expect(title.locator('..').getByText(/^Finished on/)).toBeVisible();
});
