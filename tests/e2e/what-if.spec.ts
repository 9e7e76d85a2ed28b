import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { signUpResident } from '#tests/support/visitors.ts';

const en = translator('en');
const ko = translator('ko');
const SCENARIO = 'participatory-budget';

const choicesOf = (page: Page, t: typeof en) =>
  page.getByRole('group', { name: t('scenario.play.question') }).getByRole('button');

/** Decides anything until the run is over; answers what was chosen. */
async function playOn(page: Page, t: typeof en): Promise<string[]> {
  const taken: string[] = [];
  while ((await choicesOf(page, t).count()) > 0) {
    const choice = choicesOf(page, t).first();
    taken.push((await choice.textContent()) ?? '');
    await choice.click();
  }
  return taken;
}

/** Choices stand in another order in every run, so what is not to be taken again is named. */
async function chooseOtherThan(page: Page, t: typeof en, label: string): Promise<void> {
  await choicesOf(page, t).filter({ hasNotText: label }).first().click();
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('whoever looks back on a run tries another way and sees both side by side', async ({
    page,
  }) => {
    await signUpResident(page);
    await page.goto(`/en/scenarios/${SCENARIO}`);
    await page.getByRole('button', { name: en('scenario.begin'), exact: true }).click();
    const taken = await playOn(page, en);
    await page.getByRole('link', { name: en('scenario.play.to-debrief') }).click();
    const first = page.url();

    const another = page.getByRole('button', { name: en('scenario.branch.begin') });
    await another.nth(1).focus();
    await page.keyboard.press('Enter');
    const notice = page.getByText('This is practice: another way from decision 2');
    await expect(notice).toBeVisible();
    const run = page.url();
    await chooseOtherThan(page, en, taken[1] ?? '');
    await expect(notice).toBeVisible();
    await page.goto(first);
    const unfinished = page
      .getByRole('listitem')
      .filter({ hasText: en('scenario.branch.running') });
    await unfinished.getByRole('link').click();
    await expect(page).toHaveURL(run);
    await playOn(page, en);
    await expect(notice).toBeVisible();

    await page.getByRole('link', { name: en('scenario.play.to-debrief') }).click();
    await expect(page.getByRole('heading', { name: en('scenario.beside') })).toBeVisible();
    await expect(page.getByText('The ways part at decision 2')).toBeVisible();
    const table = page.getByRole('table', { name: en('scenario.beside.indicators') });
    await expect(table.getByRole('columnheader')).toHaveText([
      en('scenario.debrief.indicator'),
      en('scenario.beside.start'),
      en('scenario.beside.first'),
      en('scenario.beside.second'),
    ]);
    const pictures = page.getByRole('img', { name: /In the earlier run it ended at/ });
    await expect(pictures).toHaveCount((await table.getByRole('row').count()) - 1);
    await expect(
      page.getByRole('heading', { name: en('scenario.debrief.practice') }),
    ).toBeVisible();

    await page.getByRole('link', { name: en('scenario.branch.to-first') }).click();
    await expect(page).toHaveURL(first);
    await expect(page.getByRole('heading', { name: en('scenario.debrief.counted') })).toBeVisible();
    await page.getByRole('link', { name: /^From decision 2/ }).click();
    await expect(page.getByRole('heading', { name: en('scenario.beside') })).toBeVisible();
  });

  test('the same in Korean, from the first decision', async ({ page }) => {
    await signUpResident(page);
    await page.goto(`/ko/scenarios/${SCENARIO}`);
    await page.getByRole('button', { name: ko('scenario.begin'), exact: true }).click();
    const taken = await playOn(page, ko);
    await page.getByRole('link', { name: ko('scenario.play.to-debrief') }).click();
    await page
      .getByRole('button', { name: ko('scenario.branch.begin') })
      .first()
      .click();
    await expect(page.getByText('연습입니다. 결정 1')).toBeVisible();
    await chooseOtherThan(page, ko, taken[0] ?? '');
    await playOn(page, ko);
    await page.getByRole('link', { name: ko('scenario.play.to-debrief') }).click();
    await expect(page.getByRole('heading', { name: ko('scenario.beside') })).toBeVisible();
    await expect(page.getByText(/^결정 1 .* 길이 갈라졌습니다/)).toBeVisible();
    await expect(page.getByRole('cell', { name: taken[0] ?? '' })).toBeVisible();
  });
});

test('another way is played with the browser in charge, keeps its notice, and has no accessibility faults', async ({
  page,
}) => {
  await signUpResident(page);
  await page.goto(`/en/scenarios/${SCENARIO}`);
  await page.getByRole('button', { name: en('scenario.begin'), exact: true }).click();
  const over = page.getByText(en('scenario.play.over'), { exact: true });
  const group = page.getByRole('group', { name: en('scenario.play.question') });
  const goOn = async () => {
    await expect(group.or(over)).toBeVisible();
    while (!(await over.isVisible())) {
      const choice = group.getByRole('button').first();
      const label = (await choice.textContent()) ?? '';
      await choice.click();
      await expect(page.getByText(en('scenario.play.chosen', { label }))).toBeVisible();
    }
  };
  await goOn();
  await page.getByRole('link', { name: en('scenario.play.to-debrief') }).click();
  await page
    .getByRole('button', { name: en('scenario.branch.begin') })
    .last()
    .click();
  const notice = page.getByText('This is practice: another way from decision');
  await expect(notice).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await goOn();
  await expect(notice).toBeVisible();
  await page.getByRole('link', { name: en('scenario.play.to-debrief') }).click();
  await expect(page.getByRole('heading', { name: en('scenario.beside') })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
