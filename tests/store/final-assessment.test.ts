import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Attempt, scoreByLesson } from '#features/assessment/attempt.ts';
import { finalOf } from '#features/assessment/final.ts';
import { toGiven } from '#features/assessment/response.ts';
import { answerInAttempt } from '#features/assessment/service.ts';
import { cellsOf } from '#features/competency/service.ts';
import { viewCourse } from '#features/learning/service.ts';
import { testId } from '#tests/support/app.ts';
import { civicsApp, type Plan } from '#tests/support/civics.ts';
import { codeOf } from '#tests/support/people.ts';

const anna = { personId: testId(900_001), roles: ['resident'] as const };
const bora = { personId: testId(900_002), roles: ['resident'] as const };
const PLAN: Plan = [
  ['first', 'a', 'b', 'c', 'd'],
  ['second', 'e', 'f', 'g', 'h'],
];

let events = 600_000;
function event(): string {
  events += 1;
  return testId(events);
}

/** Civics with a final assessment of four of its eight questions. */
async function finalApp() {
  const plain = await civicsApp(PLAN);
  const offered = plain.catalogue.course('civics');
  assert.ok(offered);
  const course = { ...offered, finalItems: 4 };
  const catalogue = { ...plain.catalogue, course: () => course };
  const app = { ...plain, catalogue };
  const finalFor = async (actor = anna, attempt?: number): Promise<Attempt | null> => {
    const view = await viewCourse(app, actor, 'civics');
    assert.ok(view.ok);
    const { statements } = view.value;
    return finalOf(app, course, { personId: actor.personId, statements, attempt });
  };
  const answer = async (choice: 'yes' | 'no', rest: object = {}) => {
    const standing = await finalFor();
    const final =
      standing?.open.length === 0 ? await finalFor(anna, standing.attempt + 1) : standing;
    const [next] = final?.open ?? [];
    assert.ok(final && next);
    const input = {
      eventId: event(),
      setId: null,
      courseId: 'civics',
      lessonId: next.lessonId,
      itemId: next.item.id,
      attempt: final.attempt,
      response: toGiven(next.item, { type: 'single', choice }),
      ...rest,
    };
    return { input, outcome: await codeOf(answerInAttempt(app, anna, input)) };
  };
  return { app, course, finalFor, answer };
}

const namesIn = (final: Attempt | null) => (final?.open ?? []).map(({ item }) => item.id).sort();

test('an attempt asks evenly, keeps each answer and goes on where it was left', async () => {
  const { app, course, finalFor, answer } = await finalApp();
  const begun = await finalFor();
  assert.equal(begun?.open.length, 4);
  assert.deepEqual(begun?.open.map(({ lessonId }) => lessonId).sort(), [
    'first',
    'first',
    'second',
    'second',
  ]);
  await answer('yes');
  app.clock.pass(86_400_000);
  const resumed = await finalFor();
  assert.deepEqual(resumed?.open, begun?.open.slice(1));
  for (const choice of ['no', 'yes', 'yes'] as const) await answer(choice);
  const finished = await finalFor();
  assert.deepEqual(finished?.open, []);
  assert.equal(finished?.scores[0]?.correct, 3);
  const lessons = scoreByLesson([course], finished?.answered ?? []);
  assert.deepEqual(
    lessons.map(({ lessonId, total }) => `${lessonId} ${total}`),
    ['first 2', 'second 2'],
  );
});

test('another attempt draws what was not asked, and a third one may ask anything again', async () => {
  const { finalFor, answer } = await finalApp();
  const first = namesIn(await finalFor());
  for (let n = 0; n < 4; n += 1) await answer('yes');
  const second = namesIn(await finalFor(anna, 2));
  assert.deepEqual([...first, ...second].sort(), ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  for (let n = 0; n < 4; n += 1) await answer('no');
  assert.equal((await finalFor(anna, 3))?.open.length, 4);
  assert.deepEqual(
    (await finalFor())?.scores.map(({ attempt, correct }) => [attempt, correct]),
    [
      [1, 4],
      [2, 0],
    ],
  );
});

test('a question is answered once in an attempt, and only when the attempt asks it', async () => {
  const { app, finalFor, answer } = await finalApp();
  const { input } = await answer('yes');
  assert.equal(await codeOf(answerInAttempt(app, anna, input)), 'ok');
  assert.equal((await finalFor())?.answered.length, 1);
  const again = { ...input, eventId: event() };
  assert.equal(await codeOf(answerInAttempt(app, anna, again)), 'final-not-asked');
  assert.equal(
    await codeOf(answerInAttempt(app, anna, { ...again, attempt: 2 })),
    'final-not-asked',
  );
  assert.equal(
    await codeOf(answerInAttempt(app, anna, { ...again, attempt: 0 })),
    'final-not-asked',
  );
  assert.equal(await codeOf(answerInAttempt(app, bora, input)), 'event-used');
  const asked = namesIn(await finalFor());
  const unasked = ['a', 'b', 'c', 'd'].find((id) => !asked.includes(id) && id !== input.itemId);
  const stray = { ...again, lessonId: 'first', itemId: unasked ?? '' };
  assert.equal(await codeOf(answerInAttempt(app, anna, stray)), 'final-not-asked');
});

test('two forms sent for one question at once leave one answer', async () => {
  const { app, finalFor, answer } = await finalApp();
  const { input } = await answer('no', { response: {} });
  const response = { choice: [] as string[] };
  const final = await finalFor();
  const item = final?.open[0]?.item;
  assert.ok(item);
  Object.assign(response, toGiven(item, { type: 'single', choice: 'yes' }));
  const twice = await Promise.all([
    codeOf(answerInAttempt(app, anna, { ...input, response, eventId: event() })),
    codeOf(answerInAttempt(app, anna, { ...input, response, eventId: event() })),
  ]);
  assert.deepEqual(twice.sort(), ['final-not-asked', 'ok']);
});

test('an answer that cannot be scored is refused and nothing of it is kept', async () => {
  const { finalFor, answer } = await finalApp();
  const { outcome } = await answer('yes', { response: {} });
  assert.equal(outcome, 'answer-choice-missing');
  assert.equal((await finalFor())?.answered.length, 0);
});

test('an answer is evidence of its competency and a try at its question, as in a lesson', async () => {
  const { app, answer } = await finalApp();
  await answer('yes');
  const [cell] = await cellsOf(app, [anna.personId]);
  assert.equal(cell?.competency, 'C6.1');
  const view = await viewCourse(app, anna, 'civics');
  assert.equal(view.ok && view.value.status.score.correct, 1);
});

test('what one answers in a lesson belongs to no attempt, and people are asked apart', async () => {
  const { finalFor, answer } = await finalApp();
  await answer('yes');
  assert.equal((await finalFor(bora))?.answered.length, 0);
});

test('a course without a final assessment has none', async () => {
  const app = await civicsApp(PLAN);
  const course = app.catalogue.course('civics');
  assert.ok(course);
  assert.equal(finalOf(app, course, { personId: anna.personId, statements: [] }), null);
});
