import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Item } from '#features/assessment/item.ts';
import { translator } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';
import type { Library } from '#library/library.ts';
import { readUnchecked } from '#library/read.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let reading: Promise<Library> | undefined;

/** The content the server under test was built from. */
export function library(): Promise<Library> {
  reading ??= readUnchecked(root);
  return reading;
}

/** A lesson's questions in the order in which it asks them. */
export async function questionsOf(course: string, lesson: string): Promise<Item[]> {
  const { courses, items } = await library();
  const order = courses
    .find(({ id }) => id === course)
    ?.lessons.find(({ id }) => id === lesson)?.items;
  const written = items[`${course}/${lesson}`] ?? [];
  return (order ?? []).flatMap((id) => written.filter((item) => item.id === id));
}

/** The nth question on the page, from 1. */
export function questionAt(page: Page, n: number, locale: Locale): Locator {
  const name = translator(locale)('assessment.question', { n });
  return page.getByRole('region', { name, exact: true });
}

/** Fills in the right answer the way a person would, by the words on the page. */
export async function fillIn(question: Locator, item: Item, locale: Locale): Promise<void> {
  const t = translator(locale);
  switch (item.type) {
    case 'single':
    case 'multiple':
      for (const { text } of item.choices.filter(({ correct }) => correct)) {
        const role = item.type === 'single' ? 'radio' : 'checkbox';
        await question.getByRole(role, { name: text[locale], exact: true }).check();
      }
      return;
    case 'order':
      for (const [at, { text }] of item.sequence.entries()) {
        const label = t('assessment.place', { n: at + 1 });
        await question.getByLabel(text[locale], { exact: true }).selectOption({ label });
      }
      return;
    case 'match':
      for (const { left, right } of item.pairs) {
        await question
          .getByLabel(left[locale], { exact: true })
          .selectOption({ label: right[locale] });
      }
      return;
    case 'number':
      await question.getByRole('textbox').fill(String(item.answer.value));
  }
}

export async function check(question: Locator, locale: Locale): Promise<void> {
  const t = translator(locale);
  const words = [t('assessment.check'), t('assessment.check-again')].join('|');
  await question.getByRole('button', { name: new RegExp(`^(${words})$`) }).click();
}

/** Answers every question of the open lesson rightly and marks it as read. */
export async function studyLesson(
  page: Page,
  { course, lesson, locale }: { course: string; lesson: string; locale: Locale },
): Promise<void> {
  const t = translator(locale);
  for (const [at, item] of (await questionsOf(course, lesson)).entries()) {
    const question = questionAt(page, at + 1, locale);
    await fillIn(question, item, locale);
    await check(question, locale);
    await expect(question.getByRole('heading', { name: t('assessment.right') })).toBeVisible();
  }
  await page.getByRole('button', { name: t('learning.read') }).click();
  await expect(page.getByRole('button', { name: t('learning.read') })).toHaveCount(0);
}
