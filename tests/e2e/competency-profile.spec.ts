import { readFile } from 'node:fs/promises';
import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { signInAs } from '#tests/support/visitors.ts';

const t = translator('ko');

test('somebody opens a competency, sees how it came about, and takes everything along', async ({
  page,
}) => {
  await signInAs(page, 'junho');
  await page.goto('/ko/my/competencies');
  const row = page.getByRole('main').getByRole('link', { name: '지휘·역할·의사결정' }).last();
  await row.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('지휘·역할·의사결정');
  await expect(page.getByRole('img', { name: /부터 오늘까지/ })).toBeVisible();
  await page.getByText(t('profile.timeline-table')).click();
  await expect(page.getByRole('table', { name: t('profile.timeline-caption') })).toBeVisible();
  await page.goBack();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV', exact: true }).click();
  const csv = await readFile(await (await downloading).path(), 'utf8');
  expect(csv.startsWith('\uFEFFcompetency_id,competency_name,status')).toBe(true);
  expect(csv).toContain('C5.2,지휘·역할·의사결정,confirmed');
  const json = await page.request.get('/ko/my/competencies/export.json');
  const { competencies } = await json.json();
  expect(
    competencies.every(({ signatures }: { signatures: unknown }) => Array.isArray(signatures)),
  ).toBe(true);
  expect(csv.split('\r\n')[0]).toMatch(/,signed_level,signed_on,signed_by,signature_state$/);
  const lines = competencies.map(({ evidence }: { evidence: unknown[] }) => evidence.length || 1);
  expect(csv.trimEnd().split('\r\n').length).toBe(
    1 + lines.reduce((sum: number, n: number) => sum + n, 0),
  );
});

test('"not now" takes a recommendation away and can be undone, without a script', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs(page, 'junho', 'en');
  await page.goto('/en/my/competencies');
  const say = translator('en');
  const shelf = page.getByRole('region', { name: say('recommendation.title') });
  const first = shelf.getByRole('listitem').first().getByRole('heading');
  const title = (await first.textContent()) ?? '';
  await shelf
    .getByRole('button', { name: /^Not now/ })
    .first()
    .click();
  await expect(shelf.getByRole('status')).toHaveText(say('recommendation.set-aside'));
  await expect(first).not.toHaveText(title);
  await shelf.getByRole('button', { name: say('recommendation.undo') }).click();
  await expect(first).toHaveText(title);
  await context.close();
});

test('nobody but their trainers opens the profile of somebody else', async ({ page }) => {
  await signInAs(page, 'sora');
  await page.goto('/ko/cohorts');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.getByRole('link', { name: '이준호' }).first().click();
  const place = `${new URL(page.url()).pathname}/competencies`;
  for (const path of ['/C5.2', '/export.csv', '/export.json']) {
    expect((await page.request.get(`${place}${path}`)).status()).toBe(200);
  }
  await page.context().clearCookies();
  await signInAs(page, 'haneul');
  for (const path of ['/C5.2', '/export.csv', '/export.json']) {
    expect((await page.request.get(`${place}${path}`)).status()).toBe(403);
  }
});
