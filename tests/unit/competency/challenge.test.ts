import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Challenge,
  checkAnswering,
  goesStraightUp,
  isSilent,
} from '#features/competency/challenge.ts';

const NOW = Date.UTC(2026, 10, 22);
const DAY_MS = 86_400_000;

function challenge(change: Partial<Challenge> = {}): Challenge {
  return {
    id: 'c',
    evidenceId: 'e',
    personId: 'anna',
    competency: 'C1.1',
    reason: 'r',
    raisedAt: NOW,
    escalatedAt: null,
    outcome: null,
    closedBy: null,
    answer: null,
    closedAt: null,
    ...change,
  };
}
const answered = challenge({ outcome: 'stands', closedBy: 'sora' });
const withdrawn = challenge({ outcome: 'withdrawn', closedBy: 'anna' });
const trainer = (personId: string) => ({ personId, isAdministrator: false });
const administrator = (personId: string) => ({ personId, isAdministrator: true });

test('a challenge goes to the administrators at once when nobody else can give a fresh answer', () => {
  assert.equal(goesStraightUp([], ['sora']), false);
  assert.equal(goesStraightUp([withdrawn], ['sora']), false);
  assert.equal(goesStraightUp([], []), true);
  assert.equal(goesStraightUp([answered], ['sora', 'mina']), true);
});

for (const { who, actor, earlier, code } of [
  { who: 'a trainer', actor: trainer('sora'), earlier: [], code: 'ok' },
  {
    who: 'the same trainer again',
    actor: trainer('sora'),
    earlier: [answered],
    code: 'challenge-answered-before',
  },
  {
    who: 'another trainer again',
    actor: trainer('mina'),
    earlier: [answered],
    code: 'challenge-is-up',
  },
  { who: 'an administrator again', actor: administrator('jun'), earlier: [answered], code: 'ok' },
  {
    who: 'an administrator who answered before',
    actor: administrator('sora'),
    earlier: [answered],
    code: 'challenge-answered-before',
  },
  {
    who: 'a trainer after one that was taken back',
    actor: trainer('sora'),
    earlier: [withdrawn],
    code: 'ok',
  },
]) {
  test(`${who} answers: ${code}`, () => {
    assert.equal(checkAnswering(challenge(), actor, earlier)?.code ?? 'ok', code);
  });
}

test('what is closed is not answered', () => {
  assert.equal(checkAnswering(answered, administrator('jun'), [])?.code, 'challenge-closed');
});

test('silence begins after fourteen days and ends when a challenge is passed on or closed', () => {
  const raisedAt = NOW - 14 * DAY_MS;
  assert.equal(isSilent(challenge({ raisedAt }), NOW), true);
  assert.equal(isSilent(challenge({ raisedAt: raisedAt + 1 }), NOW), false);
  assert.equal(isSilent(challenge({ raisedAt, escalatedAt: NOW }), NOW), false);
  assert.equal(isSilent(challenge({ raisedAt, outcome: 'withdrawn' }), NOW), false);
});
