import type { Page } from '@playwright/test';
import { translator } from '#i18n/index.ts';
import { addDays, dayAt } from '#kernel/date.ts';
import { expect, test } from '#tests/support/browser.ts';
import { signUpResident } from '#tests/support/visitors.ts';

const en = translator('en');

/** Plays a scenario from the resident's seat to its end, whatever it leads to. */
async function playToDebrief(page: Page): Promise<void> {
  await page.goto('/en/scenarios/participatory-budget');
  await page.getByRole('button', { name: en('scenario.begin'), exact: true }).click();
  const group = page.getByRole('group', { name: en('scenario.play.question') });
  while ((await group.count()) > 0) await group.getByRole('button').first().click();
  await page.getByRole('link', { name: en('scenario.play.to-debrief') }).click();
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('what one means to change after a run is kept until it is done', async ({ page }) => {
    await signUpResident(page);
    await playToDebrief(page);
    const debrief = page.url();
    const what = page.getByLabel(en('improvement.what'));
    const item = page.getByRole('listitem').filter({ hasText: 'Ask those who cannot come' });
    const yesterday = addDays(dayAt(Date.now(), 'Asia/Seoul'), -1);

    await what.fill('Ask those who cannot come');
    await page.getByLabel(en('improvement.due-day')).fill(yesterday);
    await page.getByRole('button', { name: en('improvement.add') }).click();
    await expect(page.getByRole('alert')).toContainText(en('problem.improvement-day-impossible'));
    await expect(what).toHaveValue('Ask those who cannot come');
    await page.getByLabel(en('improvement.due-day')).fill(addDays(yesterday, 8));
    await page.getByRole('button', { name: en('improvement.add') }).click();
    await expect(item).toContainText('7 days left');

    await item.getByRole('link', { name: /^Edit/ }).click();
    await page.getByLabel(en('improvement.owner')).fill('Residents’ council');
    await page.getByRole('button', { name: en('improvement.save') }).click();
    await expect(item).toContainText('by Residents’ council');

    await page.goto('/en/my');
    await expect(item).toContainText('7 days left');
    await item.getByRole('link', { name: /^Debrief/ }).click();
    await expect(page).toHaveURL(new RegExp(`^${debrief}#`));

    await item.getByRole('button', { name: /^Remove/ }).click();
    await expect(item).toHaveCount(0);
    await page.getByRole('button', { name: /^Undo removal/ }).click();
    await item.getByRole('button', { name: /^Mark as done/ }).click();
    await expect(item).toContainText('done on');
    await page.goto('/en/my');
    await expect(page.getByRole('heading', { name: en('improvement.open') })).toHaveCount(0);
  });
});
