import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, answerFor, type Shown } from '#features/duty/answer.ts';
import type { Requirement } from '#features/duty/duty.ts';
import type { NeedItem } from '#features/programme/programme.ts';
import { addDays, type Day } from '#kernel/date.ts';
import { seededRandom, shuffle } from '#kernel/random.ts';
import { factsOf } from '#tests/support/programmes.ts';

const DRILL: NeedItem = { kind: 'observation', id: 'duty-room-drill' };
const REVIEW: NeedItem = { kind: 'observation', id: 'after-action-review' };
const COURSE: NeedItem = { kind: 'course', id: 'civics' };
const LEVEL: NeedItem = { kind: 'competency', id: 'C5.2', level: 3 };
const asks = (...requires: Requirement[]) => ({ requires });
const drill = { take: 'all', items: [DRILL], validMonths: 12 } as const;

function shown(done: Record<string, Day[]>, rest: Partial<Shown['facts']> = {}): Shown {
  return { facts: factsOf(done, rest), programmes: new Map() };
}
const states = ({ parts }: Answer) =>
  parts.flatMap(({ things }) => things.map(({ state }) => state));

test('nobody without a valid drill may be rostered, and the day it runs out is the last', () => {
  const duty = asks({ ...drill, items: [DRILL] });
  const drilled = shown({ 'observation:duty-room-drill': ['2025-11-22', '2025-03-01'] });
  const on = (today: Day) => answerFor(duty, drilled, today);
  assert.deepEqual([on('2026-11-22').isReady, on('2026-11-22').until], [true, '2026-11-22']);
  assert.deepEqual([on('2026-11-23').isReady, on('2026-11-23').until], [false, null]);
  assert.deepEqual(states(on('2026-11-23')), ['expired']);
  assert.deepEqual(states(answerFor(duty, shown({}), '2026-11-22')), ['never']);
});

test('what was done later than today does not count yet', () => {
  const later = shown({ 'observation:duty-room-drill': ['2026-12-01'] });
  assert.equal(answerFor(asks({ ...drill, items: [DRILL] }), later, '2026-11-22').isReady, false);
});

test('any of several is enough, for as long as the one that lasts longest', () => {
  const either = asks({ take: 'any', items: [DRILL, REVIEW], validMonths: 12 });
  const done = shown({
    'observation:duty-room-drill': ['2026-01-10'],
    'observation:after-action-review': ['2026-05-10'],
  });
  assert.equal(answerFor(either, done, '2026-11-22').until, '2027-05-10');
  const both = asks({ take: 2, items: [DRILL, REVIEW], validMonths: 12 });
  assert.equal(answerFor(both, done, '2026-11-22').until, '2027-01-10');
});

test('the shortest part decides until when, and what never expires does not shorten it', () => {
  const duty = asks(
    { ...drill, items: [DRILL] },
    { take: 'all', items: [COURSE], validMonths: null },
  );
  const done = { 'observation:duty-room-drill': ['2026-01-10'], 'course:civics': ['2020-01-01'] };
  assert.equal(answerFor(duty, shown(done), '2026-11-22').until, '2027-01-10');
  const forEver = asks({ take: 'all', items: [COURSE], validMonths: null });
  assert.deepEqual(
    [
      answerFor(forEver, shown(done), '2026-11-22').isReady,
      answerFor(forEver, shown(done), '2026-11-22').until,
    ],
    [true, null],
  );
});

test('a confirmed level counts while it is confirmed, one that waits for a signature is said to wait', () => {
  const duty = asks({ take: 'all', items: [LEVEL], validMonths: 12 });
  const holding = new Map([['competency:C5.2:3', '2020-01-01']]);
  assert.equal(answerFor(duty, shown({}, { holding }), '2026-11-22').isReady, true);
  const waiting = new Set(['competency:C5.2:3']);
  const waits = answerFor(duty, shown({}, { waiting }), '2026-11-22');
  assert.deepEqual([waits.isReady, states(waits)], [false, ['waiting']]);
});

test('a course whose changes were taken up counts from the day they were', () => {
  const duty = asks({ take: 'all', items: [COURSE], validMonths: 12 });
  const behind = [{ from: '2026-02-01', until: '2026-03-01', minutes: 5 }];
  const held = new Map([['course:civics', { since: '2025-01-10', behind }]]);
  const renewed = shown({ 'course:civics': ['2025-01-10'] }, { held });
  assert.equal(answerFor(duty, renewed, '2026-11-22').until, '2027-03-01');
});

test('a programme counts while what was done for it is valid', () => {
  const duty = asks({ programme: 'fire' });
  const with_ = (until: Day | null): Shown => ({
    facts: factsOf({}),
    programmes: new Map([['fire', until]]),
  });
  assert.equal(answerFor(duty, with_('2026-11-22'), '2026-11-22').isReady, true);
  assert.equal(answerFor(duty, with_('2026-11-21'), '2026-11-22').isReady, false);
  assert.equal(answerFor(duty, with_(null), '2026-11-22').until, null);
  assert.deepEqual(states(answerFor(duty, shown({}), '2026-11-22')), ['never']);
});

const THINGS = [DRILL, REVIEW, COURSE];
const NAMES = ['observation:duty-room-drill', 'observation:after-action-review', 'course:civics'];

function randomCase(seed: string) {
  const random = seededRandom(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const requires = Array.from({ length: 1 + upTo(3) }, (_, at): Requirement => {
    const items = shuffle(THINGS, `${seed} ${at}`).slice(0, 1 + upTo(3));
    const take = (['all', 'any', 1 + upTo(items.length)] as const)[upTo(3)] ?? 'all';
    return { take, items, validMonths: upTo(4) === 0 ? null : 1 + upTo(24) };
  });
  const done: Record<string, Day[]> = {};
  for (const name of NAMES)
    done[name] = Array.from({ length: upTo(4) }, () => addDays('2024-01-01', upTo(1_000)));
  return { duty: { requires }, done, today: addDays('2024-06-01', upTo(900)) };
}
const CASES = Array.from({ length: 400 }, (_, at) => randomCase(`duty ${at}`));

test('the day said is the last one: ready on it, not on the next, if nothing is done again', () => {
  for (const { duty, done, today } of CASES) {
    const past = Object.fromEntries(
      Object.entries(done).map(([name, days]) => [name, days.filter((day) => day <= today)]),
    );
    const { isReady, until } = answerFor(duty, shown(past), today);
    if (!isReady || until === null) continue;
    assert.equal(answerFor(duty, shown(past), until).isReady, true);
    assert.equal(answerFor(duty, shown(past), addDays(until, 1)).isReady, false);
  }
});

test('order and repetition of what was done change nothing, and doing more never takes a roster away', () => {
  for (const [at, { duty, done, today }] of CASES.entries()) {
    const mixed = Object.fromEntries(
      Object.entries(done).map(([name, days]) => [name, shuffle([...days, ...days], `${at}`)]),
    );
    const answer = answerFor(duty, shown(done), today);
    assert.deepEqual(answerFor(duty, shown(mixed), today), answer);
    const name = NAMES[at % NAMES.length] ?? '';
    const more = answerFor(duty, shown({ ...done, [name]: [...(done[name] ?? []), today] }), today);
    assert.ok(more.isReady || !answer.isReady);
    if (answer.isReady && more.until !== null)
      assert.ok(more.until >= (answer.until ?? more.until));
  }
});
