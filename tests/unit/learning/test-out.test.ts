import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StepStatus } from '#features/learning/status.ts';
import { firstQuickLesson, newlyShown } from '#features/learning/test-out.ts';
import type { Statement } from '#features/record/statement.ts';

const whole = { actorId: 'anna', objectVersion: '1', courseId: null, recordedAt: 0 };
const passed = (id: string, at: number, objectId = 'set'): Statement => ({
  ...{ ...whole, id, objectId, occurredAt: at, verb: 'passed', objectType: 'question-set' },
  result: { v: 1, attempt: 1, correct: 4, total: 4 },
});
const finished = (id: string, at: number, grade?: 'weak' | 'between' | 'good'): Statement => ({
  ...{ ...whole, id, objectId: 'flood', occurredAt: at, verb: 'finished', objectType: 'scenario' },
  result: { v: 1, runId: id, ...(grade && { grade }) },
});
const shown = (id: string, at: number, ...by: string[]): Statement => ({
  ...{ ...whole, id, objectId: 'civics', occurredAt: at, verb: 'shown', objectType: 'course' },
  result: { v: 1, by },
});
const both = (take: 'all' | 'any', grade: 'between' | 'good' = 'between') => ({
  take,
  questionSet: 'set',
  scenario: { id: 'flood', grade },
});

test('where every way is asked for, the last missing one shows it', () => {
  assert.equal(newlyShown(both('all'), [passed('p', 1)]), null);
  assert.deepEqual(newlyShown(both('all'), [passed('p', 1), finished('f', 2, 'good')]), ['p', 'f']);
  assert.deepEqual(newlyShown(both('any'), [passed('p', 1)]), ['p']);
});

test('a scenario shows something only in the first run, and only when it went well enough', () => {
  const grades = ['weak', 'between', 'good', undefined] as const;
  const shows = (asked: 'between' | 'good') =>
    grades.filter((grade) => newlyShown(both('any', asked), [finished('f', 1, grade)]) !== null);
  assert.deepEqual(shows('between'), ['between', 'good']);
  assert.deepEqual(shows('good'), ['good']);
});

test('each proof counts once: for the next time one has to show it anew', () => {
  const first = [passed('p', 1), shown('s', 1, 'p')];
  assert.equal(newlyShown(both('any'), first), null);
  assert.deepEqual(newlyShown(both('any'), [...first, passed('q', 9)]), ['q']);
});

test('another question set shows nothing, and order and repetition make no difference', () => {
  assert.equal(newlyShown(both('any'), [passed('p', 1, 'other')]), null);
  const said = [passed('p', 1), shown('s', 2, 'p'), passed('q', 3), finished('f', 4, 'good')];
  assert.deepEqual(
    newlyShown(both('all'), [...said, ...said].reverse()),
    newlyShown(both('all'), said),
  );
});

test('whoever marks a lesson as read in a fifth of its minutes is asked once, at the first such lesson', () => {
  const minute = 60_000;
  const read = (contentId: string, endedAt: number | null) =>
    ({ kind: 'lesson', contentId, endedAt }) as StepStatus; // Only what the rule looks at.
  const quickIn = (...ends: (number | null)[]) =>
    firstQuickLesson(
      ends.map((end, at) => read(`l${at}`, end)),
      () => 10,
    );
  assert.equal(quickIn(0), null);
  assert.equal(quickIn(0, 2 * minute), null);
  assert.equal(quickIn(0, 2 * minute - 1), 'l1');
  assert.equal(quickIn(0, minute, 2 * minute), 'l1');
  assert.equal(quickIn(5 * minute, 4 * minute, null), 'l0');
});
