import { translator } from '#i18n/index.ts';
import { expect, test, watch } from '#tests/support/browser.ts';
import { signInAs } from '#tests/support/visitors.ts';

const t = translator('ko');

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an official gets a certificate, a stranger checks it, and when it is given up everybody is told', async ({
    page,
    browser,
  }) => {
    await signInAs(page, 'junho');
    await page.goto('/ko/my/certificates');
    await page
      .getByRole('button', { name: t('credential.ask') })
      .first()
      .click();
    await expect(page.getByRole('status')).toHaveText(t('credential.one.issued'));
    await expect(page.getByRole('img', { name: t('credential.qr') })).toBeVisible();
    const mine = new URL(page.url()).pathname;
    const id = mine.split('/').at(-1) ?? '';
    const pdf = await page.request.get(`${mine}/certificate.pdf`);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

    const outside = await browser.newContext({ javaScriptEnabled: false });
    const faults = watch(outside);
    const stranger = await outside.newPage();
    await stranger.goto(`/ko/verify/${id}`);
    await expect(stranger.getByRole('status')).toContainText(t('credential.verdict.valid'));
    await expect(stranger.getByRole('main')).toContainText('이준호');
    const json = await (await stranger.request.get(`/credentials/${id}`)).text();
    await stranger.getByRole('link', { name: t('credential.verify.another') }).click();
    const file = { name: `${id}.json`, mimeType: 'application/json', buffer: Buffer.from(json) };
    await stranger.getByLabel(t('credential.verify.file')).setInputFiles(file);
    await stranger.getByRole('button', { name: t('credential.verify.check') }).click();
    await expect(stranger.getByRole('status')).toContainText(t('credential.verdict.valid'));
    await stranger.getByRole('link', { name: t('credential.verify.another') }).click();
    await stranger.getByLabel(t('credential.verify.given')).fill(json.replace('이준호', '이준수'));
    await stranger.getByRole('button', { name: t('credential.verify.check') }).click();
    await expect(stranger.getByRole('status')).toContainText(t('credential.verdict.altered'));
    await expect(stranger.getByRole('main')).not.toContainText('이준수');

    await signInAs(stranger, 'minji');
    for (const path of [mine, `${mine}/certificate.pdf`]) {
      expect((await stranger.request.get(path)).status(), path).toBe(404);
    }
    expect((await stranger.request.get('/ko/admin/certificates')).status()).toBe(403);

    await page.getByText(t('credential.withdraw'), { exact: true }).first().click();
    await page.getByLabel(t('credential.withdraw-sure')).check();
    await page.getByRole('button', { name: t('credential.withdraw'), exact: true }).click();
    await expect(page.getByRole('status')).toHaveText(t('credential.one.withdrawn'));
    expect((await stranger.request.get(`/credentials/${id}`)).status()).toBe(410);
    await stranger.goto(`/ko/verify/${id}`);
    await expect(stranger.getByRole('status')).toContainText(t('credential.verdict.revoked'));
    await expect(stranger.getByRole('main')).not.toContainText('이준호');
    await outside.close();
    expect(faults).toEqual([]);
  });
});
