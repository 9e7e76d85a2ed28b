import type { APIRequestContext, Page } from '@playwright/test';
import { toGiven } from '#features/assessment/response.ts';
import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { check, fillIn, library, questionAt, questionsOf } from '#tests/support/questions.ts';
import { fillSignIn, signInAs, signUpResident } from '#tests/support/visitors.ts';

const t = translator('ko');
const COURSE = 'use-it-check-it-help';
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Ids nobody has, from harmless to hostile. */
const STRANGE = [
  'x',
  NOBODY,
  '0',
  '-1',
  '__proto__',
  'constructor',
  "'%20or%20'1'='1",
  '%00',
  '%F0%9F%8C%8A',
  '..%2F..%2Fetc%2Fpasswd',
  'a%0d%0ab',
  'x'.repeat(3_000),
];

async function statusesOf(
  request: APIRequestContext,
  paths: readonly string[],
): Promise<Map<string, number>> {
  const statuses = new Map<string, number>();
  for (const path of paths) {
    const answer = await request.get(path, { maxRedirects: 0 });
    statuses.set(path, answer.status());
  }
  return statuses;
}

async function expectNowhere(request: APIRequestContext, paths: readonly string[]): Promise<void> {
  const statuses = await statusesOf(request, paths);
  expect(statuses).toEqual(new Map(paths.map((path) => [path, 404])));
}

test('a learner who asks for things that do not exist is told so', async ({ page }) => {
  await signInAs(page, 'haneul');
  await expectNowhere(
    page.request,
    STRANGE.flatMap((id) => [
      `/ko/runs/${id}`,
      `/en/runs/${id}/debrief`,
      `/ko/runs/${id}/lobby`,
      `/en/runs/${id}/join/${id}`,
      `/ko/runs/${id}/position`,
      `/ko/courses/${id}`,
      `/ko/courses/${id}/why`,
      `/ko/courses/${id}/changes`,
      `/ko/courses/${COURSE}/${id}`,
      `/ko/scenarios/${id}`,
      `/ko/my/prior-learning/${id}`,
      `/en/prior-learning/${id}/document`,
      // Whoever leads nobody and looks after nobody has no team and no roster.
      '/ko/team',
      '/ko/duties',
      `/ko/duties/${id}`,
      '/ko/duties/shelter-officer/people.csv',
      '/en/extensions',
    ]),
  );
});

test('a trainer who asks for things that do not exist is told so', async ({ page }) => {
  await signInAs(page, 'sora');
  await page.goto('/ko/cohorts');
  const cohort = await page
    .getByRole('main')
    .getByRole('listitem')
    .getByRole('link')
    .getAttribute('href');
  await expectNowhere(
    page.request,
    STRANGE.flatMap((id) => [
      `/ko/cohorts/${id}`,
      `/ko/cohorts/${id}/report.csv`,
      `${cohort}/people/${id}`,
      `/ko/reviews/${id}`,
    ]),
  );
});

test('an administrator who asks for things that do not exist is told so', async ({ page }) => {
  await signInAs(page, 'jun');
  await expectNowhere(
    page.request,
    STRANGE.flatMap((id) => [`/ko/admin/people/${id}`, `/ko/admin/units/${id}`]),
  );
});

test('words in an address that make no sense count as absent', async ({ page }) => {
  await signInAs(page, 'jun');
  const paths = STRANGE.slice(0, -1).flatMap((word) => [
    `/ko/admin/people?page=${word}&role=${word}&unit=${word}&sort=${word}&search=${word}`,
    `/ko/admin/units?page=${word}&search=${word}&state=${word}`,
    `/ko/admin/outbox?page=${word}`,
    `/ko/admin/invitations?page=${word}`,
    `/ko/admin/audit?before=${word}&act=${word}&page=${word}`,
    `/ko/my/record?after=${word}`,
    `/ko/reviews?state=${word}&page=${word}`,
    `/ko/courses?area=${word}`,
    `/ko/glossary?query=${word}&q=${word}`,
    `/ko/scenarios/heatwave-closure?course=${word}`,
  ]);
  const statuses = await statusesOf(page.request, paths);
  expect(statuses).toEqual(new Map(paths.map((path) => [path, 200])));
});

test('a link that was never sent opens nothing', async ({ request }) => {
  for (const word of STRANGE) {
    for (const path of [`/ko/reset/${word}`, `/ko/welcome/${word}`]) {
      const { status } = { status: (await request.get(path)).status() };
      expect([200, 404, 410], `${path} ${status}`).toContain(status);
    }
  }
});

test('an address that cannot be read is refused', async ({ baseURL }) => {
  for (const path of ['/%E0%A4%A', '/ko/%', '/ko/courses/%ZZ']) {
    expect((await fetch(`${baseURL}${path}`)).status, path).toBe(400);
  }
});

test('what is too long for a form is refused before it is read', async ({ request, baseURL }) => {
  const headers = { origin: baseURL ?? '' };
  const send = (length: number) =>
    request.post('/ko/sign-in', { headers, form: { login: 'x'.repeat(length), password: '' } });
  expect((await send(300_000)).status()).toBe(413);
  expect((await send(200_000)).status()).toBe(422);
});

test('a form from another site is refused, also for somebody who is signed in', async ({
  page,
}) => {
  await signInAs(page, 'haneul');
  const paths = [
    '/ko/sign-in',
    '/ko/sign-out',
    '/ko/my/account',
    '/ko/my/prior-learning/new',
    `/ko/courses/${COURSE}`,
    '/ko/scenarios/heatwave-closure',
    `/ko/runs/${NOBODY}`,
  ];
  for (const path of paths) {
    for (const origin of ['https://evil.example', 'null', 'http://localhost:1']) {
      const answer = await page.request.post(path, { headers: { origin }, form: { act: 'enrol' } });
      expect(answer.status(), `${path} from ${origin}`).toBe(403);
    }
  }
  await page.goto('/ko/my');
  await expect(page).toHaveURL(/\/my$/);
});

test('what is no form is refused, whatever it claims to be', async ({ page, baseURL }) => {
  await signInAs(page, 'haneul');
  const headers = { origin: baseURL ?? '' };
  const lesson = (await library()).courses.find(({ id }) => id === COURSE)?.lessons[0]?.id;
  for (const path of ['/ko/sign-in', '/ko/my/account', `/ko/courses/${COURSE}/${lesson}`]) {
    for (const type of ['application/json', 'multipart/form-data', 'text/plain', 'image/png']) {
      const data = Buffer.from('{"act":"answer"}');
      const answer = await page.request.post(path, {
        headers: { ...headers, 'content-type': type },
        data,
      });
      expect(answer.status(), `${type} to ${path}`).toBe(415);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const answer = await page.request.fetch(path, { method, headers, form: { act: 'answer' } });
      expect(answer.status(), `${method} ${path}`).toBe(405);
    }
  }
});

test('a form with parts missing or made up is refused with a sentence and stores nothing', async ({
  page,
  baseURL,
}) => {
  await signUpResident(page);
  const headers = { origin: baseURL ?? '' };
  const lesson = `/ko/courses/${COURSE}/${(await lessonWithChoice()).lesson}`;
  const eventId = crypto.randomUUID();
  for (const [path, form] of [
    [lesson, {}],
    [lesson, { act: 'answer' }],
    [lesson, { act: 'answer', eventId: 'x', item: 'y' }],
    [lesson, { act: 'answer', eventId, item: 'no-such-question' }],
    [lesson, { act: 'answer', eventId, item: '__proto__', choice: 'a' }],
    [lesson, { act: 'read', eventId: '' }],
    [lesson, { act: '\u0000', eventId }],
    [`/ko/courses/${COURSE}`, { act: 'enrol' }],
    [`/ko/courses/${COURSE}`, { act: 'delete', eventId }],
    ['/ko/scenarios/heatwave-closure', { eventId: 'x' }],
  ] as const) {
    const answer = await page.request.post(path, { headers, form });
    expect(answer.status(), `${path} ${JSON.stringify(form)}`).toBe(422);
    expect(await answer.text()).toContain(t('shell.problem-summary'));
  }
  await page.goto('/ko/my/record');
  await expect(page.getByRole('main')).toContainText(t('learning.record.empty'));
});

test('nobody decides or writes in the run of somebody else', async ({ page, browser, baseURL }) => {
  await signInAs(page, 'junho');
  await page.goto('/ko/scenarios/heatwave-closure');
  const debrief = await page
    .getByRole('main')
    .locator('a[href$="/debrief"]')
    .last()
    .getAttribute('href');
  const run = debrief?.replace('/debrief', '') ?? '';
  const stranger = await browser.newPage();
  await signInAs(stranger, 'nari');
  const headers = { origin: baseURL ?? '' };
  const decision = { eventId: crypto.randomUUID(), seq: '0', token: 'x' };
  for (const [path, form] of [
    [run, decision],
    [`${run}/debrief`, { expected: 'a', happened: 'b', change: 'c' }],
  ] as const) {
    const answer = await stranger.request.post(path, { headers, form });
    expect(answer.status(), path).toBe(404);
  }
  await expectNowhere(stranger.request, [run, `${run}/debrief`]);
  await stranger.close();
});

/** The first question of the course that has one right choice. */
async function lessonWithChoice() {
  const course = (await library()).courses.find(({ id }) => id === COURSE);
  for (const { id } of course?.lessons ?? []) {
    const questions = await questionsOf(COURSE, id);
    const at = questions.findIndex(({ type }) => type === 'single');
    const item = questions[at];
    if (item?.type === 'single') return { lesson: id, item, number: at + 1 };
  }
  throw new Error('the course has no question with one answer');
}

async function answersOnRecord(page: Page): Promise<number> {
  await page.goto('/ko/my/record');
  const { item } = await lessonWithChoice();
  return page.getByRole('main').getByText(item.prompt.ko).count();
}

test('the same answer sent ten times at once is stored once', async ({ page, baseURL }) => {
  await signUpResident(page);
  const { lesson, item } = await lessonWithChoice();
  const right = item.choices.find(({ correct }) => correct)?.id ?? '';
  const [choice = ''] = toGiven(item, { type: 'single', choice: right })['choice'] ?? [];
  const form = { act: 'answer', eventId: crypto.randomUUID(), item: item.id, choice };
  const send = () =>
    page.request.post(`/ko/courses/${COURSE}/${lesson}`, {
      headers: { origin: baseURL ?? '' },
      form,
      maxRedirects: 0,
    });
  const answers = await Promise.all(Array.from({ length: 10 }, send));
  expect(answers.map((answer) => answer.status())).toEqual(Array(10).fill(303));
  expect(await answersOnRecord(page)).toBe(1);
});

test('an answer that was sent with the id of somebody else is refused', async ({
  page,
  browser,
  baseURL,
}) => {
  const { lesson, item } = await lessonWithChoice();
  const [first] = item.choices;
  const [choice = ''] = toGiven(item, { type: 'single', choice: first?.id ?? '' })['choice'] ?? [];
  const form = { act: 'answer', eventId: crypto.randomUUID(), item: item.id, choice };
  const options = { headers: { origin: baseURL ?? '' }, form, maxRedirects: 0 };
  const other = await browser.newPage();
  const statuses: number[] = [];
  for (const one of [page, other]) {
    await signUpResident(one);
    const answer = await one.request.post(`/ko/courses/${COURSE}/${lesson}`, options);
    statuses.push(answer.status());
  }
  expect(statuses).toEqual([303, 422]);
  expect(await answersOnRecord(page)).toBe(1);
  expect(await answersOnRecord(other)).toBe(0);
  await other.close();
});

test('going back after an answer and answering again is a second try, and nothing is lost', async ({
  page,
}) => {
  await signUpResident(page);
  const { lesson, item, number } = await lessonWithChoice();
  const wrong = item.choices.find(({ correct }) => !correct)?.text.ko ?? '';
  await page.goto('/ko/courses');
  await page.goto(`/ko/courses/${COURSE}/${lesson}`);
  const question = questionAt(page, number, 'ko');
  await question.getByRole('radio', { name: wrong, exact: true }).check();
  await check(question, 'ko');
  await expect(question.getByRole('heading', { name: t('assessment.wrong') })).toBeVisible();
  await page.goBack();
  await fillIn(question, item, 'ko');
  await check(question, 'ko');
  await expect(question.getByRole('heading', { name: t('assessment.right') })).toBeVisible();
  await page.reload();
  await expect(question.getByRole('heading', { name: t('assessment.right') })).toBeVisible();
  expect(await answersOnRecord(page)).toBe(2);
});

test('a decision sent after the session had ended is kept and sent on after signing in', async ({
  page,
}) => {
  const visitor = await signUpResident(page);
  await page.goto('/ko/scenarios/participatory-budget');
  await page.getByRole('button', { name: t('scenario.begin'), exact: true }).click();
  const choices = page.getByRole('group', { name: t('scenario.play.question') });
  const first = choices.getByRole('button').first();
  await expect(first).toBeVisible();
  const label = (await first.innerText()).trim();
  const run = page.url();
  await page.context().clearCookies();
  await first.click();
  await expect(page.getByRole('heading', { name: t('shell.pending.title') })).toBeVisible();
  await fillSignIn(page, visitor, 'ko');
  await page.getByRole('button', { name: t('shell.pending.send') }).click();
  await expect(page).toHaveURL(run);
  await expect(page.getByText(t('scenario.play.chosen', { label }))).toBeVisible();
});
