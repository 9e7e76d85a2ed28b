import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Held } from '#features/programme/need.ts';
import { type Life, planFor } from '#features/programme/plan.ts';
import type { Timing } from '#features/programme/programme.ts';
import type { Day } from '#kernel/date.ts';
import { factsOf, life, on, programme, rule, TIMING } from '#tests/support/programmes.ts';

const YEARLY: Partial<Timing> = {
  recurs: { kind: 'yearly', due: '11-30' },
  renewal: 'delta',
  credit: 0,
};
const held = (since: Day, behind: Held['behind'] = []): Partial<Life> => ({
  facts: factsOf(
    { 'course:civics': [since] },
    { held: new Map([['course:civics', { since, behind }]]) },
  ),
});
const required = (
  today: Day,
  own: Partial<Life>,
  { timing = YEARLY, aDay = null }: { timing?: Partial<Timing>; aDay?: number | null } = {},
) => {
  const memberships = new Map([['p', { ruleId: 'all', since: '2025-01-01' }]]);
  const rules = [rule('all', { from: '2025-01-01', timing: { ...TIMING, ...timing } })];
  const one = programme('p', rules, { minutesADay: aDay });
  return planFor(life({ memberships, ...own }), [one], on(today)).required;
};
const of2026 = (...given: Parameters<typeof required>) =>
  required(...given).find(({ period }) => period.key === '2026');

test('when nothing changed, the next period is renewed on the day its window opens and not before', () => {
  const own = held('2025-11-20');
  assert.equal(of2026('2026-10-31', own)?.standing, 'not-due');
  const renewed = of2026('2026-11-01', own);
  assert.deepEqual([renewed?.standing, renewed?.doneOn], ['done', '2026-11-01']);
});

test('a change that waits as the window opens is asked, and the day it was taken up is the day of renewal', () => {
  const waits = [{ from: '2026-05-05', until: null, minutes: 6 }];
  assert.equal(of2026('2026-11-10', held('2025-11-20', waits))?.standing, 'open');
  const taken = [{ from: '2026-05-05', until: '2026-11-12', minutes: 6 }];
  assert.equal(of2026('2026-11-20', held('2025-11-20', taken))?.doneOn, '2026-11-12');
});

test('what was taken up before the window opened, or came after, is not asked for it', () => {
  const before = [{ from: '2026-05-05', until: '2026-06-06', minutes: 6 }];
  const after = { from: '2026-11-02', until: null, minutes: 6 };
  const own = held('2025-11-20', [...before, after]);
  assert.equal(of2026('2026-11-20', own)?.doneOn, '2026-11-01');
});

test('whoever never finished it does all of it, and so does everybody where the programme says so', () => {
  assert.equal(of2026('2026-11-10', {})?.standing, 'open');
  const { renewal: _, ...whole } = YEARLY;
  assert.equal(of2026('2026-11-10', held('2025-11-20'), { timing: whole })?.standing, 'open');
  const once: Partial<Timing> = { ...YEARLY, recurs: { kind: 'once', due: '2026-11-30' } };
  const [first] = required('2026-11-10', held('2025-11-20'), { timing: { ...once, credit: 0 } });
  assert.equal(first?.standing, 'open');
});

test('a date leaves room for what changed only, also after it was done', () => {
  const late = { ...YEARLY, opensBefore: 0 };
  const asked = (own: Partial<Life>) =>
    of2026('2026-12-20', own, { timing: late, aDay: 20 })?.dates.dueOn;
  assert.equal(asked({}), '2026-12-02');
  const waits = (until: Day | null) =>
    held('2025-11-20', [{ from: '2026-05-05', until, minutes: 6 }]);
  assert.equal(asked(waits(null)), '2026-11-30');
  const longer = (until: Day | null) =>
    held('2025-11-20', [{ from: '2026-05-05', until, minutes: 40 }]);
  assert.equal(asked(longer(null)), '2026-12-01');
  assert.equal(asked(longer('2026-12-01')), '2026-12-01');
});

test('rounds that renew by themselves keep their day; one with something to do begins the next as usual', () => {
  const rolling: Partial<Timing> = {
    recurs: { kind: 'rolling', months: 12, firstDays: 10, from: 'completion' },
    opensBefore: 30,
    credit: 0,
    renewal: 'delta',
  };
  const dues = (own: Partial<Life>, today: Day) =>
    required(today, own, { timing: rolling }).map(({ period, doneOn }) => [period.setFor, doneOn]);
  const quiet = dues(held('2025-02-03'), '2027-01-20');
  assert.deepEqual(quiet.slice(1), [
    ['2026-02-03', '2026-01-04'],
    ['2027-02-03', '2027-01-04'],
  ]);
  const busy = dues(
    held('2025-02-03', [{ from: '2025-12-01', until: '2026-01-20', minutes: 5 }]),
    '2026-12-25',
  );
  assert.deepEqual(busy.slice(1), [
    ['2026-02-03', '2026-01-20'],
    ['2027-01-20', '2026-12-21'],
  ]);
});

test('a window may open before the round before it is over without asking for rounds without end', () => {
  const rolling: Partial<Timing> = {
    recurs: { kind: 'rolling', months: 1, firstDays: 10, from: 'completion' },
    ...{ opensBefore: 60, credit: 'any-time', renewal: 'delta' },
  };
  assert.ok(required('2026-11-10', held('2026-10-03'), { timing: rolling }).length < 10);
});
