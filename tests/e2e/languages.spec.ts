import { translator } from '#i18n/index.ts';
import { LOCALES, otherLocale } from '#kernel/text.ts';
import { expect, test } from '#tests/support/browser.ts';
import { signInAs } from '#tests/support/visitors.ts';
import { PEOPLE } from '../../src/cli/demo/people.ts';
import { IMPROVEMENTS } from '../../src/cli/demo/reflections.ts';
import { CHALLENGES, OBSERVATIONS, REQUESTS } from '../../src/cli/demo/witness-plan.ts';

/** The word in the sign of the house. */
const SIGN = /^함께$/gm;
/** Names keep the script their owners write them in, and what people wrote stays in their words. */
const OWN_WORDS = [
  ...PEOPLE.map(({ name }) => name),
  ...koreanIn([IMPROVEMENTS, OBSERVATIONS, REQUESTS, CHALLENGES]),
];

/** Every text in a plan of the demonstration that somebody wrote in Korean, the longest first. */
function koreanIn(plan: unknown): string[] {
  const texts = JSON.stringify(plan).match(/"(?:[^"\\]|\\.)*[가-힣](?:[^"\\]|\\.)*"/g) ?? [];
  return texts.map((text) => String(JSON.parse(text))).sort((a, b) => b.length - a.length);
}
const LESSON = 'courses/ready-respond-recover/who-commands';

for (const locale of LOCALES) {
  const other = otherLocale(locale);
  test(`switching from ${locale} to ${other} keeps the place and what was asked for`, async ({
    page,
  }) => {
    await page.goto(`/${locale}/courses?area=crisis-response`);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await page.getByRole('link', { name: translator(locale)('shell.other-language') }).click();
    await expect(page).toHaveURL(`/${other}/courses?area=crisis-response`);
    await expect(page.locator('html')).toHaveAttribute('lang', other);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      translator(other)('learning.courses'),
    );
    await page.getByRole('link', { name: translator(other)('shell.other-language') }).click();
    await expect(page).toHaveURL(`/${locale}/courses?area=crisis-response`);
  });
}

test('the link to the other language says so in that language', async ({ page }) => {
  await page.goto(`/ko/${LESSON}`);
  const link = page.getByRole('link', { name: 'English', exact: true });
  await expect(link).toHaveAttribute('lang', 'en');
  await expect(link).toHaveAttribute('hreflang', 'en');
  for (const locale of LOCALES) {
    await expect(page.locator(`link[rel=alternate][hreflang=${locale}]`)).toHaveAttribute(
      'href',
      new RegExp(`^https?://[^/]+/${locale}/${LESSON}$`),
    );
  }
});

for (const [wish, locale] of [
  ['en-GB,en;q=0.9', 'en'],
  ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
  ['fr-FR,fr;q=0.9,en;q=0.4', 'en'],
  ['ja,zh;q=0.9', 'ko'],
] as const) {
  test(`whoever comes without an address and reads “${wish}” begins in ${locale}`, async ({
    request,
  }) => {
    const headers = { 'accept-language': wish };
    const answer = await request.get('/', { headers, maxRedirects: 0 });
    expect(answer.status()).toBe(302);
    expect(answer.headers()['location']).toBe(`/${locale}`);
    expect(answer.headers()['vary']).toMatch(/accept-language/i);
  });
}

test('whoever is signed in begins in the language they chose', async ({ page }) => {
  await signInAs(page, 'lan', 'ko');
  await page.goto('/');
  await expect(page).toHaveURL(/\/en$/);
});

test('a language that is not spoken here is no page', async ({ page, request }) => {
  for (const path of [
    '/de',
    '/de/courses',
    '/KO/courses',
    '/kor/my',
    '/en-GB/courses',
    '/__proto__',
  ]) {
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(404);
  }
  await page.goto('/de/courses');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    translator('ko')('shell.error.not-found'),
  );
});

for (const locale of LOCALES) {
  test(`a page that does not exist says so in ${locale}`, async ({ page }) => {
    const answer = await page.goto(`/${locale}/nowhere/at/all`);
    expect(answer?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      translator(locale)('shell.error.not-found'),
    );
    await page
      .getByRole('link', { name: translator(locale)('shell.error.home'), exact: true })
      .click();
    await expect(page).toHaveURL(`/${locale}`);
  });
}

test('a page in English holds no Korean sentence but the name of the language', async ({
  page,
}) => {
  await signInAs(page, 'haneul', 'en');
  for (const path of ['', '/courses', `/${LESSON}`, '/my', '/my/competencies', '/my/record']) {
    await page.goto(`/en${path}`);
    const words = await page.getByRole('main').innerText();
    const ours = OWN_WORDS.reduce((text, own) => text.replaceAll(own, ''), words);
    const hangul = ours.replace(SIGN, '').match(/[가-힣][가-힣 ]*/g) ?? [];
    expect(hangul, path).toEqual([]);
  }
});
