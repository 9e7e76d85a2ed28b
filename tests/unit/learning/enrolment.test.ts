import assert from 'node:assert/strict';
import { test } from 'node:test';
import { historyOf, isEnrolled, type KnownOutline } from '#features/learning/enrolment.ts';
import { enrolled, left, MINUTE, OUTLINE, read, START } from './histories.ts';

function version(name: string, minute: number): KnownOutline {
  return {
    version: name,
    outline: { ...OUTLINE, passPercent: minute },
    seenAt: START + minute * MINUTE,
  };
}
const percents = (history: ReturnType<typeof historyOf>) =>
  history?.later.map(({ outline }) => outline.passPercent);

test('only versions published after the start matter, and the one they started on is named', () => {
  const known = [version('v0', -9), version('v1', -5), version('v2', 5)];
  const [, , current = null] = known;
  const history = historyOf([enrolled(0)], { known, current });
  assert.equal(history?.version, 'v1');
  assert.deepEqual(percents(history), [5]);
});

test('an old version that is offered again matters from the start on', () => {
  const old = version('v0', -9);
  const history = historyOf([enrolled(0)], { known: [old, version('v1', -5)], current: old });
  assert.deepEqual(percents(history), [-9]);
  assert.equal(history?.later[0]?.seenAt, START);
});

test('whoever has not started is shown the course as it is offered', () => {
  const known = [version('v1', -5), version('v2', 5)];
  const [, current = null] = known;
  const history = historyOf([], { known, current });
  assert.equal(history?.version, 'v2');
  assert.deepEqual(history?.later, []);
});

test('a course that is no longer offered keeps the status of those who started it', () => {
  const known = [version('v1', -5)];
  assert.equal(historyOf([enrolled(0)], { known, current: null })?.version, 'v1');
  assert.equal(historyOf([enrolled(0)], { known: [], current: null }), null);
});

test('enrolling, leaving and enrolling again: the last of them counts, whatever the order of arrival', () => {
  const turns = [enrolled(0), read(1, 'first'), left(2), enrolled(3)];
  assert.equal(isEnrolled([]), false);
  assert.equal(isEnrolled([read(1, 'first')]), false);
  assert.equal(isEnrolled(turns), true);
  assert.equal(isEnrolled([...turns].reverse()), true);
  assert.equal(isEnrolled([left(2), enrolled(0)]), false);
});
