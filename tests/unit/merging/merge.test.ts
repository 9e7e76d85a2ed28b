import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkMerge, checkUndo, inOneLife, laterRuns } from '#features/merging/merge.ts';
import { seededRandom } from '#kernel/random.ts';

const open = (personId: string) => ({ personId, closedAt: null });
const fitting = {
  from: open('bora'),
  into: open('anna'),
  actorId: 'jun',
  meetings: [],
} as const;

test('two open accounts of somebody else can become one', () => {
  assert.equal(checkMerge(fitting), null);
});

test('accounts that are missing, closed, the same, one’s own, or have met stay apart', () => {
  const code = (change: Partial<Parameters<typeof checkMerge>[0]>) =>
    checkMerge({ ...fitting, ...change })?.code;
  assert.equal(code({ from: undefined }), 'not-found');
  assert.equal(code({ from: open('anna') }), 'merge-same');
  assert.equal(code({ from: { personId: 'bora', closedAt: 1 } }), 'merge-closed');
  assert.equal(code({ into: { personId: 'anna', closedAt: 1 } }), 'merge-closed');
  assert.equal(code({ actorId: 'bora' }), 'merge-own');
  assert.equal(code({ actorId: 'anna' }), 'merge-own');
  assert.equal(code({ meetings: ['run'] }), 'merge-met');
});

test('a merge is undone once, and not while what it made has become part of another account', () => {
  assert.equal(checkUndo({ undoneAt: null }, open('anna')), null);
  assert.equal(checkUndo({ undoneAt: 1 }, open('anna'))?.code, 'merge-undone');
  const closed = { personId: 'anna', closedAt: 1 };
  assert.equal(checkUndo({ undoneAt: null }, closed)?.code, 'merge-undo-later');
});

test('of each version the earliest run counts, in whatever order runs are told', () => {
  const random = seededRandom('later runs');
  for (let round = 0; round < 200; round += 1) {
    const runs = Array.from({ length: Math.floor(random() * 8) }, (_, at) => ({
      runId: `r${at}`,
      version: `v${Math.floor(random() * 3)}`,
      begunAt: Math.floor(random() * 5),
    }));
    const later = laterRuns(runs);
    const shuffled = [...runs].sort(() => random() - 0.5);
    assert.deepEqual([...laterRuns(shuffled)].sort(), [...later].sort());
    const counting = runs.filter(({ runId }) => !later.includes(runId));
    assert.equal(counting.length, new Set(runs.map(({ version }) => version)).size);
    for (const { version, begunAt } of counting) {
      const same = runs.filter((run) => run.version === version);
      assert.equal(begunAt, Math.min(...same.map((run) => run.begunAt)));
    }
  }
});

test('a version that was met in an exercise counts for no run after it', () => {
  const run = (runId: string | null, begunAt: number) => ({ runId, begunAt, version: 'v' });
  assert.deepEqual(laterRuns([run('before', 1), run(null, 2), run('after', 3)]), ['after']);
  assert.deepEqual(laterRuns([run(null, 2), run('after', 3)]), ['after']);
});

test('a sheet kept with either account has one latest version, and each before it was superseded by the next', () => {
  const kept = (id: string, savedAt: number, supersededAt: number | null) => ({
    id,
    number: 9,
    savedAt,
    supersededAt,
  });
  const one = inOneLife([kept('a', 1, 5), kept('b', 5, null), kept('c', 3, null)]);
  assert.deepEqual(
    one.map(({ id, number, supersededAt }) => [id, number, supersededAt]),
    [
      ['a', 1, 3],
      ['c', 2, 5],
      ['b', 3, null],
    ],
  );
  assert.deepEqual(inOneLife(one), one);
});
