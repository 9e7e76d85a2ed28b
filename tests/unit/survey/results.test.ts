import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answers, NOTHING } from '#features/survey/answers.ts';
import { pointsOf } from '#features/survey/quadrant.ts';
import { type Answered, resultsOf, rowsOf } from '#features/survey/results.ts';
import type { Panel } from '#features/survey/survey.ts';
import { SURVEY } from '#tests/support/surveys.ts';

const person = (panel: Panel, answers: Partial<Answers>): Answered => ({
  panel,
  answers: { ...NOTHING, ...answers },
});
/** So many people of a panel who all took this step of `useful`. */
const people = (n: number, panel: Panel, step: number) =>
  Array.from({ length: n }, () => person(panel, { steps: { useful: step } }));
const choosing = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([option, n]) =>
    Array.from({ length: n }, () => person('resident', { choices: { way: [option] } })),
  );
const told = (answered: readonly Answered[]) => {
  const [way] = resultsOf(SURVEY, answered, 'seed')?.choices ?? [];
  return Object.fromEntries(way?.counts ?? []);
};

test('four answers tell nothing at all; five tell their mean', () => {
  assert.equal(resultsOf(SURVEY, people(4, 'resident', 4), 'seed'), null);
  assert.equal(rowsOf(people(4, 'resident', 4), 'seed'), null);
  const results = resultsOf(SURVEY, people(5, 'resident', 4), 'seed');
  assert.equal(results?.scales.get('useful')?.all?.mean, 4);
  assert.equal(results?.total, 5);
});

test('a question that fewer than five answered is not told, however many answered others', () => {
  const answered = [...people(4, 'resident', 2), ...choosing({ letter: 6 })];
  const results = resultsOf(SURVEY, answered, 'seed');
  assert.equal(results?.scales.get('useful')?.all, null);
  assert.deepEqual(told(answered), { letter: 6, visit: 0, call: 0 });
});

test('panels are told apart when both are large enough', () => {
  const results = resultsOf(
    SURVEY,
    [...people(5, 'official', 2), ...people(6, 'resident', 4)],
    's',
  );
  assert.deepEqual(
    [...(results?.panels ?? [])],
    [
      ['official', 5],
      ['resident', 6],
    ],
  );
  const useful = results?.scales.get('useful');
  assert.equal(useful?.panels?.get('official')?.mean, 2);
  assert.equal(useful?.panels?.get('resident')?.mean, 4);
});

test('a small panel hides the large one as well, for all minus the large one is the small one', () => {
  const results = resultsOf(
    SURVEY,
    [...people(3, 'official', 2), ...people(9, 'resident', 4)],
    's',
  );
  assert.equal(results?.panels, null);
  assert.equal(results?.scales.get('useful')?.panels, null);
  assert.equal(results?.scales.get('useful')?.all?.n, 12);
});

test('a panel that left a question out nearly whole is not told apart there', () => {
  const silent = Array.from({ length: 4 }, () =>
    person('official', { choices: { way: ['call'] } }),
  );
  const answered = [...people(2, 'official', 1), ...silent, ...people(9, 'resident', 4)];
  const results = resultsOf(SURVEY, answered, 's');
  assert.deepEqual(
    [...(results?.panels ?? [])],
    [
      ['official', 6],
      ['resident', 9],
    ],
  );
  assert.equal(results?.scales.get('useful')?.panels, null);
});

test('no count below five can be worked out from the others', () => {
  assert.deepEqual(told(choosing({ letter: 10, visit: 2, call: 0 })), {
    letter: null,
    visit: null,
    call: 0,
  });
  assert.deepEqual(told(choosing({ letter: 10, visit: 2, call: 6 })), {
    letter: 10,
    visit: null,
    call: null,
  });
  assert.deepEqual(told(choosing({ letter: 10, visit: 2, call: 2 })), {
    letter: null,
    visit: null,
    call: null,
  });
  assert.deepEqual(told(choosing({ letter: 10, visit: 3, call: 4 })), {
    letter: 10,
    visit: null,
    call: null,
  });
  assert.deepEqual(told(choosing({ letter: 5, visit: 5, call: 5 })), {
    letter: 5,
    visit: 5,
    call: 5,
  });
});

const UP_TO_8 = Array.from({ length: 9 }, (_, n) => n);
const EVERY_WAY = UP_TO_8.flatMap((letter) =>
  UP_TO_8.flatMap((visit) => UP_TO_8.map((call) => ({ letter, visit, call }))),
).filter(({ letter, visit, call }) => letter + visit + call >= 5);

test('for every way people may choose, what is told never gives a small count away', () => {
  for (const counts of EVERY_WAY) {
    const shown = told(choosing(counts));
    const names = ['letter', 'visit', 'call'] as const;
    const hidden = names.filter((name) => shown[name] === null);
    const rest = hidden.reduce((sum, name) => sum + counts[name], 0);
    assert.ok(hidden.length !== 1 || rest >= 5, JSON.stringify(counts));
    assert.ok(
      names.every((name) => hidden.includes(name) || counts[name] === 0 || counts[name] >= 5),
    );
    assert.ok(hidden.length === 0 || rest >= 5, JSON.stringify(counts));
  }
});

test('texts are told from five on, in an order that has nothing to do with who came first', () => {
  const words = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const said = (order: readonly string[]) =>
    resultsOf(
      SURVEY,
      order.map((word) => person('resident', { texts: { said: word } })),
      'seed',
    )?.opens[0]?.texts ?? null;
  assert.equal(said(words.slice(0, 4)), null);
  assert.deepEqual(said(words), said([...words].reverse()));
  assert.deepEqual([...(said(words) ?? [])].sort(), words);
});

test('what is important and lacking stands where one looks first, and no number covers another', () => {
  const same = { 'help/importance': 5, 'help/state': 1, 'calm/importance': 5, 'calm/state': 1 };
  const answered = Array.from({ length: 5 }, () => person('resident', { steps: same }));
  const results = resultsOf(SURVEY, answered, 'seed');
  assert.ok(results);
  const points = pointsOf(SURVEY, results);
  assert.deepEqual(
    points.map(({ number, quadrant }) => [number, quadrant]),
    [
      [1, 'mend'],
      [2, 'mend'],
    ],
  );
  const [help, calm] = points;
  assert.ok(help && calm && Math.hypot(help.x - calm.x, help.y - calm.y) >= 26);
});
