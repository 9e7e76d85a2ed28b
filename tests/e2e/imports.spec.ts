import type { Page } from '@playwright/test';
import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { signInAs, signUpResident } from '#tests/support/visitors.ts';

const t = translator('ko');
/** `아이디,과정,수준,끝난 때,교육기관` and `한빛인재원` in EUC-KR, as Korean Windows writes them. */
const HEADER = Buffer.from(
  'bec6c0ccb5f02cb0fac1a42cbcf6c1d82cb3a1b3ad20b6a72cb1b3c0b0b1e2b0fc0d0a',
  'hex',
);
const INSTITUTE = Buffer.from('c7d1bafbc0cec0e7bff8', 'hex');

function lineOf(text: string): Buffer {
  return Buffer.concat([Buffer.from(text), INSTITUTE, Buffer.from('\r\n')]);
}

async function upload(page: Page, name: string, ...lines: Buffer[]): Promise<void> {
  await page.goto('/ko/imports/new');
  const buffer = Buffer.concat([HEADER, ...lines]);
  await page
    .getByLabel(t('intake.new.file'), { exact: true })
    .setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: t('intake.new.send') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('records of another system are looked at first, then taken as evidence, then undone', async ({
    page,
    browser,
  }) => {
    const { login } = await signUpResident(page);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const office = await context.newPage();
    await signInAs(office, 'jun');
    await upload(
      office,
      'academy.csv',
      lineOf(`${login},Night school,3,2026-05-14,`),
      lineOf(`nobody-${login},C1.1,2,2026-05-14,`),
      lineOf(`${login},C1.1,gold,2026-05-14,`),
    );
    const lines = office.getByRole('table', { name: t('intake.one.lines') });
    await expect(lines.getByRole('row').nth(1)).toContainText(t('intake.verdict.wrong'));
    await expect(lines.getByRole('row').nth(2)).toContainText(t('problem.row-day-missing'));
    await office.getByLabel(t('intake.field.day')).selectOption('3');
    await office.getByLabel('Night school').selectOption('C1.2');
    await office.getByRole('button', { name: t('intake.one.check') }).click();
    await expect(office.getByRole('status')).toHaveText(t('intake.done.checked'));
    await expect(lines.getByRole('row').nth(1)).toContainText(t('intake.verdict.ready'));
    await expect(lines.getByRole('row').nth(2)).toContainText(t('intake.verdict.unmatched'));
    await expect(lines.getByRole('row').nth(3)).toContainText(
      t('problem.row-level', { word: 'gold' }),
    );

    await office.getByRole('button', { name: t('intake.one.apply') }).click();
    await expect(office.getByRole('alert')).toContainText(t('problem.import-wrong-rows', { n: 1 }));
    await office.getByLabel(t('intake.one.leave-out', { n: 1 })).check();
    await office.getByRole('button', { name: t('intake.one.apply') }).click();
    await expect(office.getByRole('status')).toHaveText(t('intake.done.applied'));

    const profile = '/ko/my/competencies/C1.2';
    const piece = t('competency.kind.imported', { title: '한빛인재원' });
    await page.goto(profile);
    const evidence = page.getByRole('table', { name: t('competency.evidence-caption') });
    await expect(evidence).toContainText(piece);

    const taken = office.url().replace(/\?.*$/, '');
    await office.goto(`/ko/imports/waiting?search=nobody-${login}`);
    await expect(office.getByRole('rowheader', { name: `nobody-${login}` })).toBeVisible();

    await office.goto(taken);
    await office.getByLabel(t('intake.one.reason')).fill('다른 해의 기록입니다.');
    await office.getByRole('button', { name: t('intake.one.undo') }).click();
    await expect(office.getByRole('status')).toHaveText(t('intake.done.undone'));
    await page.goto(profile);
    await expect(evidence).toContainText('다른 해의 기록입니다.');
    await context.close();
  });
});

test('imports are for reviewers, and those of others are not there', async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, 'jun');
  await upload(page, 'others.csv', lineOf('haneul,C1.1,2,2026-05-14,'));
  const { pathname } = new URL(page.url());
  for (const [login, status] of [
    ['minji', 403],
    ['sora', 404],
  ] as const) {
    const stranger = await browser.newPage();
    await signInAs(stranger, login);
    const headers = { origin: baseURL ?? '' };
    expect((await stranger.request.get(pathname)).status()).toBe(status);
    for (const act of ['check', 'confirm', 'discard', 'undo']) {
      const sent = await stranger.request.post(pathname, { headers, form: { act, reason: 'x' } });
      expect(sent.status(), `${login} ${act}`).toBe(status);
    }
    await stranger.close();
  }
  await page.getByRole('button', { name: t('intake.one.discard') }).click();
  await expect(page.getByRole('status')).toHaveText(t('intake.done.discarded'));
});

test('a list of people shows who is new, who moves and which units are missing before anything changes', async ({
  page,
}) => {
  await signInAs(page, 'jun');
  await page.goto('/ko/imports/new');
  const login = `new-${crypto.randomUUID().slice(0, 8)}`;
  const lines = [
    '아이디,이름,부서,직급',
    `${login},새봄,한빛시/복지국/통합돌봄팀,9급`,
    `${login}-2,한결,한빛시/복지국/${login},9급`,
  ];
  await page.getByLabel(t('intake.new.kind')).selectOption('people');
  await page.getByLabel(t('intake.new.file'), { exact: true }).setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  });
  await page.getByRole('button', { name: t('intake.new.send') }).click();
  const table = page.getByRole('table', { name: t('intake.one.lines') });
  await expect(table.getByRole('row').nth(1)).toContainText(t('intake.verdict.new'));
  await expect(table.getByRole('row').nth(2)).toContainText(t('intake.verdict.wrong'));
  await page.getByLabel(t('intake.option.units')).selectOption('yes');
  await page.getByRole('button', { name: t('intake.one.check') }).click();
  await expect(table.getByRole('row').nth(2)).toContainText(t('intake.verdict.new'));
  await page.getByRole('button', { name: t('intake.one.apply') }).click();
  await expect(page.getByRole('status')).toHaveText(t('intake.done.applied'));
  await page.goto(`/ko/admin/people?search=${login}`);
  await expect(page.getByRole('main').getByRole('row', { name: '한결' })).toContainText(login);
});
