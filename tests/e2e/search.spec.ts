import { expect, test } from '#tests/support/browser.ts';

test('a resident without an account finds a word however it is spaced and goes to where it is taught', async ({
  page,
}) => {
  await page.goto('/ko');
  await page.getByRole('link', { name: '찾기', exact: true }).click();
  await page.getByLabel('무엇을 찾으십니까?').fill('무더위 쉼터를');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ko\/search\?q=/);
  await expect(page.getByRole('status')).toContainText('“무더위 쉼터를”');
  const results = page.getByRole('main').getByRole('listitem').getByRole('heading', { level: 2 });
  await expect(results.first()).toHaveText('무더위쉼터');

  await page.getByRole('link', { name: /^단원 \d+$/ }).click();
  await expect(page).toHaveURL(/kind=lesson/);
  await results.first().getByRole('link').click();
  await expect(page).toHaveURL(/\/ko\/courses\/[\w-]+\/[\w-]+(#.+)?$/);
  const [, anchor] = page.url().split('#');
  if (anchor) await expect(page.locator(`[id="${decodeURIComponent(anchor)}"]`)).toBeInViewport();
});

test('an English reader who finds nothing is told where else to look', async ({ page }) => {
  await page.goto('/en/search?q=xyzzy');
  await expect(page.getByRole('status')).toHaveText('Nothing matches “xyzzy”.');
  await expect(page.getByRole('main').getByRole('link', { name: 'Glossary' })).toBeVisible();
});

test('what is looked for is shown as letters, never as markup', async ({ page }) => {
  await page.goto(`/en/search?q=${encodeURIComponent('<b>value</b> "x"')}`);
  await expect(page.getByRole('status')).toContainText('<b>value</b> "x"');
  await expect(page.getByLabel('What are you looking for?')).toHaveValue('<b>value</b> "x"');
});
