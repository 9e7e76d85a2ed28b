import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Absence } from '#features/programme/absence.ts';
import { type Life, nameOfPeriod, planFor } from '#features/programme/plan.ts';
import type { Timing } from '#features/programme/programme.ts';
import { addDays, type Day } from '#kernel/date.ts';
import { seededRandom, shuffle } from '#kernel/random.ts';
import { factsOf, life, on, programme, rule, TIMING } from '#tests/support/programmes.ts';

const timed = (timing: Partial<Timing>, from: Day = '2026-10-01') =>
  programme('p', [rule('all', { from, timing: { ...TIMING, ...timing } })]);
const member = (since: Day) => new Map([['p', { ruleId: 'all', since }]]);
/** Key, due day and standing of each period. */
const seen = (one: ReturnType<typeof programme>, own: Partial<Life>, today: Day) =>
  planFor(life({ memberships: member('2026-10-01'), ...own }), [one], on(today)).required.map(
    ({ period, dates, standing }) => [period.key, dates.dueOn, standing],
  );
const standing = (today: Day, own: Partial<Life> = {}, timing: Partial<Timing> = {}) =>
  seen(timed(timing), own, today).map(([, , word]) => word)[0];
const done = (...days: Day[]) => ({ facts: factsOf({ 'course:civics': days }) });

test('a deadline goes through its words, each to the end of its day', () => {
  const grace = { graceDays: 3 };
  assert.equal(standing('2026-10-31', {}, grace), 'not-due');
  assert.equal(standing('2026-11-01', {}, grace), 'open');
  assert.equal(standing('2026-11-22', {}, grace), 'open');
  assert.equal(standing('2026-11-23', {}, grace), 'due-soon');
  assert.equal(standing('2026-11-30', {}, grace), 'due-soon');
  assert.equal(standing('2026-12-01', {}, grace), 'in-grace');
  assert.equal(standing('2026-12-03', {}, grace), 'in-grace');
  assert.equal(standing('2026-12-04', {}, grace), 'overdue');
});

test('done, expired, excused, waiting and away say so', () => {
  assert.equal(standing('2026-12-20', done('2026-11-10')), 'done');
  assert.equal(standing('2027-11-10', done('2026-11-10'), { validMonths: 12 }), 'done');
  assert.equal(standing('2027-11-11', done('2026-11-10'), { validMonths: 12 }), 'expired');
  assert.equal(
    standing('2026-12-20', { excuses: new Set([nameOfPeriod('p', 'once')]) }),
    'excused',
  );
  const waiting = { facts: factsOf({}, { waiting: new Set(['course:civics']) }) };
  assert.equal(standing('2026-12-20', waiting), 'waiting');
  const leave: Absence = { kind: 'leave', fromDay: '2026-11-30', toDay: '2026-12-04' };
  assert.equal(standing('2026-12-02', { absences: [leave] }), 'paused');
  assert.equal(standing('2026-12-07', { absences: [leave] }), 'due-soon');
});

test('every calendar year asks anew, and last year’s work does not count for this one', () => {
  const yearly = timed({
    recurs: { kind: 'yearly', due: '12-31' },
    opensBefore: 364,
    credit: 0,
  });
  assert.deepEqual(seen(yearly, done('2026-10-20'), '2026-11-22'), [
    ['2026', '2026-12-31', 'done'],
    ['2027', '2027-12-31', 'not-due'],
  ]);
  assert.deepEqual(seen(yearly, done('2026-10-20'), '2027-01-04')[1], [
    '2027',
    '2027-12-31',
    'open',
  ]);
});

test('done early counts as far before the opening as the rule says', () => {
  const early = (credit: Timing['credit']) =>
    standing('2026-11-05', done('2026-10-20'), { credit });
  assert.equal(early('any-time'), 'done');
  assert.equal(early(12), 'done');
  assert.equal(early(11), 'open');
  assert.equal(early(0), 'open');
});

test('rolling: so many months from the last completion, and a round is told of before it opens', () => {
  const rolling = timed({
    recurs: { kind: 'rolling', months: 12, firstDays: 20, from: 'completion' },
    opensBefore: 60,
    credit: 30,
  });
  assert.deepEqual(seen(rolling, {}, '2026-10-05'), [['round-1', '2026-10-29', 'open']]);
  const once = done('2026-10-12');
  assert.deepEqual(seen(rolling, once, '2026-11-22'), [['round-1', '2026-10-29', 'done']]);
  assert.deepEqual(seen(rolling, once, '2027-06-20').at(-1), ['round-2', '2027-10-12', 'not-due']);
  assert.deepEqual(seen(rolling, done('2026-10-12', '2027-09-01'), '2027-10-13'), [
    ['round-1', '2026-10-29', 'done'],
    ['round-2', '2027-10-12', 'done'],
  ]);
});

test('rolling by the due day: doing it early within the window costs no time', () => {
  const recurs = { kind: 'rolling', months: 12, firstDays: 20, from: 'due' } as const;
  const rolling = timed({ recurs, opensBefore: 60, credit: 0 });
  const rounds = seen(rolling, done('2026-10-12', '2027-09-20'), '2028-09-01');
  assert.deepEqual(
    rounds.map(([, due]) => due),
    ['2026-10-29', '2027-10-29', '2028-10-30'],
  );
});

test('joiners keep credit: what they finished elsewhere begins their rounds', () => {
  const recurs = { kind: 'rolling', months: 12, firstDays: 20, from: 'completion' } as const;
  const rolling = timed({ recurs, opensBefore: 60, credit: 0 });
  const joined = { memberships: member('2026-11-20') };
  assert.deepEqual(seen(rolling, { ...joined, ...done('2026-03-02') }, '2026-12-31'), [
    ['round-1', '2026-12-18', 'done'],
    ['round-2', '2027-03-02', 'not-due'],
  ]);
  // Finished so long ago that it would not be valid any more.
  assert.deepEqual(
    seen(rolling, { ...joined, ...done('2025-03-02') }, '2026-11-22')[0]?.[2],
    'open',
  );
});

test('fixed dates: whoever comes after one is asked for the next', () => {
  const dates = timed({
    recurs: { kind: 'dates', due: ['2026-10-15', '2026-12-15'] },
    opensBefore: 20,
    credit: 0,
  });
  assert.deepEqual(seen(dates, { memberships: member('2026-10-20') }, '2026-11-22'), [
    ['2026-12-15', '2026-12-15', 'not-due'],
  ]);
});

test('whoever comes under a rule anew begins today; the people of a new programme with the programme', () => {
  const after = timed({ recurs: { kind: 'after-start', days: 10 }, credit: 0 });
  const since = (one: ReturnType<typeof programme>, own: Partial<Life> = {}) =>
    planFor(life(own), [one], on('2026-11-23')).memberships.get('p')?.since;
  assert.equal(since(after), '2026-11-23');
  assert.equal(since({ ...after, derivedRevision: 0 }), '2026-10-01');
  assert.equal(since(after, { memberships: member('2026-11-02') }), '2026-11-02');
  const other = new Map([['p', { ruleId: 'of the old unit', since: '2026-11-02' }]]);
  assert.equal(since(after, { memberships: other }), '2026-11-23');
});

test('nobody is asked for a retired programme', () => {
  const retired = { ...timed({}), retiredAt: 1 };
  assert.deepEqual(planFor(life(), [retired], on('2026-11-22')).required, []);
});

test('what has become of a deadline is the same whenever one asks later', () => {
  const late = done('2026-12-20');
  const of = (today: Day, own: Partial<Life>) =>
    planFor(
      life({ memberships: member('2026-10-01'), ...own }),
      [timed({ validMonths: 1 })],
      on(today),
    ).required[0]?.transitions;
  assert.deepEqual(of('2026-11-30', {}), []);
  assert.deepEqual(of('2026-12-01', {}), [{ what: 'overdue', on: '2026-12-01' }]);
  assert.deepEqual(of('2027-01-10', late), [{ what: 'overdue', on: '2026-12-01' }]);
  assert.deepEqual(of('2027-03-01', late), [
    { what: 'overdue', on: '2026-12-01' },
    { what: 'expired', on: '2027-01-21' },
  ]);
});

test('the order and repetition of facts, absences and programmes make no difference', () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const random = seededRandom(`plan ${seed}`);
    const day = () => addDays('2026-09-01', Math.floor(random() * 200));
    const days = Array.from({ length: 4 }, day);
    const absences = Array.from({ length: 3 }, (): Absence => {
      const fromDay = day();
      return { kind: 'leave', fromDay, toDay: addDays(fromDay, Math.floor(random() * 15)) };
    });
    const programmes = ['a', 'b', 'c'].map((id, at) =>
      programme(id, [
        rule('all', {
          timing: {
            ...TIMING,
            credit: at * 10,
            recurs: { kind: 'rolling', months: 2, firstDays: 10, from: 'completion' },
          },
        }),
      ]),
    );
    const memberships = new Map(
      ['a', 'b', 'c'].map((id) => [id, { ruleId: 'all', since: days[0] ?? '' }]),
    );
    const plain = planFor(
      life({ memberships, absences, facts: factsOf({ 'course:civics': days }) }),
      programmes,
      on('2027-02-01'),
    );
    const mixed = planFor(
      life({
        memberships,
        absences: shuffle([...absences, ...absences], `absences ${seed}`),
        facts: factsOf({ 'course:civics': shuffle([...days, ...days], `days ${seed}`) }),
      }),
      shuffle(programmes, `programmes ${seed}`),
      on('2027-02-01'),
    );
    const told = (plan: typeof plain) =>
      plan.required
        .map(({ programmeId, period, dates, doneOn, standing: word, transitions }) =>
          JSON.stringify([programmeId, period, dates, doneOn, word, transitions]),
        )
        .sort();
    assert.deepEqual(told(mixed), told(plain), `seed ${seed}`);
  }
});

test('correcting a recorded absence corrects every date that it had moved', () => {
  const programmes = ['a', 'b'].map((id) => programme(id));
  const memberships = new Map(['a', 'b'].map((id) => [id, { ruleId: 'all', since: '2026-10-01' }]));
  const wrong: Absence = { kind: 'leave', fromDay: '2026-11-10', toDay: '2026-11-19' };
  const right: Absence = { ...wrong, toDay: '2026-11-11' };
  const dues = (absences: Absence[]) =>
    planFor(life({ absences, memberships }), programmes, on('2026-11-22')).required.map(
      ({ dates }) => dates.dueOn,
    );
  assert.deepEqual(dues([wrong]), ['2026-12-10', '2026-12-10']);
  assert.deepEqual(dues([right]), ['2026-12-02', '2026-12-02']);
  assert.deepEqual(dues([]), ['2026-11-30', '2026-11-30']);
});
