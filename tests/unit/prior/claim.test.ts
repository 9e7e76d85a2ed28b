import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkClaim,
  claimedIn,
  DESCRIPTION_MAX,
  isNews,
  PROMISED_DAYS,
  stateOf,
  type TypedClaim,
  waiting,
} from '#features/prior/claim.ts';

const TODAY = '2026-11-22';
const KNOWN = { isKnown: (id: string) => id.startsWith('C'), today: TODAY };
const NOTHING = { competency: '', level: '' };
const WHOLE: TypedClaim = {
  description: 'Three years of case work',
  earnedOn: '2023-05-01',
  claimed: [{ competency: 'C1.1', level: '3' }, NOTHING, NOTHING],
};

function problemsOf(change: Partial<TypedClaim>): string[] {
  return checkClaim({ ...WHOLE, ...change }, KNOWN).map(({ code, field }) => `${field} ${code}`);
}

test('a claim needs one competency with its level, a day that has been, and words', () => {
  assert.deepEqual(problemsOf({}), []);
  assert.deepEqual(problemsOf({ claimed: [NOTHING], earnedOn: '', description: '' }), [
    'competency1 claim-competency-missing',
    'earnedOn claim-day-missing',
    'description claim-description-missing',
  ]);
  assert.deepEqual(problemsOf({ earnedOn: TODAY }), []);
  assert.deepEqual(problemsOf({ earnedOn: '2026-11-23' }), ['earnedOn claim-day-future']);
  assert.deepEqual(problemsOf({ earnedOn: '2026-02-30' }), ['earnedOn claim-day-missing']);
  assert.deepEqual(problemsOf({ description: '가'.repeat(DESCRIPTION_MAX) }), []);
  assert.deepEqual(problemsOf({ description: '가'.repeat(DESCRIPTION_MAX + 1) }), [
    'description too-long',
  ]);
});

test('each competency is named once, is one of the framework, and has a level people can claim', () => {
  const first = { competency: 'C1.1', level: '3' };
  for (const [second, problem] of [
    [{ competency: '', level: '2' }, 'competency2 claim-competency-missing'],
    [{ competency: 'X', level: '2' }, 'competency2 claim-competency-unknown'],
    [{ competency: 'C1.1', level: '2' }, 'competency2 claim-competency-twice'],
    [{ competency: 'C1.2', level: '' }, 'level2 claim-level-missing'],
    [{ competency: 'C1.2', level: '0' }, 'level2 claim-level-missing'],
    [{ competency: 'C1.2', level: '5' }, 'level2 claim-level-missing'],
  ] as const) {
    assert.deepEqual(problemsOf({ claimed: [first, second] }), [problem]);
  }
});

test('what was left empty is not claimed', () => {
  const claimed = [WHOLE.claimed[0] ?? NOTHING, NOTHING, { competency: 'C1.2', level: '1' }];
  assert.deepEqual(claimedIn({ ...WHOLE, claimed }), [
    { competency: 'C1.1', level: 3 },
    { competency: 'C1.2', level: 1 },
  ]);
});

test('a claim waits, is decided or was withdrawn', () => {
  assert.equal(stateOf({ withdrawnAt: null, decidedAt: null }), 'waiting');
  assert.equal(stateOf({ withdrawnAt: null, decidedAt: 5 }), 'decided');
  assert.equal(stateOf({ withdrawnAt: 5, decidedAt: null }), 'withdrawn');
});

test('a decision is news until it was read, and again when it was revised after that', () => {
  assert.equal(isNews({ decidedAt: null, readAt: null }), false);
  assert.equal(isNews({ decidedAt: 5, readAt: null }), true);
  assert.equal(isNews({ decidedAt: 5, readAt: 6 }), false);
  assert.equal(isNews({ decidedAt: 7, readAt: 6 }), true);
});

test('a claim is late from the day after the promised one', () => {
  assert.deepEqual(waiting('2026-11-08', TODAY), { days: PROMISED_DAYS, isLate: false });
  assert.deepEqual(waiting('2026-11-07', TODAY), { days: PROMISED_DAYS + 1, isLate: true });
});
