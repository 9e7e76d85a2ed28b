import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Item } from '#features/assessment/item.ts';
import { seedFor } from '#features/assessment/public-item.ts';
import { viewQuestion } from '#features/assessment/question.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import { readUnchecked } from '#library/read.ts';

type Found = { readonly object: string; readonly item: Item };
const root = fileURLToPath(new URL('../../', import.meta.url));
const PEOPLE = [null, ...Array.from({ length: 20 }, (_, at) => `person-${at}`)];
let questions: readonly Found[] = [];

before(async () => {
  const library = await readUnchecked(root);
  questions = Object.entries(library.items).flatMap(([lesson, items]) =>
    items.map((item) => ({ object: `${lesson}/${item.id}`, item })),
  );
  assert.ok(questions.length > 0);
});

function shown({ object, item }: Found, personId: string | null, locale: Locale) {
  return viewQuestion({ item, object, locale, personId, statements: [], refused: null });
}

/** Every id an author gave to a part of the question: some say which part is right. */
function idsIn(item: Item): string[] {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return item.choices.map(({ id }) => id);
    case 'order':
      return item.sequence.map(({ id }) => id);
    case 'match':
      return [...item.pairs, ...item.extras].map(({ id }) => id);
    case 'number':
      return [];
  }
}

/** Every explanation in the question. */
function rationalesIn(item: Item): string[] {
  const own = LOCALES.map((locale) => item.rationale[locale]);
  if (item.type !== 'single' && item.type !== 'multiple') return own;
  return [...own, ...item.choices.flatMap(({ rationale }) => Object.values(rationale))];
}

test('no question of any lesson shows its answer before it is answered', () => {
  for (const found of questions) {
    for (const personId of PEOPLE) {
      const views = LOCALES.map((locale) => shown(found, personId, locale));
      const json = JSON.stringify(views);
      assert.ok(!/"(correct|rationale|answer|tolerance|difficulty|why)"/.test(json), found.object);
      for (const secret of rationalesIn(found.item)) {
        assert.ok(
          !json.includes(JSON.stringify(secret).slice(1, -1)),
          `${found.object}: ${secret}`,
        );
      }
      for (const id of idsIn(found.item)) assert.ok(!json.includes(`"${id}"`), found.object);
      for (const view of views) assert.deepEqual([view.last, view.given], [null, {}]);
    }
  }
});

test('no sequence of any lesson is shown in its right order, no list of matches beside its pairs', () => {
  for (const { object, item } of questions) {
    for (const personId of PEOPLE) {
      const { item: view } = shown({ object, item }, personId, 'en');
      if (view.type === 'order' && item.type === 'order') {
        assert.notDeepEqual(
          view.parts.map(({ text }) => text),
          item.sequence.map(({ text }) => text.en),
          `${object} for ${seedFor(personId, object)}`,
        );
      }
      if (view.type === 'match' && item.type === 'match') {
        const rights = view.rights.map(({ text }) => text);
        const right = item.pairs.map((pair) => pair.right.en);
        assert.notDeepEqual(rights.slice(0, right.length), right, object);
      }
    }
  }
});

test('the right choice of a question stands anywhere: first no more often than chance', () => {
  const counts = questions.flatMap(({ object, item }) => {
    if (item.type !== 'single') return [];
    const right = item.choices.find(({ correct }) => correct === true)?.text.en;
    return PEOPLE.map((personId) => {
      const { item: view } = shown({ object, item }, personId, 'en');
      const isFirst = view.type === 'single' && view.choices[0]?.text === right;
      return { isFirst: isFirst ? 1 : 0, chance: 1 / item.choices.length };
    });
  });
  const first = counts.reduce((sum, { isFirst }) => sum + isFirst, 0) / counts.length;
  const chance = counts.reduce((sum, one) => sum + one.chance, 0) / counts.length;
  assert.ok(Math.abs(first - chance) < 0.1, `${first} against ${chance}`);
});
