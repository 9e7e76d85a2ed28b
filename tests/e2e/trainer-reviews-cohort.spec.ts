import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { translator } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';
import { expect, test } from '#tests/support/browser.ts';
import { library } from '#tests/support/questions.ts';
import { signInAs } from '#tests/support/visitors.ts';

const t = translator('ko');

async function openCohort(page: Page, locale: Locale = 'ko'): Promise<void> {
  await signInAs(page, 'sora', locale);
  await page.goto(`/${locale}/my`);
  await page
    .getByRole('navigation', { name: translator(locale)('shell.menu') })
    .getByRole('link', { name: translator(locale)('shell.cohorts') })
    .click();
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/cohorts\/[\da-f-]+$/);
}

/** What the cohort learns, and how many of its questions it takes to pass. */
async function cohortCourse() {
  const { courses, items } = await library();
  const course = courses.find(({ id }) => id === 'ready-respond-recover');
  if (course === undefined) throw new Error('The cohort of the demonstration has no course.');
  const asked = course.lessons.map(({ id }) => items[`${course.id}/${id}`]?.length ?? 0);
  const total = asked.reduce((sum, n) => sum + n, 0);
  return { ...course, total, needed: Math.ceil((total * course.passPercent) / 100) };
}

/** The lines of a CSV file whose cells hold no line breaks. */
function cellsOf(csv: string): string[][] {
  return csv
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?<=^|,)("(?:[^"]|"")*"|[^,]*)(?=,|$)/g)].map(([, cell = '']) =>
        cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
      ),
    );
}

test('on Monday a trainer sees who is stuck, where and since when, and who is only away', async ({
  page,
}) => {
  await openCohort(page);
  const monday = page.getByRole('region', { name: t('cohort.monday'), exact: true });
  const { lessons } = await cohortCourse();
  await expect(monday.getByRole('listitem')).toHaveCount(3);
  await expect(monday.getByRole('listitem').filter({ hasText: '최예린' })).toContainText(
    lessons[1]?.words.ko.title ?? 'no such lesson',
  );
  await expect(monday.getByRole('listitem').filter({ hasText: '서지원' })).toContainText(
    /아직 시작하지/,
  );
  await expect(monday.getByRole('listitem').filter({ hasText: '강민규' })).toContainText(
    /\d+문제 중 \d+개/,
  );
  await expect(monday).not.toContainText('정동현');
  await expect(monday).toContainText(t('cohort.monday-rule'));
});

test('every member stands in the table with a state for each step, and it can be sorted', async ({
  page,
}) => {
  await openCohort(page);
  const table = page.getByRole('table', { name: t('cohort.matrix-caption') });
  await expect(table.getByRole('rowheader')).toHaveCount(8);
  await page.getByRole('link', { name: t('cohort.sort-percent'), exact: true }).click();
  await expect(table.getByRole('rowheader').first()).toHaveText('서지원');
  await expect(
    page.getByRole('link', { name: t('cohort.sort-percent'), exact: true }),
  ).toHaveAttribute('aria-current', 'true');
  const done = table.getByRole('row', { name: '이준호' });
  await expect(done).toContainText('100%');
  const { steps } = await cohortCourse();
  await expect(done.getByText(t('cohort.state.done'))).toHaveCount(steps.length);
  await expect(table.getByRole('row', { name: '정동현' })).toContainText(t('cohort.away'));
});

test('a trainer opens one person and sees why they stand where they stand', async ({ page }) => {
  await openCohort(page);
  await page.getByRole('link', { name: '강민규' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('cohort.record-of', { name: '강민규' }),
  );
  await page.getByText(t('cohort.course-why'), { exact: true }).click();
  const { needed, total } = await cohortCourse();
  const score = t('learning.why.score', { needed, total, correct: 1234 }).replace('1234', '\\d+');
  const [said = ''] =
    new RegExp(score.replace(/[()]/g, '\\$&')).exec(await page.getByRole('main').innerText()) ?? [];
  const correct = Number(said.match(/\d+/g)?.at(-1));
  expect(correct).toBeGreaterThan(0);
  expect(correct).toBeLessThan(needed);
  const shown = page.getByRole('listitem').filter({ hasText: /근거 \d+건/ });
  expect(await shown.count()).toBeGreaterThan(2);
  await shown.first().getByRole('heading').getByRole('link').click();
  await expect(page.getByRole('heading', { name: t('profile.ways') })).toBeVisible();
  const table = page.getByRole('table', { name: t('competency.evidence-caption') });
  await expect(table).toBeVisible();
  await expect(table.getByRole('row').nth(1)).toContainText(/문제|상황 훈련/);
});

for (const locale of ['ko', 'en'] as const) {
  test(`the list can be taken along as a file that spreadsheets read (${locale})`, async ({
    page,
  }) => {
    const say = translator(locale);
    await openCohort(page, locale);
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: say('cohort.csv') }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^cohort-[\w-]+\.csv$/);
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const [header, ...rows] = cellsOf(csv.slice(1));
    expect(header?.slice(0, 3)).toEqual([
      say('cohort.person'),
      say('cohort.csv-joined'),
      say('cohort.percent'),
    ]);
    expect(rows.map(([name]) => name)).toEqual([
      '강민규',
      '김하늘',
      '배은지',
      '서지원',
      '이준호',
      '정동현',
      '최예린',
      '한수빈',
    ]);
    for (const row of rows) expect(row).toHaveLength(header?.length ?? 0);
    const done = rows.find(([name]) => name === '이준호');
    expect(done?.slice(1, 3)).toEqual([say('cohort.state.complete'), '100']);
    const finished = header?.indexOf(say('cohort.csv-completed')) ?? -1;
    expect(done?.[finished]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    // A cell that begins like a formula would be run by the spreadsheet of whoever opens the file.
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
}

test('a cohort of somebody else is not there, and neither are its people and its file', async ({
  page,
  browser,
}) => {
  await openCohort(page);
  const cohort = new URL(page.url()).pathname;
  const person = await page
    .getByRole('main')
    .locator(`a[href^="${cohort}/people/"]`)
    .first()
    .getAttribute('href');
  const colleague = await browser.newPage();
  await signInAs(colleague, 'taekyung');
  for (const path of [cohort, person ?? '', `${cohort}/report.csv`]) {
    expect((await colleague.request.get(path)).status(), path).toBe(404);
  }
  await colleague.goto('/ko/cohorts');
  await expect(colleague.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(1);
  const own = await colleague
    .getByRole('main')
    .getByRole('listitem')
    .getByRole('link')
    .getAttribute('href');
  const member = person?.split('/').at(-1);
  expect((await colleague.request.get(`${own}/people/${member}`)).status()).toBe(404);
  await colleague.close();
});

for (const login of ['haneul', 'minji']) {
  test(`${login} is told that cohorts are for another role`, async ({ page }) => {
    await signInAs(page, login);
    const answer = await page.goto('/ko/cohorts');
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('shell.error.forbidden'));
  });
}

test('an administrator finds every cohort', async ({ page }) => {
  await signInAs(page, 'jun');
  await page.goto('/ko/cohorts');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(2);
});
