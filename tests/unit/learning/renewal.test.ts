import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Offer, OfferedChange } from '#features/catalogue/offer.ts';
import { asksToRead, type Renewal, renewalOf, type SeenOffer } from '#features/learning/renewal.ts';
import type { Statement } from '#features/record/statement.ts';
import { seededRandom, shuffle } from '#kernel/random.ts';
import { answered, MINUTE, read, START } from './histories.ts';

const FINISHED = START + 10 * MINUTE;
const at = (minute: number) => START + minute * MINUTE;
const change = (
  lesson: string,
  section: string,
  rest: Partial<OfferedChange> = {},
): OfferedChange => ({
  ...{ id: `${lesson}/${section}/1`, lesson, section, checks: ['a'], minutes: 3 },
  ...rest,
});
const offer = (minute: number, ...changes: OfferedChange[]): SeenOffer => ({
  offer: { v: 1, course: 'civics', minutes: 30, wholeAbove: 40, changes } satisfies Offer,
  seenAt: at(minute),
});
const renewal = (
  offers: readonly SeenOffer[],
  statements: readonly Statement[] = [],
  whole: number | null = null,
): Renewal =>
  renewalOf({
    finishedAt: FINISHED,
    offers,
    statements,
    wholeSince: (from) => (whole === null ? null : Math.max(at(whole), from)),
  });
const NEWS = change('first', 'rain');

test('nobody is asked for what had changed before they finished', () => {
  const { delta, behind } = renewal([offer(5, NEWS)]);
  assert.deepEqual([delta, behind], [null, []]);
});

test('somebody who finished before is asked to read the section and answer its questions rightly', () => {
  const offers = [offer(20, NEWS)];
  const asked = renewal(offers);
  assert.deepEqual(
    asked.delta?.parts.map(({ lesson, section, doneAt }) => [lesson, section, doneAt]),
    [['first', 'rain', null]],
  );
  assert.equal(asked.delta?.share, 10);
  assert.equal(asked.delta?.isWhole, false);
  assert.ok(asksToRead(asked, 'first') && !asksToRead(asked, 'second'));
  const half = renewal(offers, [read(21, 'first'), answered(22, 'first/a', false)]);
  assert.equal(half.delta?.parts[0]?.doneAt, null);
  assert.ok(!asksToRead(half, 'first'));
  const all = renewal(offers, [read(21, 'first'), answered(25, 'first/a', true)]);
  assert.equal(all.delta, null);
  assert.deepEqual(all.behind, [{ from: at(20), until: at(25), minutes: 3 }]);
  assert.equal(all.currentSince, at(25));
});

test('what was done before a change was offered does not count for it', () => {
  const early = [read(19, 'first'), answered(19, 'first/a', true)];
  assert.equal(renewal([offer(20, NEWS)], early).delta?.parts[0]?.readAt, null);
});

test('a section that changed twice is asked once, since its newest change', () => {
  const second = change('first', 'rain', { id: 'first/rain/2', checks: ['a', 'b'] });
  const offers = [offer(20, NEWS), offer(30, NEWS, second)];
  const [part, ...others] = renewal(offers, [read(25, 'first')]).delta?.parts ?? [];
  assert.deepEqual(others, []);
  assert.deepEqual(part?.changes, ['first/rain/1', 'first/rain/2']);
  assert.equal(part?.readAt, null);
  assert.deepEqual(
    part?.checks.map(({ item }) => item),
    ['a', 'b'],
  );
});

test('a later change opens a new time behind and leaves the one before as it ended', () => {
  const done = [read(21, 'first'), answered(22, 'first/a', true)];
  const second = change('second', 'snow', { checks: [] });
  const { behind, delta } = renewal([offer(20, NEWS), offer(40, NEWS, second)], done);
  assert.deepEqual(behind, [
    { from: at(20), until: at(22), minutes: 3 },
    { from: at(40), until: null, minutes: 3 },
  ]);
  assert.deepEqual(
    delta?.parts.map(({ section }) => section),
    ['snow'],
  );
});

test('a change its author took back asks nothing from then on', () => {
  const { behind, delta } = renewal([offer(20, NEWS), offer(30)]);
  assert.equal(delta, null);
  assert.deepEqual(behind, [{ from: at(20), until: at(30), minutes: 3 }]);
});

test('above the threshold the whole course is asked beside what changed; at it, only that', () => {
  const done = [read(21, 'first'), answered(22, 'first/a', true)];
  const atIt = change('first', 'rain', { minutes: 12 });
  assert.equal(renewal([offer(20, atIt)], done).delta, null);
  const above = change('first', 'rain', { minutes: 13 });
  const { delta } = renewal([offer(20, above)], done);
  assert.equal(delta?.isWhole, true);
  assert.equal(delta?.minutes, 30);
  assert.deepEqual(renewal([offer(20, above)], done, 35).behind, [
    { from: at(20), until: at(35), minutes: 30 },
  ]);
});

const SECTIONS = ['rain', 'call', 'snow'];

/** Offers that only grow and acts around them, by a seed. */
function randomLife(seed: string) {
  const random = seededRandom(seed);
  const upTo = (count: number) => Math.floor(random() * count);
  const changes: OfferedChange[] = [];
  const offers = Array.from({ length: 1 + upTo(4) }, (_, turn) => {
    const section = SECTIONS[upTo(SECTIONS.length)] ?? 'rain';
    const id = `first/${section}/${turn + 1}`;
    changes.push(change('first', section, { id, checks: [['a', 'b', 'c'][upTo(3)] ?? 'a'] }));
    return offer(5 + turn * 15 + upTo(10), ...changes);
  });
  const statements = Array.from({ length: upTo(14) }, () => {
    const minute = upTo(90);
    if (random() < 0.4) return read(minute, 'first');
    return answered(minute, `first/${['a', 'b', 'c'][upTo(3)]}`, random() < 0.7);
  });
  return { offers, statements, whole: random() < 0.5 ? null : upTo(90) };
}
const LIVES = Array.from({ length: 400 }, (_, seed) => `renewal-${seed}`);

test('order and repetition of what people did make no difference', () => {
  for (const seed of LIVES) {
    const { offers, statements, whole } = randomLife(seed);
    const twice = shuffle([...statements, ...statements], seed);
    assert.deepEqual(renewal(offers, twice, whole), renewal(offers, statements, whole), seed);
  }
});

test('doing one thing more never leaves more to do', () => {
  for (const seed of LIVES) {
    const { offers, statements, whole } = randomLife(seed);
    const open = (own: readonly Statement[]) =>
      renewal(offers, own, whole).delta?.parts.filter(({ doneAt }) => doneAt === null).length ?? 0;
    for (let count = 0; count < statements.length; count += 1)
      assert.ok(open(statements.slice(0, count)) >= open(statements.slice(0, count + 1)), seed);
  }
});

test('what is published later never takes back that somebody was up to date', () => {
  for (const seed of LIVES) {
    const { offers, statements, whole } = randomLife(seed);
    const before = renewal(offers.slice(0, -1), statements, whole);
    const after = renewal(offers, statements, whole);
    const last = offers.at(-1)?.seenAt ?? 0;
    const ended = before.behind.filter(({ until }) => until !== null && until < last);
    assert.deepEqual(after.behind.slice(0, ended.length), ended, seed);
  }
});

test('one change more never asks for less', () => {
  const more = change('second', 'more', { id: 'second/more/1', checks: ['z'] });
  for (const seed of LIVES) {
    const { offers, statements, whole } = randomLife(seed);
    const last = offers.at(-1);
    assert.ok(last);
    const grown = { ...last, offer: { ...last.offer, changes: [...last.offer.changes, more] } };
    const before = renewal(offers, statements, whole).delta;
    const after = renewal([...offers.slice(0, -1), grown], statements, whole).delta;
    const asked = new Set(after?.parts.map(({ section }) => section));
    assert.ok(before?.parts.every(({ section }) => asked.has(section)) ?? true, seed);
    assert.ok((after?.minutes ?? 0) >= (before?.minutes ?? 0), seed);
  }
});
