import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demoPassword } from '#features/identity/demo.ts';
import { translator } from '#i18n/index.ts';
import { expect, test, watch } from '#tests/support/browser.ts';
import { fillSignIn, signUpResident } from '#tests/support/visitors.ts';

const t = translator('en');
const ko = translator('ko');
const SCENARIO = 'no-box-for-us';

const choices = (page: Page, say = t) =>
  page.getByRole('group', { name: say('scenario.play.question') }).getByRole('button');
const over = (page: Page, say = t) => page.getByText(say('scenario.play.over'), { exact: true });

/** Opens a run together in a seat and answers the code on the screen. */
async function open(page: Page, seat: 'official' | 'resident'): Promise<string> {
  await page.goto(`/en/scenarios/${SCENARIO}`);
  await page.getByRole('radio', { name: t(`scenario.seat.${seat}`) }).check();
  await page.getByRole('button', { name: t('scenario.begin.together') }).click();
  await expect(page.getByText(t('scenario.lobby.free', { n: 1 })).first()).toBeVisible();
  const told = await page.getByText(/runs\/join/).textContent();
  return told?.replace(/.*:/s, '') ?? '';
}

test('an official and a resident gather by a code, play from two screens and see the other side', async ({
  page: host,
  browser,
}) => {
  test.setTimeout(90_000);
  await signUpResident(host, 'en');
  const code = await open(host, 'resident');

  const context = await browser.newContext({ javaScriptEnabled: false });
  const faults = watch(context);
  const guest = await context.newPage();
  await signUpResident(guest, 'ko');
  await guest.goto('/ko/runs/join');
  await guest.getByLabel(ko('scenario.code.label')).fill('111');
  await guest.getByRole('button', { name: ko('scenario.code.act') }).click();
  await expect(guest.getByText(ko('problem.code-unknown')).first()).toBeVisible();
  await guest.getByLabel(ko('scenario.code.label')).fill(code);
  await guest.getByRole('button', { name: ko('scenario.code.act') }).click();
  await guest.getByRole('button', { name: ko('scenario.join.act') }).click();
  await expect(guest.getByText(ko('scenario.lobby.wait'))).toBeVisible();
  await expect(guest.getByRole('button', { name: ko('scenario.lobby.begin') })).toHaveCount(0);

  const news = host.getByRole('status').filter({ hasText: t('scenario.lobby.free', { n: 0 }) });
  await expect(news).toHaveCount(1);
  await host.getByRole('button', { name: t('scenario.lobby.begin'), exact: true }).click();
  await expect(host.getByText(t('scenario.fact.nobody'))).toBeVisible();

  const lookAgain = guest.getByRole('link', { name: ko('scenario.wait.look-again') });
  await lookAgain.click();
  await expect(guest.getByText(/결정하고 있습니다/)).toBeVisible();
  await expect(choices(guest, ko)).toHaveCount(0);

  while (!(await over(guest, ko).isVisible())) {
    if ((await choices(guest, ko).count()) > 0) {
      await choices(guest, ko).first().click();
      continue;
    }
    await expect(choices(host).first().or(over(host))).toBeVisible();
    if (!(await over(host).isVisible())) {
      const label = (await choices(host).first().textContent()) ?? '';
      await choices(host).first().click();
      await expect(host.getByText(t('scenario.play.chosen', { label }))).toBeVisible();
    }
    await guest.goto(guest.url());
  }
  await expect(over(host)).toBeVisible();

  await guest.getByRole('link', { name: ko('scenario.play.to-debrief') }).click();
  await expect(guest.getByRole('img', { name: ko('scenario.others.picture') })).toBeVisible();
  await expect(guest.getByRole('table', { name: ko('scenario.others.table') })).toBeVisible();
  await expect(guest.getByText(ko('scenario.others.knew'))).toBeVisible();
  await host.getByRole('link', { name: t('scenario.play.to-debrief') }).click();
  await expect(host.getByRole('table', { name: t('scenario.others.table') })).toBeVisible();
  await host.goto(`/en/scenarios/${SCENARIO}`);
  const row = host.getByRole('row').filter({ hasText: t('scenario.run.first') });
  await expect(row.getByRole('cell', { name: '봄이' })).toBeVisible();
  expect(faults).toEqual([]);
  await context.close();
});

test('a page that waits goes on by itself, moves focus and says so', async ({ page, browser }) => {
  await signUpResident(page, 'en');
  await open(page, 'official');
  const link = await page.getByLabel(t('scenario.lobby.link')).inputValue();
  const context = await browser.newContext();
  const other = await context.newPage();
  await signUpResident(other, 'en');
  await other.goto(link);
  await other.getByRole('button', { name: t('scenario.join.act') }).click();
  await page.getByRole('button', { name: t('scenario.lobby.begin'), exact: true }).click();
  await expect(page.getByText(/is deciding/)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await choices(other).first().click();
  await expect(
    choices(page)
      .first()
      .or(page.getByText(/is deciding/)),
  ).toBeVisible();
  await expect(choices(page).first()).toBeVisible();
  await expect(page.locator(':focus')).toHaveRole('heading');
  await expect(page.getByRole('status').filter({ hasText: 'New situation' })).toHaveCount(1);
  await expect(page.getByText(t('scenario.wait.awaited'))).toBeVisible();

  await page.getByText(t('scenario.leave'), { exact: true }).click();
  await page.getByRole('button', { name: t('scenario.leave.act'), exact: true }).click();
  await expect(page.getByText(t('scenario.seats.left'))).toBeVisible();
  await expect(choices(page)).toHaveCount(0);
  await expect(choices(other).first().or(over(other))).toBeVisible();
  await context.close();
});

test('a link leads there through the sign-in; a guessed one, a full seat and a run that has begun let nobody in', async ({
  page,
  browser,
}) => {
  await signUpResident(page, 'en');
  await open(page, 'official');
  const link = await page.getByLabel(t('scenario.lobby.link')).inputValue();
  const context = await browser.newContext();
  const stranger = await context.newPage();
  await stranger.goto(link);
  await expect(stranger).toHaveURL(/\/sign-in/);
  await fillSignIn(stranger, { login: 'lan', password: demoPassword('lan') }, 'en');
  await expect(stranger.getByRole('button', { name: t('scenario.join.act') })).toBeVisible();
  const run = page.url().replace(/\/lobby$/, '');
  for (const place of ['', '/lobby', '/position', '/join/never-sent', '/debrief']) {
    expect((await stranger.request.get(run + place)).status(), place).toBe(404);
  }
  const { origin } = new URL(run);
  const send = async (path: string, form: Record<string, string>) =>
    (await stranger.request.post(path, { form, headers: { origin } })).status();
  expect(await send(`${run}/lobby`, { act: 'begin' })).toBe(404);
  expect(await send(`${run}/join/never-sent`, { seat: 'resident' })).toBe(404);
  expect(await send(link, { seat: 'official' })).toBe(422);
  await page.getByRole('button', { name: t('scenario.lobby.begin'), exact: true }).click();
  await expect(page).not.toHaveURL(/lobby/);
  await stranger.goto(link);
  await expect(stranger.getByText(t('scenario.join.begun'))).toBeVisible();
  expect(await send(link, { seat: 'resident' })).toBe(422);
  expect(await send(run, { act: 'leave' })).toBe(404);
  await context.close();
});

test('a pace is shown quietly, runs out without taking anything, and can be dropped', async ({
  page,
}) => {
  await signUpResident(page, 'en');
  await page.goto(`/en/scenarios/${SCENARIO}`);
  await page.getByText(t('scenario.pace.off')).click();
  await page.getByLabel(t('scenario.pace')).selectOption('1');
  await page.clock.install();
  await page.getByRole('button', { name: t('scenario.begin.alone') }).click();
  await expect(page.getByText(/you would have to decide by/)).toBeVisible();
  await page.waitForFunction(() => document.querySelector('astro-island:not([ssr])') !== null);
  await page.clock.runFor(65_000);
  const over = page.getByText(t('scenario.pace.over')).first();
  await expect(over).toBeVisible();
  await expect(choices(page).first()).toBeVisible();
  await page.getByText(t('scenario.pace.on', { minutes: 1 })).click();
  await page.getByLabel(t('scenario.pace')).selectOption('');
  await page.getByRole('button', { name: t('scenario.pace.set') }).click();
  await expect(page.getByText(t('scenario.pace.off'))).toBeVisible();
  await expect(page.getByText(/you would have to decide by/)).toHaveCount(0);
});
