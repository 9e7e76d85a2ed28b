import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Shown } from '#features/competency/evidence.ts';
import { giverOf, REASON_MAX, readReason } from '#features/competency/revocation.ts';

test('a reason is kept in one line, and must say something', () => {
  assert.deepEqual(readReason('  같은 문서를\n 두 번 냈음 '), {
    ok: true,
    value: '같은 문서를 두 번 냈음',
  });
  const empty = readReason(' \n\t ');
  assert.equal(empty.ok ? 'ok' : empty.problem.code, 'reason-required');
  assert.ok(readReason('가'.repeat(REASON_MAX)).ok);
  const long = readReason('가'.repeat(REASON_MAX + 1));
  assert.equal(long.ok ? 'ok' : long.problem.code, 'too-long');
});

test('observers, raters and reviewers answer for what they gave; nobody for answers and decisions', () => {
  const v = 1;
  const cases: [Shown, string | null][] = [
    [{ v, kind: 'observation', level: 2, raterId: 'sora', form: 'counter' }, 'sora'],
    [{ v, kind: 'peer', level: 2, raterId: 'minji' }, 'minji'],
    [{ v, kind: 'prior', level: 2, reviewerId: 'sora', documentId: 'd' }, 'sora'],
    [{ v, kind: 'imported', result: { level: 2 }, reviewerId: 'jun', system: 'Old' }, 'jun'],
    [{ v, kind: 'question', correct: true, difficulty: 0, options: 4 }, null],
    [{ v, kind: 'decision', level: 2, weight: 1, decision: 'a.b' }, null],
    [{ v, kind: 'vote', level: 2, weight: 1, decision: 'a.b' }, null],
    [{ v, kind: 'self', level: 4 }, null],
  ];
  for (const [shown, giver] of cases) assert.equal(giverOf(shown), giver, shown.kind);
});
