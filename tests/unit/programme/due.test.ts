import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Absence, pause } from '#features/programme/absence.ts';
import { type Clock, fairDates } from '#features/programme/due.ts';
import type { Period } from '#features/programme/period.ts';
import { addDays, type Day } from '#kernel/date.ts';
import { seededRandom } from '#kernel/random.ts';
import { CALENDAR, rule, TIMING } from '#tests/support/programmes.ts';

const leave = (fromDay: Day, toDay: Day): Absence => ({ kind: 'leave', fromDay, toDay });
const PERIOD: Period = {
  key: 'once',
  opensOn: '2026-11-01',
  setFor: '2026-11-30',
  countsFrom: '1970-01-01',
  origin: { kind: 'once' },
};
const CLOCK: Clock = {
  calendar: CALENDAR,
  since: '2026-10-01',
  absences: [],
  extendedTo: null,
  minutes: 0,
  minutesADay: null,
};
const dates = (clock: Partial<Clock> = {}, timing = {}, period: Partial<Period> = {}) =>
  fairDates({ ...PERIOD, ...period }, rule('r', { timing: { ...TIMING, ...timing } }), {
    ...CLOCK,
    ...clock,
  });

test('without anything in the way the deadline is the day that was set', () => {
  const { dueOn, setFor, steps, graceUntil } = dates();
  assert.deepEqual(
    [dueOn, setFor, graceUntil, steps],
    ['2026-11-30', '2026-11-30', '2026-11-30', []],
  );
});

test('ten days of leave before the deadline move it by ten days', () => {
  const { dueOn, steps } = dates({ absences: [leave('2026-11-10', '2026-11-19')] });
  assert.equal(dueOn, '2026-12-10');
  assert.deepEqual(steps, [{ kind: 'absence', kinds: ['leave'], days: 10 }]);
});

test('leave that only the moved deadline reaches counts as well', () => {
  const absences = [leave('2026-11-10', '2026-11-19'), leave('2026-12-07', '2026-12-08')];
  assert.deepEqual(pause('2026-11-01', '2026-11-30', absences), {
    day: '2026-12-12',
    days: 12,
    kinds: ['leave'],
  });
  // The 12th is a Saturday, so it may be done on Monday.
  assert.equal(dates({ absences }).dueOn, '2026-12-14');
});

test('overlapping absences count each day once', () => {
  const absences: Absence[] = [
    leave('2026-11-10', '2026-11-12'),
    { kind: 'crisis-duty', fromDay: '2026-11-11', toDay: '2026-11-13' },
  ];
  const { dueOn, steps } = dates({ absences });
  assert.equal(dueOn, '2026-12-04');
  assert.deepEqual(steps, [{ kind: 'absence', kinds: ['leave', 'crisis-duty'], days: 4 }]);
});

test('absence before the opening and after the deadline changes nothing', () => {
  const absences = [leave('2026-10-01', '2026-10-31'), leave('2026-12-01', '2026-12-31')];
  assert.equal(dates({ absences }).dueOn, '2026-11-30');
});

test('an absence without a sensible end does not move a deadline for ever', () => {
  assert.ok(dates({ absences: [leave('2026-11-10', '9999-12-31')] }).dueOn < '2030-01-01');
});

test('a deadline on a day off may be met on the next working day', () => {
  const { dueOn, steps } = dates({}, {}, { setFor: '2026-12-25' });
  assert.equal(dueOn, '2026-12-28');
  assert.deepEqual(steps, [{ kind: 'rest', day: '2026-12-25' }]);
});

test('whoever joins late gets the promised business days; whoever was there when it opened does not', () => {
  const { dueOn, steps, opensOn } = dates({ since: '2026-11-26' }, { joinDays: 20 });
  assert.equal(dueOn, '2026-12-24');
  assert.equal(opensOn, '2026-11-26');
  assert.deepEqual(steps, [{ kind: 'joined', since: '2026-11-26', days: 20 }]);
  assert.equal(dates({ since: '2026-10-20' }, { joinDays: 40 }).dueOn, '2026-11-30');
});

test('a date that leaves less time than the work needs is moved and raised', () => {
  const tight = { since: '2026-11-27', minutes: 300, minutesADay: 60 };
  const { dueOn, isImpossible, steps } = dates(tight);
  // Friday and four days of the week after.
  assert.equal(dueOn, '2026-12-03');
  assert.equal(isImpossible, true);
  assert.deepEqual(steps, [{ kind: 'impossible', minutes: 300, aDay: 60, days: 5 }]);
  assert.equal(dates({ ...tight, minutesADay: 150 }).isImpossible, false);
});

test('an extension moves the date; one to an earlier day changes nothing', () => {
  assert.equal(dates({ extendedTo: '2026-12-20' }).dueOn, '2026-12-20');
  assert.deepEqual(dates({ extendedTo: '2026-11-20' }).steps, []);
});

test('grace begins after the moved date and stands still on leave as well', () => {
  assert.equal(dates({}, { graceDays: 5 }).graceUntil, '2026-12-05');
  const away = { absences: [leave('2026-12-02', '2026-12-04')] };
  assert.equal(dates(away, { graceDays: 5 }).graceUntil, '2026-12-08');
});

test('a further absence never makes any date earlier, whatever else there is', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const random = seededRandom(`absence ${seed}`);
    const some = (): Absence => {
      const from = addDays('2026-10-20', Math.floor(random() * 120));
      return leave(from, addDays(from, Math.floor(random() * 25)));
    };
    const absences = Array.from({ length: Math.floor(random() * 4) }, some);
    const clock = {
      since: addDays('2026-10-25', Math.floor(random() * 40)),
      minutes: Math.floor(random() * 900),
      minutesADay: 60,
      extendedTo: random() < 0.3 ? addDays('2026-11-25', Math.floor(random() * 60)) : null,
    };
    const timing = { joinDays: Math.floor(random() * 25), graceDays: Math.floor(random() * 20) };
    const before = dates({ ...clock, absences }, timing);
    const after = dates({ ...clock, absences: [...absences, some()].reverse() }, timing);
    assert.ok(after.dueOn >= before.dueOn, `seed ${seed}: ${before.dueOn} → ${after.dueOn}`);
    assert.ok(after.graceUntil >= before.graceUntil, `seed ${seed}`);
    assert.ok(before.dueOn >= '2026-11-30', `seed ${seed}: no step makes a date earlier`);
  }
});
