import type { Page } from '@playwright/test';
import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { signInAs } from '#tests/support/visitors.ts';

const en = translator('en');
const FORM = 'Watching a volunteer day';
const NAME = '서지원';

async function openMember(page: Page): Promise<void> {
  await page.goto('/en/cohorts');
  const cohorts = page.getByRole('main').getByRole('heading', { level: 2 });
  await cohorts.getByRole('link').first().click();
  await page.getByRole('main').getByRole('link', { name: NAME }).first().click();
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a trainer observes, the learner challenges it, the trainer answers', async ({
    page,
    browser,
  }) => {
    await signInAs(page, 'sora', 'en');
    await openMember(page);
    await page.getByRole('link', { name: en('witness.observe.link') }).click();
    await page.getByRole('link', { name: FORM }).click();
    const send = page.getByRole('button', { name: en('witness.observe.send') });
    await page.getByLabel(en('witness.observe.place')).fill('Riverside park');
    await page
      .getByLabel(en('witness.observe.note'))
      .fill('Named one person for each meeting point.');
    await send.click();
    await expect(page.getByRole('alert')).toContainText(en('problem.observation-level-missing'));
    await expect(page.getByLabel(en('witness.observe.place'))).toHaveValue('Riverside park');
    const [first, second] = await page.getByRole('group').all();
    await first?.getByRole('radio', { name: /^1 / }).check();
    await second?.getByRole('radio', { name: en('witness.observe.not-seen') }).check();
    await send.click();
    await expect(page.getByRole('status')).toContainText(
      en('witness.observation.stored', { name: NAME }),
    );
    const observation = new URL(page.url()).pathname;

    const learner = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await signInAs(learner, 'jiwon', 'en');
    const news = learner.getByRole('region', { name: en('witness.news.title') });
    await news.getByRole('link').first().click();
    await expect(learner).toHaveURL(observation);
    await expect(learner.getByRole('main')).toContainText(
      'Named one person for each meeting point.',
    );
    await learner.getByRole('link', { name: en('challenge.evidence.details') }).click();
    await learner.getByLabel(en('challenge.why')).fill('I was on leave that day.');
    await learner.getByRole('button', { name: en('challenge.send') }).click();
    await expect(learner.getByRole('main')).toContainText(en('challenge.still-counts'));

    await page.goto('/en/challenges');
    const waiting = page.getByRole('region', { name: en('challenge.list.open') });
    const item = waiting.getByRole('listitem').filter({ hasText: 'I was on leave that day.' });
    await item.getByRole('link').click();
    await page.getByLabel(en('challenge.verdict.revoked')).check();
    await page.getByLabel(en('challenge.answer-why')).fill('You are right, it was somebody else.');
    await page.getByRole('button', { name: en('challenge.answer-send') }).click();
    await expect(page.getByRole('status')).toContainText(en('challenge.answered-done'));

    await learner.goto('/en/my');
    await news.getByRole('link', { name: /agreed with your challenge/ }).click();
    const told = learner.getByRole('main');
    await expect(told).toContainText('You are right, it was somebody else.');
    await expect(told).toContainText(en('challenge.outcome.revoked'));
    await expect(learner.getByRole('button', { name: en('challenge.send') })).toHaveCount(0);
    await learner.context().close();
  });
});

test('what is known of somebody is not there for those who do not look after them', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'haneul');
  await page.goto('/ko/my/competencies');
  const found = page.getByRole('main').locator('a[href*="/observations/"]');
  const observation = (await found.first().getAttribute('href')) ?? '';
  await page.goto(observation);
  const link = page.getByRole('main').locator('a[href*="/evidence/"]');
  const piece = (await link.first().getAttribute('href')) ?? '';
  const waiting = await page.request.get('/ko/my/peers');
  const asked = /\/ko\/my\/peers\/[\da-f-]{36}/.exec(await waiting.text())?.[0] ?? '';
  const stranger = await browser.newPage();
  await signInAs(stranger, 'taekyung');
  for (const path of [observation, piece, asked]) {
    expect((await page.request.get(path)).status(), path).toBe(200);
    expect((await stranger.request.get(path)).status(), path).toBe(404);
    const form = { reason: 'x', act: 'revoke' };
    const headers = { origin: new URL(stranger.url()).origin };
    const sent = await stranger.request.post(path, { form, headers });
    expect(sent.status(), path).toBe(404);
  }
  await stranger.close();
  for (const path of ['/ko/challenges', '/ko/signatures', '/ko/people/somebody/observe']) {
    expect((await page.request.get(path)).status(), path).toBe(403);
  }
});

test('a trainer can neither observe nor sign for somebody of another cohort', async ({ page }) => {
  await signInAs(page, 'taekyung');
  const sora = await page.context().browser()?.newPage();
  if (sora === undefined) throw new Error('there is no browser');
  await signInAs(sora, 'sora');
  await sora.goto('/ko/signatures');
  const signing = sora.getByRole('main').locator('a[href*="/people/"]').first();
  const path = (await signing.getAttribute('href')) ?? '';
  expect((await sora.request.get(path)).status()).toBe(200);
  const headers = { origin: new URL(sora.url()).origin };
  for (const forbidden of [path, path.replace(/\/competencies\/.*$/, '/observe')]) {
    expect((await page.request.get(forbidden)).status(), forbidden).toBe(404);
    const form = { act: 'sign', eventId: crypto.randomUUID(), level: '2' };
    const sent = await page.request.post(forbidden, { form, headers });
    expect(sent.status(), forbidden).toBe(404);
  }
  await sora.close();
});
