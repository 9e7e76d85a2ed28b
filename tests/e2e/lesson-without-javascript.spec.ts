import type { Item } from '#features/assessment/item.ts';
import { translator } from '#i18n/index.ts';
import { LOCALES } from '#kernel/text.ts';
import { expect, test } from '#tests/support/browser.ts';
import { check, fillIn, library, questionAt, questionsOf } from '#tests/support/questions.ts';
import { signUpResident } from '#tests/support/visitors.ts';

test.use({ javaScriptEnabled: false });
const t = translator('ko');

/** The first question of a type in all the content, with its place. */
async function firstOfType(type: Item['type']) {
  for (const course of (await library()).courses) {
    for (const lesson of course.lessons) {
      const questions = await questionsOf(course.id, lesson.id);
      const at = questions.findIndex((item) => item.type === type);
      const item = questions[at];
      if (item) return { item, number: at + 1, path: `/ko/courses/${course.id}/${lesson.id}` };
    }
  }
  return null;
}

for (const type of ['single', 'multiple', 'order', 'match', 'number'] as const) {
  test(`a question of type ${type} can be answered without a script`, async ({ page }) => {
    const found = await firstOfType(type);
    if (found === null) throw new Error(`no lesson asks a question of type ${type}`);
    await signUpResident(page);
    await page.goto(found.path);
    const question = questionAt(page, found.number, 'ko');
    await check(question, 'ko');
    await expect(question.getByRole('alert')).toBeVisible();
    await fillIn(question, found.item, 'ko');
    await check(question, 'ko');
    await expect(page).toHaveURL(new RegExp(`#check-${found.item.id}$`));
    await expect(question.getByRole('heading', { name: t('assessment.right') })).toBeVisible();
  });
}

test('a place chosen twice is refused with everything that was chosen still there', async ({
  page,
}) => {
  const found = await firstOfType('order');
  if (found?.item.type !== 'order') throw new Error('no lesson asks for an order');
  await signUpResident(page);
  await page.goto(found.path);
  const question = questionAt(page, found.number, 'ko');
  const lists = question.getByRole('combobox');
  const first = t('assessment.place', { n: 1 });
  for (const list of await lists.all()) await list.selectOption({ label: first });
  await check(question, 'ko');
  await expect(question.getByRole('alert')).toHaveText(
    t('problem.answer-place-twice', { place: 1 }),
  );
  for (const list of await lists.all()) await expect(list).toHaveValue('1');
});

test('the text of every lesson can be read without an account, and holds no answer', async ({
  request,
}) => {
  const lessons = (await library()).courses.flatMap(({ lessons }) => lessons);
  for (const { course, id } of lessons) {
    const questions = await questionsOf(course, id);
    for (const locale of LOCALES) {
      const answer = await request.get(`/${locale}/courses/${course}/${id}`);
      expect(answer.status()).toBe(200);
      const html = plain(await answer.text());
      for (const { prompt } of questions) expect(html).toContain(plain(prompt[locale]));
      for (const secret of questions.flatMap(secretsOf)) expect(html).not.toContain(plain(secret));
    }
  }
});

/** Explanations, in every language. */
function secretsOf(item: Item): string[] {
  const texts = [item.rationale];
  if (item.type === 'single' || item.type === 'multiple') {
    texts.push(...item.choices.map(({ rationale }) => rationale));
  }
  return texts.flatMap((text) => Object.values(text));
}

/** Words alone: without spaces, and quotation marks and ampersands as they are written. */
function plain(text: string): string {
  return text
    .replace(/&(quot|#34);/g, '"')
    .replace(/&(apos|#39);/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, '');
}

test('addresses that are nowhere answer 404', async ({ request }) => {
  for (const path of [
    '/ko/courses/nowhere',
    '/ko/courses/__proto__/x',
    '/ko/courses/agree-act-account/NOT-A-LESSON',
    '/en/courses/agree-act-account/participatory-budget',
  ]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});
