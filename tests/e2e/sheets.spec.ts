import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { fillSignIn, signUpResident } from '#tests/support/visitors.ts';

const t = translator('en');
const LESSON = '/en/courses/first-hour-neighbours/household-plan';
const OWN = '/en/my/sheets/first-hour-neighbours/household-plan/household-plan';

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a resident fills in a household plan, keeps it through sign-in, changes, downloads and deletes it', async ({
    page,
    browser,
  }) => {
    const account = await signUpResident(page, 'en');
    const guest = await browser.newContext({ javaScriptEnabled: false });
    const visitor = await guest.newPage();
    await visitor.goto(LESSON);
    const sheet = visitor.getByRole('region', { name: 'Our household plan' });
    await sheet.getByLabel('Name, Row 1', { exact: true }).fill('Mr Park <b>upstairs</b>');
    await sheet.getByLabel(/^Tablets a day/).fill('4');
    await sheet.getByRole('button', { name: t('sheet.show') }).click();
    await expect(sheet.getByRole('status')).toHaveText('28 tablets');
    await sheet
      .getByRole('button', { name: t('sheet.more-rows') })
      .last()
      .click();
    await expect(sheet.getByLabel('Name, Row 3', { exact: true })).toBeVisible();
    await sheet.getByLabel(/^Tablets a day/).fill('four');
    await sheet.getByRole('button', { name: t('sheet.show') }).click();
    await expect(sheet.getByRole('alert')).toContainText(t('problem.sheet-number-unclear'));
    await expect(sheet.getByLabel(/^Tablets a day/)).toHaveValue('four');
    await sheet.getByLabel(/^Tablets a day/).fill('4');
    await sheet.getByRole('button', { name: t('sheet.keep-signed-out') }).click();
    await fillSignIn(visitor, account, 'en');
    await visitor.getByRole('button', { name: t('shell.pending.send') }).click();
    await expect(visitor).toHaveURL(/#sheet-household-plan$/);
    await expect(sheet.getByLabel('Name, Row 1', { exact: true })).toHaveValue(
      'Mr Park <b>upstairs</b>',
    );
    await guest.close();

    await page.goto('/en/my/sheets');
    await page.getByRole('link', { name: 'Our household plan' }).click();
    await expect(page.getByRole('cell', { name: 'Mr Park <b>upstairs</b>' })).toBeVisible();
    await page.getByRole('link', { name: t('sheet.edit') }).click();
    await page.getByLabel(/^Meeting point one/).fill('Under the ginkgo');
    await page.getByRole('button', { name: t('sheet.keep-again') }).click();
    await expect(page).toHaveURL(`${OWN}#main`);
    await expect(page.getByText('Under the ginkgo')).toBeVisible();
    const csv = await page.request.get(`${OWN}/sheet.csv`);
    expect(await csv.text()).toContain('Under the ginkgo');
    const text = await page.request.get(`${OWN}/sheet.txt`);
    expect(await text.text()).toContain('Mr Park <b>upstairs</b>');
    await page.getByText(t('sheet.delete'), { exact: true }).click();
    await page.getByRole('button', { name: t('sheet.delete.act') }).click();
    await expect(page.getByRole('status')).toHaveText(t('sheet.deleted'));
    expect((await page.goto(OWN))?.status()).toBe(404);
  });

  test('nobody sees the sheet of somebody else', async ({ page }) => {
    await page.goto(OWN);
    await expect(page).toHaveURL(/sign-in/);
    await signUpResident(page, 'en');
    for (const path of [OWN, `${OWN}/sheet.csv`, `${OWN}/sheet.txt`]) {
      expect((await page.request.get(path)).status()).toBe(404);
    }
  });
});

test('with a script results follow the typing, and what was typed outlives a reload', async ({
  page,
}) => {
  await signUpResident(page, 'en');
  await page.goto(LESSON);
  const sheet = page.getByRole('region', { name: 'Our household plan' });
  await sheet.getByLabel(/^Tablets a day/).fill('3');
  await expect(sheet.getByRole('status')).toHaveText('21 tablets');
  await page.reload();
  await expect(sheet.getByLabel(/^Tablets a day/)).toHaveValue('3');
  await expect(sheet.getByText(t('sheet.draft'))).toBeVisible();
  await sheet.getByRole('button', { name: t('sheet.keep'), exact: true }).click();
  await expect(sheet.getByText(t('sheet.draft'))).toBeHidden();
  await expect(sheet.getByRole('status')).toHaveText('21 tablets');
});
