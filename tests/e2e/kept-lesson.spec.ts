import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { signUpResident } from '#tests/support/visitors.ts';

test.use({ javaScriptEnabled: false });
const t = translator('en');
const LESSON = '/en/courses/first-hour-neighbours/household-plan';

test('a lesson that was looked at before shows at once what was done since, in another tab too', async ({
  page,
  context,
}) => {
  await signUpResident(page, 'en');
  await page.goto(LESSON);
  const other = await context.newPage();
  await other.goto(LESSON);
  const ids = async (tab: typeof page) =>
    Promise.all((await tab.locator('[name=eventId]').all()).map((field) => field.inputValue()));
  const [first, second] = [await ids(page), await ids(other)];
  expect(first.length).toBeGreaterThan(1);
  expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
  await other.getByRole('button', { name: t('learning.read') }).click();
  await page.goto(LESSON);
  await expect(page.getByRole('button', { name: t('learning.read') })).toBeHidden();
  await page
    .getByRole('banner')
    .getByRole('button', { name: t('shell.sign-out') })
    .click();
  await page.goto(LESSON);
  await expect(
    page.getByRole('banner').getByRole('link', { name: t('shell.sign-in') }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: t('learning.read') })).toBeVisible();
});
