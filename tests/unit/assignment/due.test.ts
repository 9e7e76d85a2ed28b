import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '#features/assignment/audience.ts';
import { fairDue } from '#features/assignment/due.ts';
import { assignmentStatus } from '#features/assignment/status.ts';

const leave = (fromDay: string, toDay: string) => ({ kind: 'leave', fromDay, toDay }) as const;
const assignment = (id: string, more: object) => ({
  id,
  courseId: 'ready-respond-recover',
  unitId: null,
  personId: null,
  opensOn: '2026-11-01',
  dueOn: '2026-11-30',
  reason: { ko: '매년', en: 'every year' },
  ...more,
});

test('without absence the deadline is the day that was set', () => {
  const due = fairDue('2026-11-01', '2026-11-30', []);
  assert.deepEqual(due, { dueOn: '2026-11-30', setFor: '2026-11-30', pausedDays: 0, kinds: [] });
});

test('ten days of leave before the deadline move it by ten days', () => {
  const due = fairDue('2026-11-01', '2026-11-30', [leave('2026-11-10', '2026-11-19')]);
  assert.equal(due.dueOn, '2026-12-10');
  assert.deepEqual(due.kinds, ['leave']);
});

test('leave that only the moved deadline reaches counts as well', () => {
  const due = fairDue('2026-11-01', '2026-11-30', [
    leave('2026-11-10', '2026-11-19'),
    leave('2026-12-05', '2026-12-06'),
  ]);
  assert.equal(due.dueOn, '2026-12-12');
  assert.equal(due.pausedDays, 12);
});

test('overlapping absences count each day once', () => {
  const due = fairDue('2026-11-01', '2026-11-30', [
    leave('2026-11-10', '2026-11-12'),
    { kind: 'crisis-duty', fromDay: '2026-11-11', toDay: '2026-11-13' },
  ]);
  assert.equal(due.dueOn, '2026-12-04');
  assert.deepEqual(due.kinds, ['leave', 'crisis-duty']);
});

test('absence before the opening and after the deadline changes nothing', () => {
  const due = fairDue('2026-11-01', '2026-11-30', [
    leave('2026-10-01', '2026-10-31'),
    leave('2026-12-01', '2026-12-31'),
  ]);
  assert.equal(due.dueOn, '2026-11-30');
});

test('an absence without a sensible end does not move a deadline for ever', () => {
  const due = fairDue('2026-11-01', '2026-11-30', [leave('2026-11-10', '9999-12-31')]);
  assert.ok(due.dueOn < '2030-01-01');
});

const SITUATION = {
  opensOn: '2026-11-01',
  dueOn: '2026-11-30',
  isDone: false,
  isAway: false,
  today: '2026-11-10',
};
const STANDINGS = [
  ['open', {}],
  ['not-open', { today: '2026-10-31' }],
  ['due-soon', { today: '2026-11-23' }],
  ['due-soon', { today: '2026-11-30' }],
  ['overdue', { today: '2026-12-01' }],
  ['paused', { today: '2026-12-01', isAway: true }],
  ['done', { today: '2026-12-01', isDone: true }],
] as const;
for (const [status, change] of STANDINGS) {
  test(`is ${status} when ${JSON.stringify(change)}`, () => {
    assert.equal(assignmentStatus({ ...SITUATION, ...change }), status);
  });
}

test('the assignment of the own unit wins over one from above, and a personal one over both', () => {
  const city = assignment('city', { unitId: 'city' });
  const team = assignment('team', { unitId: 'team', dueOn: '2026-12-31' });
  const own = assignment('own', { personId: 'kim' });
  const units = ['team', 'bureau', 'city'];
  assert.deepEqual(nearest([city, team], units), [team]);
  assert.deepEqual(nearest([city, own, team], units), [own]);
});
