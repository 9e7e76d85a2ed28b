import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { translator } from '#i18n/index.ts';
import { expect, test, watch } from '#tests/support/browser.ts';
import { signUpResident } from '#tests/support/visitors.ts';

const t = translator('en');
const ko = translator('ko');
const PATH = [
  'Suggest agreeing first on how to speak and how to decide',
  'Tell the room about it and take part like everyone else',
  'Ask the officer for costs',
  'Suggest reading the letters aloud',
  'Three stickers each',
  'Send the minutes',
];

const choose = (page: Page, label: string) => page.getByRole('button', { name: label }).click();

async function begin(page: Page): Promise<void> {
  await page.goto('/en/scenarios/participatory-budget');
  await page.getByRole('button', { name: t('scenario.begin'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: "Seven o'clock" })).toBeVisible();
}

test('a resident plays a scenario, looks back, writes, and plays again as practice', async ({
  page,
}) => {
  await signUpResident(page);
  await begin(page);
  for (const [index, label] of PATH.entries()) {
    await choose(page, label);
    if (index < PATH.length - 1)
      await expect(page.getByText(`You decided: ${label}`)).toBeVisible();
  }
  await expect(page.getByText(t('scenario.play.over'), { exact: true })).toBeVisible();
  await page.getByRole('link', { name: t('scenario.play.to-debrief') }).click();
  await expect(page.getByRole('heading', { name: t('scenario.debrief.counted') })).toBeVisible();
  await expect(page.getByRole('img', { name: t('scenario.debrief.timeline') })).toBeVisible();
  await expect(page.getByText('The agreement was used twice later in the evening')).toBeVisible();
  const shares = page.getByRole('list', { name: t('scenario.debrief.peers-caption') });
  await expect(shares.first()).toBeVisible();

  await page.getByLabel(t('scenario.debrief.change')).fill('I will ask who is missing first.');
  await page.getByRole('button', { name: t('scenario.debrief.save') }).click();
  await expect(
    page.getByRole('status').filter({ hasText: t('scenario.debrief.saved') }),
  ).toBeVisible();
  await expect(page.getByLabel(t('scenario.debrief.change'))).toHaveValue(
    'I will ask who is missing first.',
  );

  await page.getByRole('button', { name: t('scenario.begin.practice') }).click();
  await expect(page.getByText(t('scenario.play.practice'))).toBeVisible();
});

test('in the browser a decision moves focus to the new situation and is announced', async ({
  page,
}) => {
  await signUpResident(page);
  await begin(page);
  await page.waitForFunction(() => document.querySelector('astro-island:not([ssr])') !== null);
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.resourceType());
  });
  await page.getByRole('button', { name: PATH[0] ?? '' }).focus();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 2, name: 'A favour' });
  await expect(heading).toBeFocused();
  await expect(page.getByRole('status')).toContainText('New situation: A favour');
  expect(posts).toEqual(['fetch']);
  await page.keyboard.press('Tab');
  const choices = page.getByRole('group', { name: t('scenario.play.question') });
  await expect(choices.getByRole('button').first()).toBeFocused();
  await page.reload();
  await expect(heading).toBeVisible();
});

test('when the network answers nonsense the form is sent the plain way', async ({ page }) => {
  await signUpResident(page);
  await begin(page);
  await page.waitForFunction(() => document.querySelector('astro-island:not([ssr])') !== null);
  await page.route('**/runs/*', async (route) => {
    const isFetch = route.request().resourceType() === 'fetch';
    await (isFetch
      ? route.fulfill({ contentType: 'text/html', body: 'nonsense' })
      : route.continue());
  });
  await choose(page, PATH[0] ?? '');
  await expect(page.getByRole('heading', { level: 2, name: 'A favour' })).toBeVisible();
});

test('a second window that decides late is shown where the run stands', async ({
  page,
  context,
}) => {
  await signUpResident(page);
  await begin(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await choose(page, PATH[0] ?? '');
  await expect(page.getByRole('heading', { level: 2, name: 'A favour' })).toBeVisible();
  await choose(other, 'Suggest taking the proposals in the order');
  await expect(other.getByText(t('problem.step-already-taken'))).toBeVisible();
  await expect(other.getByRole('heading', { level: 2, name: 'A favour' })).toBeVisible();
});

test("somebody else's run does not exist", async ({ page, browser }) => {
  await signUpResident(page);
  await begin(page);
  const stranger = await browser.newContext();
  const faults = watch(stranger);
  const elsewhere = await stranger.newPage();
  await signUpResident(elsewhere);
  for (const address of [page.url(), `${page.url()}/debrief`]) {
    const response = await elsewhere.goto(address);
    expect(response?.status()).toBe(404);
  }
  expect(faults).toEqual([]);
  await stranger.close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a scenario is played by forms alone, in Korean', async ({ page }) => {
    await signUpResident(page);
    await page.goto('/ko/scenarios/participatory-budget');
    await page.getByRole('button', { name: ko('scenario.begin'), exact: true }).click();
    for (let decisions = 0; decisions < 7; decisions += 1) {
      const choices = page
        .getByRole('group', { name: ko('scenario.play.question') })
        .getByRole('button');
      if ((await choices.count()) === 0) break;
      await choices.first().click();
    }
    await page.getByRole('link', { name: ko('scenario.play.to-debrief') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('돌아보기: 2억 원과 하룻저녁');
  });
});

test('pages of a scenario have no accessibility faults', async ({ page }) => {
  // A text that is fading in has the contrast of that moment.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signUpResident(page);
  const audit = async () =>
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.goto('/en/scenarios');
  await audit();
  await begin(page);
  await audit();
  for (const label of PATH.slice(0, 2)) {
    await choose(page, label);
    await expect(page.getByText(`You decided: ${label}`)).toBeVisible();
  }
  await audit();
  for (const label of PATH.slice(2)) await choose(page, label);
  await page.getByRole('link', { name: t('scenario.play.to-debrief') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const summary of await page.locator('summary').all()) await summary.click();
  await audit();
});
