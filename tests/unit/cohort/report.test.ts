import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildReport, type Member } from '#features/cohort/report.ts';

const DAY = 86_400_000;
const MONDAY = Date.UTC(2026, 10, 23);
const STEPS = ['lesson:first', 'lesson:second'] as const;

function member(name: string, more: Partial<Member> = {}): Member {
  return {
    personId: name,
    name,
    joinedAt: MONDAY - 30 * DAY,
    isAway: false,
    progress: null,
    ...more,
  };
}

function progress(
  quietDays: number,
  done: number,
  state: 'in-progress' | 'complete' = 'in-progress',
) {
  return {
    personId: 'x',
    courseId: 'c',
    version: 'v',
    state,
    percent: done * 50,
    stepsDone: done,
    stepsTotal: 2,
    nextStep: STEPS[done] ?? null,
    steps: STEPS.map((step, i) => ({
      step,
      state: i < done ? ('done' as const) : ('not-started' as const),
      answered: 0,
      total: 4,
    })),
    correct: 3,
    questions: 8,
    startedAt: MONDAY - 20 * DAY,
    lastActivityAt: MONDAY - quietDays * DAY,
    completedAt: state === 'complete' ? MONDAY - quietDays * DAY : null,
    satAt: state === 'complete' ? MONDAY - quietDays * DAY : null,
  };
}

test('names who is stuck, at which step and since when, the longest waiting first', () => {
  const report = buildReport(
    STEPS,
    [
      member('recent', { progress: progress(2, 1) }),
      member('stuck', { progress: progress(9, 1) }),
      member('never'),
    ],
    MONDAY,
  );
  assert.deepEqual(
    report.attention.map(({ name, attention }) => [name, attention]),
    [
      ['never', { reason: 'not-started', since: MONDAY - 30 * DAY }],
      ['stuck', { reason: 'stuck', step: 'lesson:second', since: MONDAY - 9 * DAY }],
    ],
  );
});

test('nobody is called stuck while away or after finishing', () => {
  const report = buildReport(
    STEPS,
    [
      member('away', { isAway: true, progress: progress(20, 1) }),
      member('done', { progress: progress(20, 2, 'complete') }),
    ],
    MONDAY,
  );
  assert.deepEqual(report.attention, []);
});

test('somebody who has done every step but not reached the pass mark is shown with their score', () => {
  const report = buildReport(STEPS, [member('low', { progress: progress(8, 2) })], MONDAY);
  assert.deepEqual(report.attention[0]?.attention, {
    reason: 'score',
    correct: 3,
    questions: 8,
    since: MONDAY - 8 * DAY,
  });
});

test('a step that a member’s version does not have is left blank', () => {
  const report = buildReport(
    [...STEPS, 'lesson:added'],
    [member('early', { progress: progress(1, 1) }), member('never')],
    MONDAY,
  );
  assert.deepEqual(report.rows[0]?.steps, ['done', 'not-started', null]);
  assert.deepEqual(report.rows[1]?.steps, ['not-started', 'not-started', 'not-started']);
});

test('counts add up to the members', () => {
  const report = buildReport(
    STEPS,
    [
      member('a'),
      member('b', { progress: progress(1, 1) }),
      member('c', { progress: progress(1, 2, 'complete') }),
    ],
    MONDAY,
  );
  assert.deepEqual([report.notStarted, report.underWay, report.complete], [1, 1, 1]);
});
