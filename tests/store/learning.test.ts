import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepSnapshots } from '#features/catalogue/service.ts';
import {
  courseStatusFor,
  enrol,
  leave,
  markRead,
  progressOf,
  rebuildProgress,
  recordStep,
  refreshCourses,
  viewCourse,
} from '#features/learning/service.ts';
import { saveProgress } from '#features/learning/store.ts';
import { statementsOfCourse } from '#features/record/service.ts';
import type { Statement } from '#features/record/statement.ts';
import { seededRandom } from '#kernel/random.ts';
import { testId } from '#tests/support/app.ts';
import { CIVICS, civicsApp, type LearningTestApp, withCivics } from '#tests/support/civics.ts';

const ANNA = testId(900_001);
const BORA = testId(900_002);
const asResident = (personId: string) => ({ personId, roles: ['resident'] as const });
const anna = asResident(ANNA);

let events = 500_000;
function event(): string {
  events += 1;
  return testId(events);
}

async function statusOf(app: LearningTestApp, personId = ANNA) {
  const status = await courseStatusFor(app, asResident(personId), { personId, courseId: 'civics' });
  assert.ok(status.ok);
  return status.value;
}

function deed(app: LearningTestApp, personId: string, rest: object): Statement {
  const now = app.clock.now();
  const common = { id: event(), actorId: personId, objectVersion: 'v', courseId: 'civics' };
  // The tests below pass the verb, object type and result that belong together.
  return { ...common, occurredAt: now, recordedAt: now, ...rest } as Statement;
}
const answer = (app: LearningTestApp, personId: string, item: string, correct: boolean) =>
  deed(app, personId, {
    verb: 'answered',
    objectType: 'item',
    objectId: `civics/${item}`,
    result: { v: 1, response: null, correct, score: correct ? 1 : 0 },
  });
const finish = (app: LearningTestApp, personId: string, scenario: string) =>
  deed(app, personId, {
    verb: 'finished',
    objectType: 'scenario',
    objectId: scenario,
    result: { v: 1, runId: 'r' },
  });

async function record(app: LearningTestApp, statement: Statement): Promise<void> {
  await app.db.write((tx) => recordStep(tx, app, statement));
}

/** The cached row says what the record says. */
async function assertRolledUp(app: LearningTestApp, personId: string): Promise<void> {
  const status = await statusOf(app, personId);
  const [row] = await progressOf(app, [personId]);
  if (status.state === 'not-started' || (status.leftAt !== null && status.state !== 'complete')) {
    assert.equal(row, undefined);
    return;
  }
  assert.ok(row);
  assert.deepEqual(
    [row.state, row.percent, row.completedAt, row.nextStep, row.correct, row.startedAt],
    [
      status.state,
      status.percent,
      status.completedAt,
      status.next?.step ?? null,
      status.score.correct,
      status.enrolledAt,
    ],
  );
}

test('enrolling twice is being enrolled once', async () => {
  const app = await civicsApp();
  await keepSnapshots(app);
  const eventId = event();
  const outcomes = [
    await enrol(app, anna, { eventId, courseId: 'civics' }),
    await enrol(app, anna, { eventId, courseId: 'civics' }),
    await enrol(app, anna, { eventId: event(), courseId: 'civics' }),
  ];
  assert.deepEqual(
    outcomes.map((one) => one.ok && one.value),
    ['stored', 'already-there', 'already-there'],
  );
  assert.equal((await statementsOfCourse(app.db.read, ANNA, 'civics')).length, 1);
  const [row] = await progressOf(app, [ANNA], ['civics']);
  assert.equal(row?.percent, 0);
  assert.equal(row?.nextStep, 'lesson:first');
});

test("an event id cannot be used for another act or on somebody else's record", async () => {
  const app = await civicsApp();
  const eventId = event();
  await enrol(app, anna, { eventId, courseId: 'civics' });
  const theft = await enrol(app, asResident(BORA), { eventId, courseId: 'civics' });
  assert.deepEqual(theft, { ok: false, problem: { code: 'event-used' } });
  const reuse = await markRead(app, anna, { eventId, courseId: 'civics', lessonId: 'first' });
  assert.deepEqual(reuse, { ok: false, problem: { code: 'event-used' } });
  assert.deepEqual(await progressOf(app, [BORA]), []);
});

test('courses and lessons that do not exist are refused', async () => {
  const app = await civicsApp();
  const nowhere = await enrol(app, anna, { eventId: event(), courseId: 'constructor' });
  assert.equal(nowhere.ok ? null : nowhere.problem.code, 'course-unknown');
  const lesson = { eventId: event(), courseId: 'civics', lessonId: 'flood' };
  const nothing = await markRead(app, anna, lesson);
  assert.equal(nothing.ok ? null : nothing.problem.code, 'lesson-unknown');
  assert.equal((await viewCourse(app, null, 'nowhere')).ok, false);
});

test('reading a lesson enrols, and reading it again adds nothing', async () => {
  const app = await civicsApp();
  const reading = { courseId: 'civics', lessonId: 'first' };
  await markRead(app, anna, { eventId: event(), ...reading });
  await markRead(app, anna, { eventId: event(), ...reading });
  const verbs = (await statementsOfCourse(app.db.read, ANNA, 'civics')).map(({ verb }) => verb);
  assert.deepEqual(verbs, ['enrolled', 'read']);
  await assertRolledUp(app, ANNA);
});

test('a course is completed by doing everything, and the roll-up says so at once', async () => {
  const app = await civicsApp();
  await enrol(app, anna, { eventId: event(), courseId: 'civics' });
  for (const item of ['first/a', 'first/b', 'second/c', 'second/d']) {
    await record(app, answer(app, ANNA, item, true));
  }
  for (const lessonId of ['first', 'second']) {
    await markRead(app, anna, { eventId: event(), courseId: 'civics', lessonId });
  }
  await assertRolledUp(app, ANNA);
  assert.equal((await statusOf(app)).next?.step, 'scenario:flood');
  app.clock.pass(60_000);
  await record(app, finish(app, ANNA, 'flood'));
  const [row] = await progressOf(app, [ANNA]);
  assert.equal(row?.state, 'complete');
  assert.equal(row?.completedAt, app.clock.now());
  assert.deepEqual(
    row?.steps.map(({ state }) => state),
    ['done', 'done', 'done'],
  );
});

test('leaving takes the course off the lists and keeps what was done', async () => {
  const app = await civicsApp();
  await markRead(app, anna, { eventId: event(), courseId: 'civics', lessonId: 'first' });
  const before = await statusOf(app);
  app.clock.pass(1000);
  await leave(app, anna, { eventId: event(), courseId: 'civics' });
  assert.deepEqual(await progressOf(app, [ANNA]), []);
  app.clock.pass(1000);
  await enrol(app, anna, { eventId: event(), courseId: 'civics' });
  const after = await statusOf(app);
  assert.equal(after.percent, before.percent);
  assert.equal(after.enrolledAt, before.enrolledAt);
  await assertRolledUp(app, ANNA);
});

test("nobody sees another person's status unless they look after them", async () => {
  const app = await civicsApp();
  const question = { personId: ANNA, courseId: 'civics' };
  assert.equal((await courseStatusFor(app, asResident(BORA), question)).ok, false);
  const trainer = { personId: BORA, roles: ['trainer'] as const };
  assert.equal((await courseStatusFor(app, trainer, question)).ok, false);
  assert.equal((await courseStatusFor(app, trainer, { ...question, trainers: [BORA] })).ok, true);
});

test('when authors drop a step, whoever was stuck on it completes after the restart', async () => {
  const before = await civicsApp();
  await keepSnapshots(before);
  await enrol(before, anna, { eventId: event(), courseId: 'civics' });
  for (const item of ['first/a', 'first/b']) await record(before, answer(before, ANNA, item, true));
  await markRead(before, anna, { eventId: event(), courseId: 'civics', lessonId: 'first' });
  await record(before, finish(before, ANNA, 'flood'));
  before.clock.pass(60_000);

  const after = withCivics(before, CIVICS.slice(0, 2));
  const changed = await keepSnapshots(after);
  assert.deepEqual(changed, ['civics']);
  assert.equal(await refreshCourses(after, changed), 1);
  const [row] = await progressOf(after, [ANNA]);
  assert.equal(row?.state, 'complete');
  assert.equal(row?.completedAt, after.clock.now());
  assert.equal(row?.stepsTotal, 3);

  after.clock.pass(60_000);
  const restored = withCivics(after, CIVICS);
  await keepSnapshots(restored);
  await refreshCourses(restored, ['civics']);
  assert.deepEqual((await progressOf(restored, [ANNA]))[0], row);
});

test('a step taken out for a while and put back again takes no completion away', async () => {
  const short = await civicsApp(CIVICS.slice(0, 2));
  await keepSnapshots(short);
  short.clock.pass(60_000);
  const long = withCivics(short, CIVICS);
  await keepSnapshots(long);
  await enrol(long, anna, { eventId: event(), courseId: 'civics' });
  for (const item of ['first/a', 'first/b']) await record(long, answer(long, ANNA, item, true));
  await markRead(long, anna, { eventId: event(), courseId: 'civics', lessonId: 'first' });
  await record(long, finish(long, ANNA, 'flood'));
  assert.equal((await statusOf(long)).state, 'in-progress');

  const moments: (number | null)[] = [];
  for (const plan of [CIVICS.slice(0, 2), CIVICS, CIVICS.slice(0, 2), CIVICS]) {
    long.clock.pass(60_000);
    const app = withCivics(long, plan);
    const changed = await keepSnapshots(app);
    assert.deepEqual(changed, ['civics']);
    await refreshCourses(app, changed);
    await assertRolledUp(app, ANNA);
    moments.push((await statusOf(app)).completedAt);
  }
  assert.notEqual(moments[0], null);
  assert.equal(new Set(moments).size, 1);
});

test('a step added later is asked only of those who start later', async () => {
  const before = await civicsApp([['first', 'a']]);
  await keepSnapshots(before);
  await enrol(before, anna, { eventId: event(), courseId: 'civics' });
  before.clock.pass(60_000);
  const after = withCivics(before, [['first', 'a', 'new'], ['third']]);
  await keepSnapshots(after);
  await enrol(after, asResident(BORA), { eventId: event(), courseId: 'civics' });
  for (const person of [ANNA, BORA]) {
    await record(after, answer(after, person, 'first/a', true));
    await markRead(after, asResident(person), {
      eventId: event(),
      courseId: 'civics',
      lessonId: 'first',
    });
  }
  assert.equal((await statusOf(after, ANNA)).state, 'complete');
  assert.equal((await statusOf(after, BORA)).state, 'in-progress');
  assert.deepEqual(
    (await statusOf(after, ANNA)).steps.map(({ optional }) => optional),
    [false, true],
  );
});

test('the roll-up is what the record says, whatever happened, and can be made again from it', async () => {
  const app = await civicsApp();
  await keepSnapshots(app);
  const people = Array.from({ length: 12 }, (_, at) => testId(800_000 + at));
  const random = seededRandom('lives');
  for (let turn = 0; turn < 240; turn += 1) {
    app.clock.pass(1 + Math.floor(random() * 60_000));
    const person = people[Math.floor(random() * people.length)] ?? ANNA;
    await liveOn(app, person, random);
    await assertRolledUp(app, person);
  }
  const kept = await progressOf(app, people);
  assert.ok(kept.some(({ state }) => state === 'complete'));
  const [spoilt] = kept;
  assert.ok(spoilt);
  await app.db.write(async (tx) => {
    await saveProgress(tx, { ...spoilt, percent: 7 });
    await saveProgress(tx, { ...spoilt, personId: BORA });
  });
  await rebuildProgress(app);
  const key = ({ personId }: { personId: string }) => personId;
  const sorted = (rows: typeof kept) => [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  assert.deepEqual(sorted(await progressOf(app, [...people, BORA])), sorted(kept));
});

/** One turn in a life: enrolling, leaving, finishing, reading or answering. */
async function liveOn(app: LearningTestApp, person: string, random: () => number): Promise<void> {
  const actor = asResident(person);
  const input = { eventId: event(), courseId: 'civics' };
  const lessonId = random() < 0.5 ? 'first' : 'second';
  const item = lessonId === 'first' ? 'first/a' : 'second/d';
  const turns = [
    () => enrol(app, actor, input),
    () => leave(app, actor, input),
    () => record(app, finish(app, person, 'flood')),
    () => markRead(app, actor, { ...input, lessonId }),
    () => markRead(app, actor, { ...input, lessonId }),
    () => record(app, answer(app, person, random() < 0.5 ? item : 'first/b', random() < 0.6)),
    () => record(app, answer(app, person, random() < 0.5 ? item : 'second/c', random() < 0.6)),
  ];
  await turns[Math.floor(random() * turns.length)]?.();
}
