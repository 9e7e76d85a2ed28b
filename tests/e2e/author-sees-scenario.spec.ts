import type { Page } from '@playwright/test';
import { translator } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';
import { expect, test } from '#tests/support/browser.ts';
import { library } from '#tests/support/questions.ts';
import { signInAs } from '#tests/support/visitors.ts';

const SCENARIO = 'heatwave-closure';
const PHONE = { width: 360, height: 740 };

async function scenario() {
  const { scenarios } = await library();
  const found = scenarios.find(({ id }) => id === SCENARIO);
  if (found === undefined) throw new Error(`no scenario ${SCENARIO}`);
  return found;
}

/** Follows "look whether it is done" until all paths are counted. */
async function waitForCount(page: Page, locale: Locale = 'ko'): Promise<void> {
  const t = translator(locale);
  const endings = page.getByRole('table', { name: t('author.bench.endings-caption') });
  await expect(async () => {
    const again = page.getByRole('link', { name: t('author.bench.look-again') });
    if ((await again.count()) > 0) await again.click();
    await expect(endings).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

for (const locale of ['ko', 'en'] as const) {
  const t = translator(locale);

  test(`an author opens a scenario from the list and sees how all its paths end (${locale})`, async ({
    page,
  }) => {
    const { words, logic, source } = await scenario();
    const title = words[locale]['title']?.label ?? '';
    await signInAs(page, 'seojin', locale);
    await page.goto(`/${locale}/content`);
    const list = page.getByRole('table', { name: t('author.scenario-list-caption') });
    await list.getByRole('link', { name: title, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      t('author.bench.title', { title }),
    );
    await waitForCount(page, locale);
    const endings = page.getByRole('table', { name: t('author.bench.endings-caption') });
    for (const ending of logic.endings) {
      const row = endings.getByRole('row', { name: words[locale][ending]?.label ?? '' });
      await expect(row).toContainText(/\d%/);
    }
    const claims = page.getByRole('table', { name: t('author.bench.claims-caption') });
    await expect(claims.getByRole('rowheader')).toHaveCount(Object.keys(source.claims).length);
    const findings = page.getByRole('region', { name: t('author.bench.findings'), exact: true });
    await expect(findings).toContainText(t('author.bench.no-findings'));
  });

  test(`the map is drawn and written out, with every choice and its minutes (${locale})`, async ({
    page,
  }) => {
    const { words, logic } = await scenario();
    const title = words[locale]['title']?.label ?? '';
    await signInAs(page, 'seojin', locale);
    await page.goto(`/${locale}/content/${SCENARIO}`);
    await expect(
      page.getByRole('img', { name: t('author.bench.map-of', { title }) }),
    ).toBeVisible();
    const written = page.getByRole('region', { name: t('author.bench.as-text'), exact: true });
    for (const [scene, { choices }] of Object.entries(logic.scenes)) {
      await expect(
        written.getByRole('heading', { name: words[locale][scene]?.label ?? '' }),
      ).toBeVisible();
      for (const { id, takes } of choices) {
        const label = words[locale][`${scene}.${id}`]?.label ?? '';
        const item = written
          .locator(`#place-${scene}`)
          .getByRole('listitem')
          .filter({ hasText: label });
        await expect(item).toContainText(t('shell.minutes', { n: takes }));
      }
    }
  });
}

test('an author sees the shortest path to an ending', async ({ page }) => {
  const t = translator('ko');
  const { words, logic } = await scenario();
  await signInAs(page, 'seojin');
  await page.goto(`/ko/content/${SCENARIO}`);
  await waitForCount(page);
  const [ending = ''] = logic.endings;
  const place = page.locator(`#place-${ending}`);
  await place.getByText(t('author.bench.route')).click();
  await expect(place.getByRole('listitem').first()).toContainText(
    words.ko[logic.start]?.label ?? 'no words',
  );
});

test('an author reads the words of both languages side by side, on a phone one below the other', async ({
  page,
}) => {
  const t = translator('ko');
  const { words } = await scenario();
  await signInAs(page, 'seojin');
  await page.goto(`/ko/content/${SCENARIO}`);
  const table = page.getByRole('table', { name: t('author.bench.words-caption') });
  const row = table.getByRole('row', { name: 'alert.partial' });
  const korean = row.getByRole('cell').filter({ hasText: words.ko['alert.partial']?.label ?? '' });
  const english = row.getByRole('cell').filter({ hasText: words.en['alert.partial']?.label ?? '' });
  const left = await korean.boundingBox();
  const right = await english.boundingBox();
  expect(right?.x).toBeGreaterThan(left?.x ?? Infinity);
  expect(right?.y).toBe(left?.y);
  await page.setViewportSize(PHONE);
  const above = await korean.boundingBox();
  const below = await english.boundingBox();
  expect(below?.y).toBeGreaterThan(above?.y ?? Infinity);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);
});

test('the map alone can be opened large, and one finds the way back', async ({ page }) => {
  const t = translator('ko');
  const { words } = await scenario();
  const title = words.ko['title']?.label ?? '';
  await signInAs(page, 'seojin');
  await page.goto(`/ko/content/${SCENARIO}`);
  const map = page.getByRole('img', { name: t('author.bench.map-of', { title }) });
  const small = await map.boundingBox();
  await page.getByRole('link', { name: t('author.bench.map-large') }).click();
  const large = await map.boundingBox();
  expect(large?.width).toBeGreaterThan(small?.width ?? Infinity);
  await page.getByRole('link', { name: t('author.bench.map-small') }).click();
  await expect(page).toHaveURL(new RegExp(`/ko/content/${SCENARIO}$`));
});

test('an author rehearses a scene without playing all that leads to it', async ({ page }) => {
  const t = translator('ko');
  const { words } = await scenario();
  const heading = words.ko['reopen']?.label ?? 'no words';
  await signInAs(page, 'seojin');
  await page.goto(`/ko/content/${SCENARIO}`);
  await waitForCount(page);
  await page
    .locator('#place-reopen')
    .getByRole('button', { name: t('author.bench.rehearse') })
    .click();
  await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  await expect(page.getByText('점검용 훈련이어서')).toBeVisible();
  const group = page.getByRole('group', { name: t('scenario.play.question') });
  await group.getByRole('button').first().click();
  await page.getByRole('link', { name: t('scenario.play.to-debrief') }).click();
  await expect(page.getByRole('heading', { name: t('scenario.rehearsal') })).toBeVisible();
  await page.getByRole('link', { name: t('scenario.rehearsal.to-bench') }).click();
  await expect(page).toHaveURL(new RegExp(`/ko/content/${SCENARIO}$`));
});

for (const login of ['sora', 'haneul']) {
  test(`${login} is told that the bench is for authors`, async ({ page }) => {
    await signInAs(page, login);
    const answer = await page.goto(`/ko/content/${SCENARIO}`);
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      translator('ko')('shell.error.forbidden'),
    );
    const { origin } = new URL(page.url());
    const form = { eventId: crypto.randomUUID(), scene: 'heat' };
    const sent = await page.request.post(page.url(), { form, headers: { origin } });
    expect(sent.status()).toBe(403);
  });
}

test('somebody who is not signed in is asked to, and a scenario that does not exist is not found', async ({
  page,
}) => {
  await page.goto(`/ko/content/${SCENARIO}`);
  await expect(page).toHaveURL(/\/ko\/sign-in/);
  await signInAs(page, 'jun');
  expect((await page.goto('/ko/content/never-written'))?.status()).toBe(404);
  expect((await page.goto(`/ko/content/${SCENARIO}`))?.status()).toBe(200);
});
