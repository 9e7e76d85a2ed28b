import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerInAttempt, viewSet } from '#features/assessment/service.ts';
import { cellsOf } from '#features/competency/service.ts';
import { progressOf, viewCourse } from '#features/learning/service.ts';
import { deedsOf, statementsAbout } from '#features/record/service.ts';
import { DAY_MS } from '#kernel/date.ts';
import { TEST_NOW, testId } from '#tests/support/app.ts';
import { civicsApp, type Plan } from '#tests/support/civics.ts';
import { codeOf } from '#tests/support/people.ts';
import { answerSet, attemptFor, CIVICS_SET, withSets } from '#tests/support/question-sets.ts';

const anna = { personId: testId(900_001), roles: ['resident'] as const };
const bora = { personId: testId(900_002), roles: ['resident'] as const };
const PLAN: Plan = [
  ['first', 'a', 'b', 'c', 'd'],
  ['second', 'e', 'f', 'g', 'h'],
];
const setId = CIVICS_SET.id;
const PASSING = ['yes', 'yes', 'no', 'yes'] as const;
const MISSING = ['yes', 'no', 'no', 'yes'] as const;

const setApp = async () => withSets(await civicsApp(PLAN), CIVICS_SET);
const passesOf = async (app: Awaited<ReturnType<typeof setApp>>) =>
  (await statementsAbout(app.db.read, anna.personId, [setId])).map(({ verb }) => verb);

test('whoever reaches the mark has passed, once, and a list of people shows it', async () => {
  const app = await setApp();
  assert.equal(await answerSet(app, anna, { setId, choices: PASSING.slice(0, 3) }), 'ok');
  assert.deepEqual(await passesOf(app), []);
  assert.equal(await answerSet(app, anna, { setId, choices: PASSING.slice(3) }), 'ok');
  assert.deepEqual(await passesOf(app), ['passed']);
  const people = { personIds: [anna.personId, bora.personId], objectIds: [setId, 'other'] };
  assert.deepEqual(await deedsOf(app, 'passed', people), [
    { personId: anna.personId, objectId: setId, at: TEST_NOW },
  ]);
});

test('a missed try costs nothing: no course is begun by it, and its answers stay evidence', async () => {
  const app = await setApp();
  await answerSet(app, anna, { setId, choices: MISSING });
  assert.deepEqual(await passesOf(app), []);
  assert.deepEqual(await progressOf(app, [anna.personId]), []);
  const course = await viewCourse(app, anna, 'civics');
  assert.equal(course.ok && course.value.status.state, 'not-started');
  const [cell] = await cellsOf(app, [anna.personId]);
  assert.equal(cell?.competency, 'C6.1');
});

test('the next try waits as published, and after too many tries longer', async () => {
  const app = await setApp();
  await answerSet(app, anna, { setId, choices: MISSING });
  assert.equal((await attemptFor(app, anna, setId)).opensAt, TEST_NOW + DAY_MS);
  assert.equal(await answerSet(app, anna, { setId, choices: ['yes'] }), 'set-too-early');
  app.clock.pass(DAY_MS);
  assert.equal(await answerSet(app, anna, { setId, choices: MISSING }), 'ok');
  assert.equal((await attemptFor(app, anna, setId)).opensAt, TEST_NOW + 10 * DAY_MS);
  app.clock.pass(8 * DAY_MS);
  assert.equal(await answerSet(app, anna, { setId, choices: ['yes'] }), 'set-too-early');
  app.clock.pass(DAY_MS);
  assert.equal(await answerSet(app, anna, { setId, choices: PASSING }), 'ok');
  assert.deepEqual(await passesOf(app), ['passed']);
});

test('a try goes on where it was left, also days later, and asks evenly over the lessons', async () => {
  const app = await setApp();
  const begun = await attemptFor(app, anna, setId);
  assert.deepEqual(begun.open.map(({ lessonId }) => lessonId).sort(), [
    'first',
    'first',
    'second',
    'second',
  ]);
  await answerSet(app, anna, { setId, choices: ['yes'] });
  app.clock.pass(5 * DAY_MS);
  assert.deepEqual((await attemptFor(app, anna, setId)).open, begun.open.slice(1));
});

test('the same answer sent twice is kept once, and nobody answers for somebody else', async () => {
  const app = await setApp();
  const { open } = await attemptFor(app, anna, setId);
  const [next] = open;
  assert.ok(next);
  const { courseId, lessonId, item } = next;
  const place = { setId, courseId, lessonId, itemId: item.id };
  const input = { ...place, eventId: app.newId(), attempt: 1, response: {} };
  assert.equal(await codeOf(answerInAttempt(app, anna, input)), 'answer-choice-missing');
  await answerSet(app, anna, { setId, choices: ['yes'] });
  const [kept] = await statementsAbout(app.db.read, anna.personId, [next.object]);
  assert.ok(kept);
  const again = { ...input, eventId: kept.id };
  assert.equal(await codeOf(answerInAttempt(app, anna, again)), 'ok');
  assert.equal(await codeOf(answerInAttempt(app, bora, again)), 'event-used');
  assert.equal(await codeOf(answerInAttempt(app, anna, input)), 'final-not-asked');
  const view = await viewSet(app, anna, setId);
  assert.equal(view.ok && view.value.latest.answered.length, 1);
  const elsewhere = { ...input, setId: 'no-such-set' };
  assert.equal(await codeOf(answerInAttempt(app, anna, elsewhere)), 'item-unknown');
});
