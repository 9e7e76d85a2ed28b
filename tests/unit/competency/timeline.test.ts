import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UNCALIBRATED } from '#features/competency/parameters.ts';
import { competencyState } from '#features/competency/profile.ts';
import { timelineOf } from '#features/competency/timeline.ts';
import { NOW, pieceOf } from '#tests/support/simulated-people.ts';

const answer = (n: number, correct: boolean, daysAgo: number) =>
  pieceOf(
    { v: 1, kind: 'question', correct, difficulty: 0, options: 4 },
    { id: `q${n}`, source: `item:${n}`, daysAgo },
  );
const PIECES = [answer(1, true, 300), answer(2, true, 120), answer(3, false, 0)];

test('the picture ends at what the profile says today', () => {
  const last = timelineOf(PIECES, NOW, UNCALIBRATED).at(-1);
  const { estimate } = competencyState(PIECES, NOW);
  assert.ok(last);
  assert.equal(last.at, NOW);
  assert.ok(Math.abs(last.estimate.mean - estimate.mean) < 1e-9);
  assert.ok(Math.abs(last.estimate.sd - estimate.sd) < 1e-9);
});

test('a right answer lifts the line, a wrong one lowers it, and silence lets the doubt grow', () => {
  const moments = timelineOf(PIECES, NOW, UNCALIBRATED);
  const at = (id: string) => moments.findIndex(({ piece }) => piece?.id === id);
  const mean = (index: number) => moments[index]?.estimate.mean ?? Number.NaN;
  assert.ok(mean(at('q2')) > mean(at('q2') - 1));
  assert.ok(mean(at('q3')) < mean(at('q3') - 1));
  const [first, silent] = [moments[at('q1')], moments[at('q2') - 1]];
  assert.ok(first && silent && silent.estimate.sd > first.estimate.sd);
});

test('moments come in the order of time, every piece that counts once', () => {
  const revoked = { ...answer(4, true, 50), revokedAt: NOW, revokedReason: 'a mistake' };
  const moments = timelineOf([...PIECES, revoked].reverse(), NOW, UNCALIBRATED);
  assert.deepEqual(
    moments.flatMap(({ piece }) => piece?.id ?? []),
    ['q1', 'q2', 'q3'],
  );
  assert.ok(moments.every(({ at }, index) => at >= (moments[index - 1]?.at ?? 0)));
});

test('there is no line where nothing counts', () => {
  const said = pieceOf(
    { v: 1, kind: 'self', level: 4 },
    { id: 's', source: 'self:C1.1', daysAgo: 1 },
  );
  assert.deepEqual(timelineOf([], NOW, UNCALIBRATED), []);
  assert.deepEqual(timelineOf([said], NOW, UNCALIBRATED), []);
});

test('evidence of a single moment is a single mark', () => {
  const moments = timelineOf([answer(1, true, 0), answer(2, true, 0)], NOW, UNCALIBRATED);
  assert.equal(moments.length, 2);
});
