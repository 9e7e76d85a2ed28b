import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cursorText, readCursor } from '#features/record/page.ts';
import {
  inOrder,
  isSameAct,
  readStatement,
  type Statement,
  type StatementRow,
  toRow,
} from '#features/record/statement.ts';
import { shuffle } from '#kernel/random.ts';

const COMMON = {
  actorId: 'p1',
  objectVersion: 'v',
  courseId: 'civics',
  occurredAt: 5,
  recordedAt: 6,
};
/** One statement of each verb as version 1 wrote it: a reader for these must stay. */
const VERSION_1: readonly StatementRow[] = [
  {
    ...COMMON,
    id: 'a',
    verb: 'enrolled',
    objectType: 'course',
    objectId: 'civics',
    result: '{"v":1}',
  },
  {
    ...COMMON,
    id: 'b',
    verb: 'read',
    objectType: 'lesson',
    objectId: 'civics/one',
    result: '{"v":1}',
  },
  {
    ...COMMON,
    id: 'c',
    verb: 'answered',
    objectType: 'item',
    objectId: 'civics/one/q',
    result: '{"v":1,"response":{"type":"single","choice":"x"},"correct":true,"score":1}',
  },
  {
    ...COMMON,
    id: 'd',
    verb: 'started',
    objectType: 'scenario',
    objectId: 'flood',
    result: '{"v":1,"runId":"r"}',
  },
  {
    ...COMMON,
    id: 'e',
    verb: 'finished',
    objectType: 'scenario',
    objectId: 'flood',
    result: '{"v":1,"runId":"r","ending":"all-safe"}',
  },
  { ...COMMON, id: 'f', verb: 'left', objectType: 'course', objectId: 'civics', result: '{"v":1}' },
];

test('every statement ever written can still be read', () => {
  for (const row of VERSION_1) assert.deepEqual(toRow(readStatement(row)), row);
});

test('a row that cannot be read stops the reader instead of being guessed at', () => {
  const [row] = VERSION_1;
  assert.ok(row);
  assert.throws(() => readStatement({ ...row, verb: 'mastered' }), /unknown verb/);
  assert.throws(() => readStatement({ ...row, result: '{"v":2}' }), /cannot be read/);
});

test('statements stand in the order in which things happened, each once, however they arrived', () => {
  const statements: Statement[] = VERSION_1.map((row, at) => ({
    ...readStatement(row),
    occurredAt: at % 2,
  }));
  const ordered = inOrder(statements);
  assert.deepEqual(
    ordered.map(({ id }) => id),
    ['a', 'c', 'e', 'b', 'd', 'f'],
  );
  for (const seed of ['1', '2', '3']) {
    assert.deepEqual(inOrder(shuffle([...statements, ...statements], seed)), ordered);
  }
});

test('an act sent again is known by person, verb, object and course', () => {
  const [one, other] = VERSION_1.map(readStatement);
  assert.ok(one && other);
  assert.equal(isSameAct(one, { ...one, occurredAt: 99 }), true);
  assert.equal(isSameAct(one, { ...one, actorId: 'p2' }), false);
  assert.equal(isSameAct(one, other), false);
});

test('a place in the record survives an address, and nonsense begins at the beginning', () => {
  const cursor = { occurredAt: 1_795_312_800_000, seq: 42 };
  assert.deepEqual(readCursor(cursorText(cursor)), cursor);
  for (const text of [null, '', '1', 'a-b', '-1-2', '1-2; drop']) {
    assert.equal(readCursor(text), null);
  }
});
