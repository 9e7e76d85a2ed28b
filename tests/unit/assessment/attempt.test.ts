import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptAt, opensAt, type Paper } from '#features/assessment/attempt.ts';
import { itemSchema } from '#features/assessment/item.ts';
import type { Statement } from '#features/record/statement.ts';
import { DAY_MS } from '#kernel/date.ts';

const text = (words: string) => ({ ko: words, en: words });
const choice = (id: string) => ({ id, text: text(id), rationale: text(id) });

const PAPER: Paper = {
  id: 'question-set/show',
  setId: 'show',
  courseId: null,
  size: 4,
  pool: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => ({
    object: `course/lesson/${id}`,
    courseId: 'course',
    lessonId: 'lesson',
    competency: 'C1.1',
    item: itemSchema.parse({
      ...{ id, type: 'single', competency: 'C1.1', difficulty: 0, prompt: text(id) },
      choices: [{ ...choice('yes'), correct: true }, choice('no')],
      rationale: text(id),
    }),
  })),
  passPercent: 75,
  tries: { waitDays: 2, most: 2, inDays: 30 },
};

type Said = { id: string; at: number; attempt?: number; set?: string; correct?: boolean };
const answered = ({ id, at, correct = true, ...rest }: Said): Statement => ({
  id: `${id}-${at}-${rest.set ?? ''}`,
  actorId: 'anna',
  verb: 'answered',
  objectType: 'item',
  objectId: `course/lesson/${id}`,
  objectVersion: '1',
  courseId: null,
  result: { v: 1, response: null, correct, score: correct ? 1 : 0, ...rest },
  occurredAt: at,
  recordedAt: at,
});
const at = (statements: Statement[], attempt?: number) =>
  attemptAt(PAPER, { personId: 'anna', statements, attempt });
const namesIn = (found: ReturnType<typeof at>) =>
  (found?.open ?? []).map(({ item }) => item.id).sort();

test('questions somebody met least, wherever it was, are asked first', () => {
  const seen = ['a', 'b', 'c', 'd'].map((id) => answered({ id, at: 1 }));
  assert.deepEqual(namesIn(at(seen)), ['e', 'f', 'g', 'h']);
  const more = [...seen, ...['e', 'f', 'g'].map((id) => answered({ id, at: 2 }))];
  const twice = [...more, ...['a', 'b', 'e', 'f'].map((id) => answered({ id, at: 3 }))];
  assert.deepEqual(namesIn(at(twice)), ['c', 'd', 'g', 'h']);
});

test('what is answered elsewhere while a try is under way does not change what it asks', () => {
  const [first, ...rest] = namesIn(at([]));
  assert.ok(first);
  const begun = answered({ id: first, at: 10, attempt: 1, set: 'show' });
  const elsewhere = rest.map((id) => answered({ id, at: 11 }));
  assert.deepEqual(namesIn(at([begun, ...elsewhere])), rest);
});

test('answers to another set and to lessons belong to no try at this one', () => {
  const others = [
    answered({ id: 'a', at: 1, attempt: 1, set: 'other' }),
    answered({ id: 'b', at: 1, attempt: 1 }),
    answered({ id: 'c', at: 1 }),
  ];
  assert.equal(at(others)?.answered.length, 0);
});

test('the mark is reached with as many right answers as it asks for, rounded up', () => {
  const tries = (right: number) =>
    at(
      ['a', 'b', 'c', 'd'].map((id, n) =>
        answered({ id, at: n + 1, attempt: 1, set: 'show', correct: n < right }),
      ),
    )?.scores.map(({ correct, isPassed }) => [correct, isPassed]);
  assert.deepEqual(tries(2), [[2, false]]);
  assert.deepEqual(tries(3), [[3, true]]);
  assert.deepEqual(tries(4), [[4, true]]);
});

test('the order in which answers arrive and their repetition change nothing', () => {
  const said = ['a', 'b', 'c', 'd', 'e'].map((id, n) =>
    answered({ id, at: n + 1, attempt: n < 4 ? 1 : 2, set: 'show', correct: n !== 1 }),
  );
  assert.deepEqual(at([...said, ...said].reverse()), at(said));
});

test('another try opens after the wait, and later when there were too many in short time', () => {
  const tries = { waitDays: 2, most: 2, inDays: 30 };
  assert.equal(opensAt(null, [5]), null);
  assert.equal(opensAt(tries, []), null);
  assert.equal(opensAt(tries, [5]), 5 + 2 * DAY_MS);
  assert.equal(opensAt(tries, [5, 6]), 5 + 30 * DAY_MS);
  const late = 29 * DAY_MS;
  assert.equal(opensAt(tries, [0, late]), late + 2 * DAY_MS);
});
