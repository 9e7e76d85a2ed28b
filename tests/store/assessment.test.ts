import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo, feedbackOn } from '#features/assessment/answer.ts';
import { itemsOf } from '#features/assessment/item.ts';
import { toGiven } from '#features/assessment/response.ts';
import { answerItem } from '#features/assessment/service.ts';
import { cellsOf } from '#features/competency/service.ts';
import { courseStatusFor, progressOf } from '#features/learning/service.ts';
import { statementsOfCourse } from '#features/record/service.ts';
import { testId } from '#tests/support/app.ts';
import { civicsApp, type LearningTestApp } from '#tests/support/civics.ts';

const ANNA = testId(900_001);
const BORA = testId(900_002);
const asResident = (personId: string) => ({ personId, roles: ['resident'] as const });
const anna = asResident(ANNA);
const QUESTION = { courseId: 'civics', lessonId: 'first', itemId: 'a' };

let events = 500_000;
function event(): string {
  events += 1;
  return testId(events);
}

function choosing(app: LearningTestApp, choice: 'yes' | 'no') {
  const [item] = itemsOf(app, 'civics', 'first');
  assert.ok(item);
  return toGiven(item, { type: 'single', choice });
}

test('answering starts the course, is scored, counts as progress and shows a competency, all at once', async () => {
  const app = await civicsApp();
  const response = choosing(app, 'yes');
  const answer = await answerItem(app, anna, { eventId: event(), ...QUESTION, response });
  assert.ok(answer.ok);
  assert.equal(answer.value.correct, true);
  assert.equal(answer.value.attempt, 1);
  const verbs = (await statementsOfCourse(app.db.read, ANNA, 'civics')).map(({ verb }) => verb);
  assert.deepEqual(verbs, ['enrolled', 'answered']);
  assert.equal((await progressOf(app, [ANNA]))[0]?.correct, 1);
  const [cell] = await cellsOf(app, [ANNA]);
  assert.equal(cell?.competency, 'C6.1');
});

test('the same answer sent twice is one attempt with one outcome', async () => {
  const app = await civicsApp();
  const input = { eventId: event(), ...QUESTION, response: choosing(app, 'no') };
  const first = await answerItem(app, anna, input);
  const other = { ...input, response: choosing(app, 'yes') };
  const outcomes = await Promise.all(
    [input, other, input].map((one) => answerItem(app, anna, one)),
  );
  for (const outcome of outcomes) assert.deepEqual(outcome, first);
  assert.equal((await statementsOfCourse(app.db.read, ANNA, 'civics')).length, 2);
  assert.equal((await cellsOf(app, [ANNA]))[0]?.pieces, 1);
});

test('two tabs answering at once are two attempts; nothing is lost and nothing is reset', async () => {
  const app = await civicsApp();
  const choices = ['no', 'yes', 'no'] as const;
  const outcomes = await Promise.all(
    choices.map((choice) =>
      answerItem(app, anna, { eventId: event(), ...QUESTION, response: choosing(app, choice) }),
    ),
  );
  assert.deepEqual(
    outcomes.map((one) => one.ok && one.value.correct),
    [false, true, false],
  );
  const statements = await statementsOfCourse(app.db.read, ANNA, 'civics');
  const answers = answersTo(statements, 'civics/first/a');
  assert.deepEqual(
    answers.map(({ attempt }) => attempt),
    [1, 2, 3],
  );
  const status = await courseStatusFor(app, anna, { personId: ANNA, courseId: 'civics' });
  assert.equal(status.ok && status.value.score.correct, 1);
});

test("an event id of another person's answer is refused and changes nothing", async () => {
  const app = await civicsApp();
  const input = { eventId: event(), ...QUESTION, response: choosing(app, 'yes') };
  await answerItem(app, anna, input);
  const theft = await answerItem(app, asResident(BORA), input);
  assert.deepEqual(theft, { ok: false, problem: { code: 'event-used' } });
  const reuse = await answerItem(app, anna, { ...input, itemId: 'b' });
  assert.deepEqual(reuse, { ok: false, problem: { code: 'event-used' } });
  assert.deepEqual(await statementsOfCourse(app.db.read, BORA, 'civics'), []);
  assert.deepEqual(await progressOf(app, [BORA]), []);
});

test('an answer that cannot be scored is refused and leaves no trace, not even an enrolment', async () => {
  const app = await civicsApp();
  const answer = await answerItem(app, anna, { eventId: event(), ...QUESTION, response: {} });
  assert.deepEqual(answer, {
    ok: false,
    problem: { code: 'answer-choice-missing', field: 'choice' },
  });
  assert.deepEqual(await statementsOfCourse(app.db.read, ANNA, 'civics'), []);
});

test('a question of another lesson, or of none, is refused', async () => {
  const app = await civicsApp();
  const response = choosing(app, 'yes');
  for (const foreign of [
    { ...QUESTION, lessonId: 'second' },
    { ...QUESTION, itemId: 'zz' },
    { ...QUESTION, courseId: '__proto__' },
    { ...QUESTION, lessonId: 'flood' },
  ]) {
    const answer = await answerItem(app, anna, { eventId: event(), ...foreign, response });
    assert.equal(answer.ok ? null : answer.problem.code, 'item-unknown');
  }
});

test('whoever comes back finds their last answer with its explanation', async () => {
  const app = await civicsApp();
  await answerItem(app, anna, { eventId: event(), ...QUESTION, response: choosing(app, 'no') });
  const [item] = itemsOf(app, 'civics', 'first');
  const statements = await statementsOfCourse(app.db.read, ANNA, 'civics');
  const last = answersTo(statements, 'civics/first/a').at(-1);
  assert.ok(item && last);
  assert.deepEqual(feedbackOn(item, last, 'en'), {
    verdict: 'wrong',
    remarks: [{ said: 'no', right: false, why: 'why no' }],
    rationale: 'because a',
  });
});
