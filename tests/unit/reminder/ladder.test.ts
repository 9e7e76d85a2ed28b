import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Absence } from '#features/programme/absence.ts';
import { USUAL_REMINDERS } from '#features/programme/reminders.ts';
import { standingOn } from '#features/programme/standing.ts';
import {
  type Course,
  dueRungs,
  LEVELS,
  nameOfRung,
  type Rung,
  rungsUntilDone,
} from '#features/reminder/ladder.ts';
import { addDays, addMonths, type Day, daysBetween } from '#kernel/date.ts';
import { seededRandom } from '#kernel/random.ts';
import { CALENDAR } from '#tests/support/programmes.ts';

/** Open from 1 November, due on Monday 30 November 2026, two weeks of grace. */
type Case = {
  readonly opensOn: Day;
  readonly dueOn: Day;
  readonly graceUntil: Day;
  readonly doneOn: Day | null;
  readonly validMonths: number | null;
  readonly absences: readonly Absence[];
};
const CASE: Case = {
  opensOn: '2026-11-01',
  dueOn: '2026-11-30',
  graceUntil: '2026-12-14',
  doneOn: null,
  validMonths: null,
  absences: [],
};

/** How it stands on a day: what was done later has not been done yet. */
function courseOn(one: Case, today: Day): Course {
  const { opensOn, dueOn, graceUntil, validMonths, absences } = one;
  const doneOn = one.doneOn !== null && one.doneOn <= today ? one.doneOn : null;
  const dates = { opensOn, setFor: dueOn, dueOn, graceUntil, steps: [], isImpossible: false };
  const own = { dates, doneOn, validMonths, isExcused: false, isWaiting: false, absences };
  return {
    opensOn,
    dueOn,
    graceUntil,
    validUntil: doneOn === null || validMonths === null ? null : addMonths(doneOn, validMonths),
    standing: standingOn(own, today),
    absences,
    isAskedAgain: false,
  };
}

type Said = Rung & { readonly said: Day };

/** What is said when the job runs on these days, and only on these. */
function saidOn(one: Case, days: readonly Day[], reminders = USUAL_REMINDERS): Said[] {
  const sent = new Set<string>();
  return days.flatMap((today) => {
    const due = dueRungs(courseOn(one, today), { reminders, calendar: CALENDAR, today, sent });
    for (const rung of due) sent.add(nameOfRung(rung));
    return due.map((rung) => ({ ...rung, said: today }));
  });
}
const everyDay = (from: Day, days: number) =>
  Array.from({ length: days }, (_, index) => addDays(from, index));
const words = (said: readonly Said[]) =>
  said.map(({ said: day, kind, days }) => `${day} ${kind}${days === null ? '' : ` ${days}`}`);

test('somebody who does nothing is told at the published distances, then those above are', () => {
  assert.deepEqual(words(saidOn(CASE, everyDay('2026-10-25', 120))), [
    '2026-11-01 opened',
    '2026-11-16 due-soon 10',
    '2026-11-25 due-soon 3',
    '2026-12-01 in-grace',
    '2026-12-15 overdue',
    '2026-12-21 supervisor 5',
    '2027-01-06 administrator 15',
  ]);
});

test('nothing is said any more once it is done, until what was done runs out', () => {
  const done = { ...CASE, doneOn: '2026-11-18', validMonths: 12 };
  assert.deepEqual(words(saidOn(done, everyDay('2026-10-25', 500))), [
    '2026-11-01 opened',
    '2026-11-16 due-soon 10',
    '2027-10-21 expiring 20',
    '2027-11-19 expired',
  ]);
});

test('nothing is said about the end of validity when a later period asks for it anyway', () => {
  const today = '2027-11-01';
  const course = courseOn({ ...CASE, doneOn: '2026-11-18', validMonths: 12 }, today);
  const sending = {
    reminders: USUAL_REMINDERS,
    calendar: CALENDAR,
    today,
    sent: new Set<string>(),
  };
  assert.equal(dueRungs(course, sending).length, 1);
  assert.equal(dueRungs({ ...course, isAskedAgain: true }, sending).length, 0);
});

test('whoever is away hears nothing, and days away do not bring the supervisor nearer', () => {
  const leave: Absence = { kind: 'leave', fromDay: '2026-12-16', toDay: '2027-01-15' };
  const away = { ...CASE, absences: [leave] };
  const said = words(saidOn(away, everyDay('2026-12-15', 60)));
  assert.deepEqual(said, [
    '2026-12-15 overdue',
    '2027-01-21 supervisor 5',
    '2027-02-04 administrator 15',
  ]);
});

test('an excuse, a request that waits and a window that is not open are left in peace', () => {
  const today = '2027-01-10';
  const sending = {
    reminders: USUAL_REMINDERS,
    calendar: CALENDAR,
    today,
    sent: new Set<string>(),
  };
  const course = courseOn(CASE, today);
  for (const standing of ['excused', 'waiting', 'paused', 'not-due'] as const)
    assert.deepEqual(dueRungs({ ...course, standing }, sending), [], standing);
  assert.equal(dueRungs(course, sending).length, 3);
});

test('after forty silent days each is told once, of how things stand today', () => {
  const said = saidOn(CASE, ['2026-11-02', '2026-12-20', '2026-12-21']);
  assert.deepEqual(words(said), [
    '2026-11-02 opened',
    '2026-12-20 overdue',
    '2026-12-21 supervisor 5',
  ]);
  assert.deepEqual(words(saidOn(CASE, ['2027-02-01', '2027-02-02'])), [
    '2027-02-01 overdue',
    '2027-02-01 supervisor 5',
    '2027-02-01 administrator 15',
  ]);
});

test('a later date begins its steps anew, and the day the window opened is not told twice', () => {
  const sent = new Set<string>();
  const tell = (one: Case, today: Day) => {
    const sending = { reminders: USUAL_REMINDERS, calendar: CALENDAR, today, sent };
    const due = dueRungs(courseOn(one, today), sending);
    for (const rung of due) sent.add(nameOfRung(rung));
    return due.map(({ kind, about }) => `${kind} ${about}`);
  };
  assert.deepEqual(tell(CASE, '2026-11-02'), ['opened 2026-11-01']);
  assert.deepEqual(tell(CASE, '2026-11-26'), ['due-soon 2026-11-30']);
  const later = { ...CASE, dueOn: '2026-12-31', graceUntil: '2027-01-14' };
  assert.deepEqual(tell(later, '2026-11-27'), []);
  assert.deepEqual(tell(later, '2026-12-16'), ['due-soon 2026-12-31']);
});

test('a programme that tells nobody above has no such steps, and steps before the opening fall away', () => {
  const quiet = {
    before: [30, 2],
    supervisorAfter: null,
    administratorAfter: null,
    beforeExpiry: [],
  };
  const kinds = rungsUntilDone(CASE, quiet, CALENDAR).map(({ kind, days }) => `${kind} ${days}`);
  assert.deepEqual(kinds, ['opened null', 'due-soon 2', 'in-grace null', 'overdue null']);
});

/** A random life: dates, perhaps a day on which it is done, perhaps leave. */
function randomCase(seed: string): { one: Case; days: Day[] } {
  const random = seededRandom(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const opensOn = addDays('2026-10-01', upTo(60));
  const dueOn = addDays(opensOn, 1 + upTo(90));
  const graceUntil = addDays(dueOn, upTo(2) * upTo(20));
  const doneOn = upTo(2) === 0 ? addDays(opensOn, upTo(160)) : null;
  const fromDay = addDays(opensOn, upTo(150));
  const leave = { kind: 'leave' as const, fromDay, toDay: addDays(fromDay, upTo(40)) };
  const absences = upTo(2) === 0 ? [leave] : [];
  const validMonths = upTo(2) === 0 ? 3 : null;
  const runs = random();
  const days = everyDay('2026-09-25', 400).filter(() => random() < runs);
  return { one: { opensOn, dueOn, graceUntil, doneOn, validMonths, absences }, days };
}
const CASES = Array.from({ length: 300 }, (_, index) => `case ${index}`);

test('whenever the job runs, no step comes twice and none before its day', () => {
  for (const seed of CASES) {
    const { one, days } = randomCase(seed);
    const said = saidOn(one, days);
    const names = said.map(nameOfRung);
    assert.equal(new Set(names).size, names.length, seed);
    for (const rung of said) assert.ok(rung.on <= rung.said, seed);
  }
});

test('whenever the job runs, the steps of each level come in their order and at most one a day', () => {
  for (const seed of CASES) {
    const { one, days } = randomCase(seed);
    for (const level of LEVELS) {
      const own = saidOn(one, days).filter((rung) => rung.level === level);
      for (const [index, rung] of own.entries()) {
        const before = own[index - 1];
        if (before === undefined) continue;
        assert.ok(before.on <= rung.on && before.said < rung.said, seed);
      }
    }
  }
});

test('running twice a day says no more than running once', () => {
  for (const seed of CASES) {
    const { one, days } = randomCase(seed);
    const twice = days.flatMap((day) => [day, day]);
    assert.deepEqual(saidOn(one, twice), saidOn(one, days), seed);
  }
});

test('nobody is reminded of what is finished or while the clock stands still', () => {
  for (const seed of CASES) {
    const { one, days } = randomCase(seed);
    for (const { kind, said } of saidOn(one, days)) {
      const { standing } = courseOn(one, said);
      const isOfExpiry = kind === 'expiring' || kind === 'expired';
      const allowed = isOfExpiry
        ? ['done', 'expired']
        : ['open', 'due-soon', 'in-grace', 'overdue'];
      assert.ok(allowed.includes(standing), `${seed}: ${kind} while ${standing}`);
    }
  }
});

test('downtime loses no step that is still true: the last thing said is what daily runs would have said last', () => {
  for (const seed of CASES) {
    const { one } = randomCase(seed);
    const days = everyDay('2026-09-25', 400);
    const end = days.at(-1) ?? '';
    const last = (said: readonly Said[]) =>
      LEVELS.map((level) => said.filter((rung) => rung.level === level).at(-1)?.kind);
    const daily = saidOn(one, days).filter(({ said }) => daysBetween(said, end) >= 0);
    const silent = saidOn(one, [end]);
    for (const [index, kind] of last(silent).entries()) {
      if (kind !== undefined) assert.equal(kind, last(daily)[index], seed);
    }
  }
});
