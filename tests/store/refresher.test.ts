import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Item } from '#features/assessment/item.ts';
import { toGiven } from '#features/assessment/response.ts';
import { answerItem } from '#features/assessment/service.ts';
import { cellsOf } from '#features/competency/service.ts';
import { courseStatusFor } from '#features/learning/service.ts';
import {
  beginRefresher,
  cardSetsFor,
  countDue,
  endRefresher,
  findReview,
  leaveSet,
  refresherOf,
  reviewCard,
  takeSet,
} from '#features/refresher/service.ts';
import { testId } from '#tests/support/app.ts';
import { civicsApp } from '#tests/support/civics.ts';
import { codeOf } from '#tests/support/people.ts';

const DAY_MS = 86_400_000;
const anna = { personId: testId(900_001), roles: ['resident'] as const };
const bora = { personId: testId(900_002), roles: ['resident'] as const };
const CARD = 'civics/first/a';

let events = 700_000;
function event(): string {
  events += 1;
  return testId(events);
}

/** An app in which the first question of civics is a hard fact, answered by Anna in its lesson. */
async function annaHasMetOneFact() {
  const app = await civicsApp();
  const [fact, other] = app.items['civics/first'] ?? [];
  assert.ok(fact && other);
  const items = { ...app.items, 'civics/first': [{ ...fact, refresher: true } as Item, other] };
  const withFact = { ...app, items };
  const given = (choice: 'yes' | 'no') => toGiven(fact, { type: 'single', choice });
  for (const item of [fact, other]) {
    const place = { courseId: 'civics', lessonId: 'first', itemId: item.id };
    const response = toGiven(item, { type: 'single', choice: 'yes' });
    const answer = { eventId: event(), ...place, response };
    assert.ok((await answerItem(withFact, anna, answer)).ok);
  }
  const review = (actor = anna, rest: object = {}) =>
    reviewCard(withFact, actor, {
      eventId: event(),
      object: CARD,
      sure: true,
      response: given('yes'),
      ...rest,
    });
  return { app: withFact, given, review };
}

async function dueIn(days: number) {
  const all = await annaHasMetOneFact();
  await beginRefresher(all.app, anna, { minutes: 5 });
  all.app.clock.pass(days * DAY_MS);
  return all;
}

test('nobody is asked again who has not asked for it', async () => {
  const { app, review } = await annaHasMetOneFact();
  app.clock.pass(60 * DAY_MS);
  assert.equal(await refresherOf(app, anna), null);
  assert.equal(await countDue(app, anna), 0);
  assert.equal(await codeOf(review()), 'refresher-not-begun');
});

test('only hard facts that were met in a lesson come back, when they are about to be forgotten', async () => {
  const { app } = await dueIn(0);
  const today = await refresherOf(app, anna);
  assert.equal(today?.known, 1);
  assert.deepEqual(today?.due, []);
  assert.ok((today?.nextAt ?? 0) > app.clock.now());
  app.clock.pass(10 * DAY_MS);
  const later = await refresherOf(app, anna);
  assert.deepEqual(
    later?.due.map(({ object }) => object),
    [CARD],
  );
  assert.equal((await refresherOf(app, bora))?.known, undefined);
});

test('a card answered is gone until it is due again, and shows the competency', async () => {
  const { app, review } = await dueIn(10);
  const before = (await cellsOf(app, [anna.personId]))[0]?.pieces ?? 0;
  const answer = await review();
  assert.ok(answer.ok && answer.value.correct);
  const after = await refresherOf(app, anna);
  assert.deepEqual(after?.due, []);
  assert.equal(after?.answeredThisWeek, 1);
  assert.equal((await cellsOf(app, [anna.personId]))[0]?.pieces, before + 1);
  assert.equal(await codeOf(review()), 'card-not-due');
});

test('the same answer sent twice is one; an answer that is none is refused and nothing is kept', async () => {
  const { app, review } = await dueIn(10);
  assert.equal(await codeOf(review(anna, { response: {} })), 'answer-choice-missing');
  assert.equal(await countDue(app, anna), 1);
  const eventId = event();
  const outcomes = await Promise.all([1, 2, 3].map(() => review(anna, { eventId })));
  for (const outcome of outcomes) assert.deepEqual(outcome, outcomes[0]);
  assert.equal((await refresherOf(app, anna))?.answeredThisWeek, 1);
});

test('cards change no course, and a wrong one brings the fact back soon', async () => {
  const { app, given, review } = await dueIn(10);
  const place = { personId: anna.personId, courseId: 'civics' };
  const before = await courseStatusFor(app, anna, place);
  assert.ok((await review(anna, { response: given('no') })).ok);
  assert.deepEqual(await courseStatusFor(app, anna, place), before);
  const next = (await refresherOf(app, anna))?.nextAt ?? 0;
  assert.ok(next - app.clock.now() <= 3 * DAY_MS);
});

test('somebody else can neither use the answer nor look at it', async () => {
  const { app, review } = await dueIn(10);
  const eventId = event();
  assert.ok((await review(anna, { eventId })).ok);
  assert.equal(await codeOf(review(bora, { eventId })), 'event-used');
  assert.equal(await findReview(app, bora, eventId), null);
  assert.ok(await findReview(app, anna, eventId));
});

test('stopping ends the cards; beginning again goes on from there', async () => {
  const { app } = await dueIn(10);
  await endRefresher(app, anna);
  assert.equal(await countDue(app, anna), 0);
  await beginRefresher(app, anna, { minutes: 10 });
  assert.equal(await countDue(app, anna), 1);
  assert.equal(await codeOf(beginRefresher(app, anna, { minutes: 45 })), 'refresher-minutes');
});

/** Bora has met nothing; civics has two hard facts, one in each lesson. */
async function twoFacts() {
  const app = await civicsApp();
  const marked = Object.entries(app.items).map(([lesson, [first, ...rest]]) => {
    assert.ok(first);
    return [lesson, [{ ...first, refresher: true } as Item, ...rest]] as const;
  });
  return { ...app, items: Object.fromEntries(marked) };
}

test('whoever takes the cards of a course is asked all of them, met or not, in the order of its lessons', async () => {
  const app = await twoFacts();
  assert.equal(await countDue(app, bora), 0);
  assert.ok((await takeSet(app, bora, { courseId: 'civics' })).ok);
  const cards = await refresherOf(app, bora);
  const asked = cards?.due.map(({ object }) => object);
  assert.deepEqual(asked, ['civics/first/a', 'civics/second/c']);
  assert.equal(cards?.minutes, 5);
  assert.deepEqual([cards?.known, cards?.unmet], [0, 2]);
  assert.equal(await countDue(app, anna), 0);
});

test('an unmet card answered is met, counts for the set and comes back only when it is due', async () => {
  const app = await twoFacts();
  await takeSet(app, bora, { courseId: 'civics' });
  const [fact] = (await refresherOf(app, bora))?.due ?? [];
  assert.ok(fact);
  const response = toGiven(fact.item, { type: 'single', choice: 'yes' });
  const answer = { eventId: event(), object: fact.object, sure: true, response };
  assert.ok((await reviewCard(app, bora, answer)).ok);
  const [set] = await cardSetsFor(app, bora);
  assert.deepEqual([set?.isTaken, set?.met, set?.facts.length], [true, 1, 2]);
  assert.deepEqual([await countDue(app, bora), (await refresherOf(app, bora))?.known], [1, 1]);
});

test('leaving a set takes its unmet cards away and keeps what was met; taking it twice is taking it once', async () => {
  const app = await twoFacts();
  await beginRefresher(app, bora, { minutes: 10 });
  await takeSet(app, bora, { courseId: 'civics' });
  await takeSet(app, bora, { courseId: 'civics' });
  assert.equal((await refresherOf(app, bora))?.minutes, 10);
  await leaveSet(app, bora, { courseId: 'civics' });
  assert.equal(await countDue(app, bora), 0);
  assert.equal(await codeOf(takeSet(app, bora, { courseId: 'no-such-course' })), 'set-unknown');
  assert.equal((await cardSetsFor(app, null))[0]?.isTaken, false);
});
