import type { Page } from '@playwright/test';
import { translator } from '#i18n/index.ts';
import { expect, test, watch } from '#tests/support/browser.ts';
import { signInAs } from '#tests/support/visitors.ts';

const t = translator('ko');
const en = translator('en');
const SCENARIO = 'text-from-the-parcel';

/** The trainer begins an exercise with their cohort; answers the page of its run. */
async function begin(page: Page): Promise<void> {
  await signInAs(page, 'sora');
  await page.goto('/ko/cohorts');
  await page.locator('main a[href*="/cohorts/"]').first().click();
  await page.getByRole('link', { name: t('vote.exercises.link') }).click();
  const select = page.getByLabel(t('vote.exercises.scenario'));
  const value = await select.locator(`option[value^="${SCENARIO}/"]`).first().getAttribute('value');
  await select.selectOption(value ?? '');
  await page.getByRole('button', { name: t('vote.exercises.act') }).click();
}

test('a trainer puts a decision to the vote, two members vote, and each finds their vote among their evidence', async ({
  page: trainer,
  browser,
}) => {
  test.setTimeout(90_000);
  await begin(trainer);
  await trainer.getByRole('button', { name: t('vote.run.ask') }).click();
  await expect(trainer).toHaveURL(/\/votes\//);
  const path = new URL(trainer.url()).pathname;
  await expect(trainer.getByText(t('vote.cast', { n: 0 }))).toBeVisible();

  const context = await browser.newContext({ javaScriptEnabled: false });
  const faults = watch(context);
  const mingyu = await context.newPage();
  await signInAs(mingyu, 'mingyu');
  await mingyu.locator(`a[href="${path}"]`).click();
  await mingyu.getByRole('radio').first().check();
  await mingyu.getByRole('button', { name: t('vote.send') }).click();
  await expect(mingyu.getByText(t('vote.have-voted'))).toBeVisible();
  await mingyu.getByRole('radio').nth(1).check();
  await mingyu.getByRole('button', { name: t('vote.change') }).click();
  await expect(mingyu.getByRole('radio').nth(1)).toBeChecked();
  await expect(mingyu.getByRole('heading', { name: t('vote.result') })).toHaveCount(0);

  const elsewhere = await browser.newContext();
  const jiwon = await elsewhere.newPage();
  await signInAs(jiwon, 'jiwon', 'en');
  await jiwon.goto(path.replace('/ko/', '/en/'));
  await jiwon.getByRole('radio').first().check();
  await jiwon.getByRole('button', { name: en('vote.send') }).click();
  await expect(jiwon.getByText(en('vote.have-voted'))).toBeVisible();

  await expect(trainer.getByText(t('vote.cast', { n: 2 })).first()).toBeVisible();
  await trainer.getByRole('button', { name: t('vote.close') }).click();
  await expect(trainer.getByText(t('vote.few'))).toBeVisible();
  await expect(trainer.getByRole('table')).toHaveCount(0);

  await mingyu.getByRole('link', { name: t('vote.look-again') }).click();
  await expect(mingyu.getByText(t('vote.evidence-text'))).toBeVisible();
  await mingyu.getByRole('main').locator('a[href*="/evidence/"]').first().click();
  await expect(mingyu.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(jiwon.getByText(en('vote.evidence-text'))).toBeVisible();

  await trainer.getByRole('link', { name: t('vote.back-to-run') }).click();
  await expect(trainer.getByText(t('vote.run.closed'))).toBeVisible();
  const choices = trainer.getByRole('group', { name: t('scenario.play.question') });
  await choices.getByRole('button').first().click();
  await expect(trainer.getByRole('button', { name: t('vote.run.ask') })).toBeVisible();
  await context.close();
  await elsewhere.close();
  expect(faults).toEqual([]);
});

test('somebody outside the cohort finds no vote, and a member who did not vote is not told its notes', async ({
  page,
}) => {
  await signInAs(page, 'sora');
  await page.goto('/ko/cohorts');
  await page.locator('main a[href*="/cohorts/"]').first().click();
  await page.getByRole('link', { name: t('vote.exercises.link') }).click();
  const closed = page.getByRole('link', { name: t('vote.exercises.one', { n: 1, cast: 6 }) });
  const path = (await closed.getAttribute('href')) ?? '';
  await closed.click();
  await expect(page.getByRole('table', { name: t('vote.result-caption', { n: 6 }) })).toBeVisible();
  await page.context().clearCookies();
  await signInAs(page, 'minji');
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(404);
  await page.context().clearCookies();
  await signInAs(page, 'haneul');
  await page.goto(path);
  await expect(page.getByText(t('vote.not-voted'))).toBeVisible();
  await expect(page.getByRole('heading', { name: t('vote.meaning') })).toHaveCount(0);
});
