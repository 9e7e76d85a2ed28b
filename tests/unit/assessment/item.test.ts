import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemSchema, itemsSchema } from '#features/assessment/item.ts';
import { MATCH, MULTIPLE, ORDER, SINGLE } from './items.ts';

function problemsOf(value: unknown): string[] {
  const read = itemSchema.safeParse(value);
  return read.success ? [] : read.error.issues.map((issue) => issue.message);
}

test('a question of type single needs exactly one right choice', () => {
  const none = SINGLE.choices.map(({ correct: _, ...choice }) => choice);
  const two = SINGLE.choices.map((choice) => ({ ...choice, correct: true }));
  for (const choices of [none, two]) {
    assert.match(problemsOf({ ...SINGLE, choices }).join(), /exactly one choice/);
  }
});

test('a question of type multiple needs a right choice', () => {
  const choices = MULTIPLE.choices.map(({ correct: _, ...choice }) => choice);
  assert.match(problemsOf({ ...MULTIPLE, choices }).join(), /at least one choice/);
});

test('parts of a question with the same id are reported', () => {
  const [first] = ORDER.sequence;
  assert.match(problemsOf({ ...ORDER, sequence: [first, first] }).join(), /same id/);
  const extras = [{ id: 'mayor', right: { ko: '가', en: 'a' } }];
  assert.match(problemsOf({ ...MATCH, extras }).join(), /same id/);
  assert.equal(itemsSchema.safeParse([SINGLE, SINGLE]).success, false);
});

test('a misspelt key is an error, not silence', () => {
  assert.equal(itemSchema.safeParse({ ...SINGLE, rational: SINGLE.rationale }).success, false);
});

test('a text missing in one language is reported', () => {
  assert.notDeepEqual(problemsOf({ ...SINGLE, prompt: { ko: '질문', en: ' ' } }), []);
  assert.notDeepEqual(problemsOf({ ...SINGLE, prompt: { ko: '질문' } }), []);
});
