import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerKey } from '#features/assessment/answer-key.ts';
import { itemSchema } from '#features/assessment/item.ts';

const text = (word: string) => ({ ko: `${word} 말`, en: word });
const base = {
  id: 'one',
  competency: 'C1.1',
  difficulty: 0,
  prompt: text('what'),
  rationale: text('why'),
};
const choice = (id: string) => ({ id, text: text(id), rationale: text('why') });
const keyOf = (kind: object) => answerKey(itemSchema.parse({ ...base, ...kind }), 'en');

test('the key of a choice names what is right and nothing else', () => {
  const choices = [
    choice('a'),
    { ...choice('b'), correct: true },
    { ...choice('c'), correct: true },
  ];
  assert.deepEqual(keyOf({ type: 'multiple', choices }), ['b', 'c']);
  assert.deepEqual(keyOf({ type: 'single', choices: choices.slice(0, 2) }), ['b']);
});

test('the key of an order counts, of a match shows pairs, of a number tells how near is near enough', () => {
  const sequence = ['first', 'then'].map((id) => ({ id, text: text(id) }));
  assert.deepEqual(keyOf({ type: 'order', sequence }), ['1. first', '2. then']);
  const pairs = ['x', 'y'].map((id) => ({ id, left: text(id), right: text(`${id}${id}`) }));
  assert.deepEqual(keyOf({ type: 'match', pairs }), ['x → xx', 'y → yy']);
  const number = { type: 'number', answer: { value: 40, tolerance: 2 }, unit: text('homes') };
  assert.deepEqual(keyOf(number), ['40 homes (± 2)']);
});
