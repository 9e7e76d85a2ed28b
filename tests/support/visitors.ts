import { expect, type Page } from '@playwright/test';
import { demoPassword } from '#features/identity/demo.ts';
import { translator } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';

/** Signs a demonstration person in through the form; `src/cli/demo/people.ts` names them. */
export async function signInAs(page: Page, login: string, locale: Locale = 'ko'): Promise<void> {
  await page.goto(`/${locale}/sign-in`);
  await fillSignIn(page, { login, password: demoPassword(login) }, locale);
  await expect(page).toHaveURL(/\/my$/);
}

/** A resident nobody has met yet makes an account; answers the sign-in they chose. */
export async function signUpResident(page: Page, locale: Locale = 'ko') {
  const t = translator(locale);
  const login = `visitor-${crypto.randomUUID().slice(0, 8)}`;
  const password = '창밖에는 눈이 옵니다';
  await page.goto(`/${locale}/sign-up`);
  await page.getByLabel(t('identity.name'), { exact: true }).fill('봄이');
  await page.getByLabel(t('identity.login'), { exact: true }).fill(login);
  await page.getByLabel(t('identity.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: t('identity.sign-up.act') }).click();
  await expect(page).toHaveURL(/\/my$/);
  return { login, password };
}

/** Fills in and sends the sign-in form that is open. */
export async function fillSignIn(
  page: Page,
  { login, password }: { login: string; password: string },
  locale: Locale,
): Promise<void> {
  const t = translator(locale);
  await page.getByLabel(t('identity.login'), { exact: true }).fill(login);
  await page.getByLabel(t('identity.password'), { exact: true }).fill(password);
  await page
    .getByRole('main')
    .getByRole('button', { name: t('identity.sign-in.act'), exact: true })
    .click();
}
