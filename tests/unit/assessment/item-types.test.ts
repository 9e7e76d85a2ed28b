import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Item } from '#features/assessment/item.ts';
import type { Given } from '#features/assessment/item-kind.ts';
import { toPublic } from '#features/assessment/public-item.ts';
import {
  type Response,
  remarks,
  responseSchema,
  score,
  toGiven,
  validate,
} from '#features/assessment/response.ts';
import { EVERY_TYPE, MATCH, MULTIPLE, NUMBER, ORDER, SINGLE } from './items.ts';

const SEEDS = Array.from({ length: 200 }, (_, seed) => `person-${seed}`);

const RIGHT: Record<Item['type'], Response> = {
  single: { type: 'single', choice: 'right-one' },
  multiple: { type: 'multiple', choices: ['right-one', 'right-two'] },
  order: { type: 'order', order: ['prevent', 'prepare', 'respond', 'recover'] },
  match: { type: 'match', pairs: { mayor: 'mayor', council: 'council', centre: 'centre' } },
  number: { type: 'number', value: 1234 },
};

function problemOf(item: Item, given: Given) {
  const result = validate(item, given);
  return result.ok ? null : result.problem;
}

for (const item of EVERY_TYPE) {
  test(`a right answer to a question of type ${item.type} counts fully`, () => {
    assert.deepEqual(score(item, RIGHT[item.type]), { correct: true, score: 1 });
  });

  test(`an answer to a question of type ${item.type} survives the form and the record`, () => {
    const given = toGiven(item, RIGHT[item.type]);
    const read = validate(item, given);
    assert.ok(read.ok);
    assert.deepEqual(read.value, RIGHT[item.type]);
    assert.deepEqual(responseSchema.parse(JSON.parse(JSON.stringify(read.value))), read.value);
  });

  test(`nothing sent to a question of type ${item.type} is refused and names the field`, () => {
    const problem = problemOf(item, {});
    assert.ok(problem?.field);
    assert.match(problem.code, /missing$/);
  });

  test(`a question of type ${item.type} shows no answer before it is answered`, () => {
    for (const seed of SEEDS) {
      const shown = JSON.stringify([toPublic(item, 'ko', seed), toPublic(item, 'en', seed)]);
      for (const secret of ['correct', '비밀', 'secret', '이유', 'reason', '1234', 'tolerance']) {
        assert.ok(!shown.includes(secret), `${secret} in ${shown}`);
      }
      assert.ok(!/"[a-z]+-one"|"mayor"|"prevent"/.test(shown), 'an id gives the answer away');
    }
  });

  test(`a question of type ${item.type} stays in one order for one person`, () => {
    const shown = SEEDS.map((seed) => JSON.stringify(toPublic(item, 'en', seed)));
    assert.deepEqual(
      shown,
      SEEDS.map((seed) => JSON.stringify(toPublic(item, 'en', seed))),
    );
    if (item.type !== 'number') assert.ok(new Set(shown).size > 1);
  });

  test(`an answer of another type than ${item.type} is wrong, not a crash`, () => {
    const other = item.type === 'number' ? RIGHT.single : RIGHT.number;
    assert.deepEqual(score(item, other), { correct: false, score: 0 });
    assert.deepEqual(toGiven(item, other), {});
    assert.deepEqual(remarks(item, other, 'en'), []);
  });
}

test('sequences are never shown in their right order', () => {
  const two = { ...ORDER, sequence: ORDER.sequence.slice(0, 2) };
  for (const seed of SEEDS) {
    for (const item of [ORDER, two]) {
      const shown = toPublic(item, 'en', seed);
      assert.ok(shown.type === 'order');
      const texts = shown.parts.map(({ text }) => text);
      assert.notDeepEqual(
        texts,
        item.sequence.map(({ text }) => text.en),
      );
    }
  }
});

test('pairs are never shown side by side', () => {
  for (const seed of SEEDS) {
    const shown = toPublic(MATCH, 'en', seed);
    assert.ok(shown.type === 'match');
    const rights = shown.rights.map(({ text }) => text).slice(0, MATCH.pairs.length);
    assert.notDeepEqual(
      rights,
      MATCH.pairs.map(({ right }) => right.en),
    );
    assert.equal(shown.rights.length, 4);
  }
});

test('a right-hand side shared by two pairs is offered once and right for both', () => {
  const [mayor, council, centre] = MATCH.pairs;
  assert.ok(mayor && council && centre);
  const shared = { ...MATCH, pairs: [mayor, council, { ...centre, right: mayor.right }] };
  const shown = toPublic(shared, 'en', 'a');
  assert.ok(shown.type === 'match');
  assert.equal(shown.rights.length, 3);
  const pairs = { mayor: 'mayor', council: 'council', centre: 'mayor' };
  assert.equal(score(shared, { type: 'match', pairs }).correct, true);
});

test('several choices earn part of the score, and ticking everything earns none', () => {
  const scoreOf = (...choices: string[]) => score(MULTIPLE, { type: 'multiple', choices }).score;
  assert.equal(scoreOf('right-one'), 0.5);
  assert.equal(scoreOf('right-one', 'right-two', 'wrong-one'), 0.5);
  assert.equal(scoreOf('right-one', 'right-two', 'wrong-one', 'wrong-two'), 0);
  assert.equal(scoreOf('wrong-one'), 0);
});

test('one slip in a sequence is nearly right, a reversed one is wrong', () => {
  const scoreOf = (...order: string[]) => score(ORDER, { type: 'order', order });
  assert.deepEqual(scoreOf('prepare', 'prevent', 'respond', 'recover'), {
    correct: false,
    score: 5 / 6,
  });
  assert.equal(scoreOf('recover', 'respond', 'prepare', 'prevent').score, 0);
  assert.equal(scoreOf('prevent', 'prepare').correct, false);
});

test('a pair in the wrong place costs its share', () => {
  const pairs = { mayor: 'mayor', council: 'police', centre: 'centre' };
  assert.deepEqual(score(MATCH, { type: 'match', pairs }), { correct: false, score: 2 / 3 });
});

test('a place taken twice or left open is refused at the part it concerns', () => {
  const given = toGiven(ORDER, RIGHT.order);
  const [first = '', second = ''] = Object.keys(given);
  assert.deepEqual(problemOf(ORDER, { ...given, [second]: ['1'] }), {
    code: 'answer-place-twice',
    field: second,
    values: { place: 1 },
  });
  assert.equal(problemOf(ORDER, { ...given, [first]: [''] })?.field, first);
  for (const place of ['0', '5', '9', '1.5', 'x']) {
    assert.equal(problemOf(ORDER, { ...given, [first]: [place] })?.code, 'answer-changed');
  }
});

test('two answers to a question with one are refused', () => {
  const one = toGiven(SINGLE, RIGHT.single)['choice'] ?? [];
  const two = toGiven(SINGLE, { type: 'single', choice: 'wrong-one' })['choice'] ?? [];
  assert.equal(problemOf(SINGLE, { choice: [...one, ...two] })?.code, 'answer-one-choice');
});

test('a choice the question does not have is refused, whoever made it up', () => {
  assert.equal(problemOf(SINGLE, { choice: ['right-one'] })?.code, 'answer-changed');
  assert.equal(problemOf(MULTIPLE, { choice: ['zzzzzzzz'] })?.code, 'answer-changed');
  const given = { ...toGiven(MATCH, RIGHT.match) };
  const [first = ''] = Object.keys(given);
  assert.equal(problemOf(MATCH, { ...given, [first]: ['mayor'] })?.code, 'answer-changed');
});

const NUMBERS: readonly [typed: string, value: number | null][] = [
  ['1234', 1234],
  ['1,234', 1234],
  ['１２３４', 1234],
  ['１，２３４', 1234],
  [' 1 234 ', 1234],
  ['1,234가구', 1234],
  ['1234 Households', 1234],
  ['+12.50', 12.5],
  ['−3', -3],
  ['0.1', 0.1],
  ['1,23', null],
  ['3,5', null],
  ['십이', null],
  ['twelve', null],
  ['1e3', null],
  ['12 or 13', null],
  ['가구', null],
  ['9'.repeat(30), null],
];
for (const [typed, value] of NUMBERS) {
  test(`"${typed}" is read as ${value ?? 'no number and asked again'}`, () => {
    const read = validate(NUMBER, { number: [typed] });
    assert.deepEqual(
      read.ok ? read.value : read.problem.code,
      value === null ? 'answer-number-unreadable' : { type: 'number', value },
    );
  });
}

test('a number within the tolerance is right, the edge included', () => {
  const isRight = (value: number) => score(NUMBER, { type: 'number', value }).correct;
  assert.deepEqual([1223.9, 1224, 1234, 1244, 1244.1].map(isRight), [
    false,
    true,
    true,
    true,
    false,
  ]);
  const tenth = { ...NUMBER, answer: { value: 0.1, tolerance: 0.2 } };
  assert.equal(score(tenth, { type: 'number', value: 0.3 }).correct, true);
});

test('only what was chosen is explained', () => {
  const [remark, ...more] = remarks(SINGLE, { type: 'single', choice: 'wrong-one' }, 'en');
  assert.deepEqual(remark, { said: 'wrong-one-text', right: false, why: 'wrong-one-reason' });
  assert.deepEqual(more, []);
});

test('whoever is asked for percent may write the sign', () => {
  const share = { ...NUMBER, unit: { ko: '퍼센트', en: 'percent' } };
  for (const typed of ['80', '80%', '80 ％', '80퍼센트', '80 percent']) {
    assert.deepEqual(validate(share, { number: [typed] }), {
      ok: true,
      value: { type: 'number', value: 80 },
    });
  }
});
