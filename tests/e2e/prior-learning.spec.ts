import type { Page } from '@playwright/test';
import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { signInAs, signUpResident } from '#tests/support/visitors.ts';

const t = translator('ko');
const NAME = '보편적 생활욕구 이해';
const PDF = Buffer.from('%PDF-1.4\n% a testimony\n%%EOF\n');

async function fillClaim(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.getByLabel(t('prior.form.competency'), { exact: true }).first().selectOption(NAME);
  await page.getByLabel(t('prior.form.level')).first().selectOption('2');
  await page.getByLabel(t('prior.form.earned-on')).fill('2026-05-01');
  await page.getByLabel(t('prior.form.description')).fill('복지관에서 이웃을 돌보았습니다.');
  await page.getByLabel(t('prior.form.document'), { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: t('prior.form.send') }).click();
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('somebody hands in what they learned, a reviewer reads and decides it, and it is in their profile', async ({
    page,
    browser,
  }) => {
    const { login } = await signUpResident(page);
    await page.goto('/ko/my/competencies');
    await page.getByRole('link', { name: t('prior.new') }).click();
    await page.getByRole('link', { name: t('prior.new') }).click();

    await fillClaim(page, {
      name: 'a.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ'),
    });
    await expect(page.getByRole('alert')).toContainText(t('problem.document-type'));
    await expect(page.getByLabel(t('prior.form.earned-on'))).toHaveValue('2026-05-01');
    await page
      .getByLabel(t('prior.form.document'), { exact: true })
      .setInputFiles({ name: `${login}.pdf`, mimeType: 'application/pdf', buffer: PDF });
    await page.getByRole('button', { name: t('prior.form.send') }).click();
    await expect(page.getByRole('status')).toHaveText(t('prior.claim.submitted'));
    const claim = page.url().replace(/^.*\/([\da-f-]{36}).*$/, '$1');

    const context = await browser.newContext({ javaScriptEnabled: false });
    const reviewer = await context.newPage();
    await signInAs(reviewer, 'jun');
    await reviewer.goto('/ko/reviews');
    await reviewer.locator(`a[href$="${claim}"]`).click();
    const download = await reviewer.request.get(`/ko/prior-learning/${claim}/document`);
    expect(download.headers()['content-disposition']).toMatch(/^attachment; filename="visitor-/);
    expect(download.headers()['x-content-type-options']).toBe('nosniff');
    expect((await download.body()).equals(PDF)).toBe(true);
    await reviewer.getByRole('radio', { name: `3 ${t('competency.level.3')}` }).check();
    await reviewer.getByLabel(t('prior.review.reason')).fill('2쪽의 일지가 보여 줍니다.');
    await reviewer.getByRole('button', { name: t('prior.review.decide') }).click();
    await expect(reviewer.getByRole('status')).toHaveText(t('prior.review.done'));
    await context.close();

    await page.goto('/ko/my');
    await page.getByRole('link', { name: t('prior.news', { n: 1 }) }).click();
    await page.getByRole('main').getByRole('link', { name: NAME }).click();
    const result = page.getByRole('table', { name: t('prior.claim.result-caption') });
    await expect(result.getByRole('row', { name: NAME })).toContainText(
      '2쪽의 일지가 보여 줍니다.',
    );
    await page.getByRole('button', { name: t('prior.claim.read') }).click();
    await expect(page.getByRole('button', { name: t('prior.claim.read') })).toHaveCount(0);
    await page.goto('/ko/my/competencies');
    await page.getByRole('main').getByRole('link', { name: NAME }).first().click();
    await expect(page.getByRole('table', { name: t('competency.evidence-caption') })).toContainText(
      t('competency.kind.prior', { title: t('prior.claim.document') }),
    );
  });
});

test('claims and documents of others are not there, for reading or writing', async ({
  page,
  browser,
  baseURL,
}) => {
  await signUpResident(page);
  await page.goto('/ko/my/prior-learning/new');
  await fillClaim(page, { name: 'a.pdf', mimeType: 'application/pdf', buffer: PDF });
  await expect(page.getByRole('status')).toHaveText(t('prior.claim.submitted'));
  const claim = page.url().replace(/^.*\/([\da-f-]{36}).*$/, '$1');
  const headers = { origin: baseURL ?? '' };
  for (const [login, status] of [
    ['nari', 403],
    ['taekyung', 404],
  ] as const) {
    const stranger = await browser.newPage();
    await signInAs(stranger, login);
    const get = async (path: string) => (await stranger.request.get(path)).status();
    const post = async (path: string, form: Record<string, string>) =>
      (await stranger.request.post(path, { headers, form })).status();
    expect(await get(`/ko/my/prior-learning/${claim}`)).toBe(404);
    expect(await get(`/ko/prior-learning/${claim}/document`)).toBe(404);
    expect(await get(`/ko/reviews/${claim}`)).toBe(status);
    expect(await post(`/ko/my/prior-learning/${claim}`, { act: 'withdraw' })).toBe(404);
    expect(await post(`/ko/reviews/${claim}`, { act: 'decide' })).toBe(status);
    await stranger.close();
  }
  await page.getByRole('button', { name: t('prior.claim.withdraw') }).click();
  await expect(page.getByRole('status')).toHaveText(t('prior.claim.withdrawn'));
  expect((await page.request.get(`/ko/prior-learning/${claim}/document`)).status()).toBe(404);
});
