import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { fillSignIn, signInAs, signUpResident } from '#tests/support/visitors.ts';

const t = translator('ko');

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('two accounts of one person become one, the other says why it is closed, and all of it is undone', async ({
    page,
    browser,
    baseURL,
  }) => {
    const kept = await signUpResident(page);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const second = await context.newPage();
    const other = await signUpResident(second);

    const officeContext = await browser.newContext({ javaScriptEnabled: false });
    const office = await officeContext.newPage();
    await signInAs(office, 'jun');
    await office.goto(`/ko/admin/people?search=${kept.login}`);
    await office.getByRole('main').getByRole('link', { name: '봄이' }).click();
    await office.getByRole('link', { name: t('merging.link') }).click();
    const { pathname } = new URL(office.url());
    await office.getByLabel(t('merging.login')).fill(other.login);
    await office.getByRole('button', { name: t('merging.look') }).click();
    const accounts = office.getByRole('table', { name: t('merging.two-accounts') });
    await expect(accounts.getByRole('row', { name: other.login })).toContainText(
      t('merging.closes'),
    );
    await office.getByLabel(t('merging.reason')).fill('창구에서 본인을 확인했습니다.');
    await office.getByRole('button', { name: t('merging.act'), exact: true }).click();
    await expect(office.getByRole('status')).toHaveText(t('merging.done.merged'));

    await second.goto('/ko/my');
    await expect(second).toHaveURL(/sign-in/);
    await fillSignIn(second, other, 'ko');
    await expect(second.getByRole('alert')).toContainText(t('problem.account-merged'));

    const headers = { origin: baseURL ?? '' };
    for (const path of [pathname, new URL(office.url()).pathname]) {
      expect((await page.request.get(path)).status()).toBe(403);
      const sent = await page.request.post(path, { headers, form: { reason: 'x' } });
      expect(sent.status()).toBe(403);
    }

    await office.getByLabel(t('merging.reason')).fill('쌍둥이였습니다.');
    await office.getByRole('button', { name: t('merging.undo') }).click();
    await expect(office.getByRole('status')).toHaveText(t('merging.done.undone'));
    await fillSignIn(second, other, 'ko');
    await expect(second).toHaveURL(/\/my$/);
    await context.close();
    await officeContext.close();
  });
});
