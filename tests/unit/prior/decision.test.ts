import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changedFindings,
  type Decision,
  readFindings,
  standingDecisions,
} from '#features/prior/decision.ts';

const CLAIM = {
  claimed: [
    { competency: 'C1.1', level: 2 },
    { competency: 'C1.2', level: 3 },
  ],
} as const;

function decision(seq: number, competency: string, level: Decision['level']): Decision {
  const reason = `because ${seq}`;
  return {
    seq,
    competency,
    level,
    reason,
    eventId: 'e',
    reviewerId: 'r',
    at: seq,
    evidenceId: null,
  };
}

test('every competency of a claim is decided, with a reason', () => {
  const { findings, problems } = readFindings(CLAIM, [
    { competency: 'C1.1', level: '0', reason: ' Page 2 ' },
    { competency: 'C1.2', level: 'none', reason: 'Not in it' },
    { competency: 'C9.9', level: '4', reason: 'Slipped in' },
  ]);
  assert.deepEqual(problems, []);
  assert.deepEqual(findings, [
    { competency: 'C1.1', level: 0, reason: 'Page 2' },
    { competency: 'C1.2', level: null, reason: 'Not in it' },
  ]);
});

test('all that is missing from a decision is told at once, each at its field', () => {
  const { problems } = readFindings(CLAIM, [{ competency: 'C1.1', level: '5', reason: ' ' }]);
  assert.deepEqual(
    problems.map(({ code, field }) => [field, code]),
    [
      ['found-C1.1', 'decision-level-missing'],
      ['reason-C1.1', 'reason-required'],
      ['found-C1.2', 'decision-level-missing'],
      ['reason-C1.2', 'reason-required'],
    ],
  );
});

test('the newest decision of a competency holds, and only what differs from it is decided anew', () => {
  const standing = standingDecisions([
    decision(1, 'C1.1', 3),
    decision(2, 'C1.2', null),
    decision(3, 'C1.1', 2),
  ]);
  assert.equal(standing.get('C1.1')?.seq, 3);
  const same = { competency: 'C1.1', level: 2, reason: 'because 3' } as const;
  const otherLevel = { competency: 'C1.2', level: 0, reason: 'because 2' } as const;
  const otherReason = { competency: 'C1.1', level: 2, reason: 'Page 4' } as const;
  assert.deepEqual(changedFindings([same, otherLevel, otherReason], standing), [
    otherLevel,
    otherReason,
  ]);
});
