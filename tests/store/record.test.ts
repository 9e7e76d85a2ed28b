import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCursor } from '#features/record/page.ts';
import {
  appendStatement,
  findStatement,
  learnersOnRecord,
  RECORD_PAGE,
  recordStands,
  statementsOf,
  statementsOfCourse,
} from '#features/record/service.ts';
import { inOrder, type Statement } from '#features/record/statement.ts';
import { shuffle } from '#kernel/random.ts';
import { TEST_NOW, testApp, testId } from '#tests/support/app.ts';

const ANNA = testId(1);
const BORA = testId(2);
const asResident = (personId: string) => ({ personId, roles: ['resident'] as const });

function read(event: number, rest: Partial<Statement> = {}): Statement {
  return {
    id: testId(1000 + event),
    actorId: ANNA,
    verb: 'read',
    objectType: 'lesson',
    objectId: `civics/lesson-${event}`,
    objectVersion: 'v1',
    courseId: 'civics',
    result: { v: 1 },
    occurredAt: TEST_NOW + event,
    recordedAt: TEST_NOW + event,
    ...rest,
  } as Statement; // Partial forgets that verb, object type and result belong together; the tests keep them so.
}

test('an act sent twice is one row', async () => {
  const app = await testApp();
  const outcomes = await app.db.write(async (tx) => [
    await appendStatement(tx, read(1)),
    await appendStatement(tx, { ...read(1), occurredAt: TEST_NOW + 99 }),
  ]);
  assert.deepEqual(outcomes, ['stored', 'already-there']);
  assert.deepEqual(await statementsOfCourse(app.db.read, ANNA, 'civics'), [read(1)]);
});

test('an id that stands for another act or another person is never taken over', async () => {
  const app = await testApp();
  await app.db.write((tx) => appendStatement(tx, read(1)));
  for (const forged of [read(1, { actorId: BORA }), read(1, { objectId: 'civics/other' })]) {
    await assert.rejects(
      app.db.write((tx) => appendStatement(tx, forged)),
      /belongs to another act/,
    );
  }
  assert.deepEqual(await findStatement(app.db.read, read(1).id), read(1));
  assert.deepEqual(await statementsOfCourse(app.db.read, BORA, 'civics'), []);
});

test('the record means the same whatever the order in which it arrived', async () => {
  const statements = [1, 2, 3, 4, 5, 6].map((event) => read(event));
  for (const seed of ['1', '2', '3']) {
    const app = await testApp();
    await app.db.write(async (tx) => {
      for (const one of shuffle([...statements, ...statements], seed))
        await appendStatement(tx, one);
    });
    assert.deepEqual(inOrder(await statementsOfCourse(app.db.read, ANNA, 'civics')), statements);
  }
});

test('a person pages through their record from the newest to the oldest and misses nothing', async () => {
  const app = await testApp();
  const count = RECORD_PAGE * 2 + 7;
  await app.db.write(async (tx) => {
    for (let event = 1; event <= count; event += 1) {
      // Several at one moment: a page may end in the middle of them.
      const occurredAt = TEST_NOW + Math.floor(event / 5);
      await appendStatement(tx, read(event, { occurredAt }));
    }
    await appendStatement(tx, read(9999, { actorId: BORA }));
  });
  const seen: Statement[] = [];
  let after: string | null = null;
  do {
    const page = await statementsOf(app, asResident(ANNA), {
      personId: ANNA,
      after: readCursor(after),
    });
    assert.ok(page.ok);
    seen.push(...page.value.statements);
    after = page.value.older;
  } while (after !== null);
  assert.equal(new Set(seen.map(({ id }) => id)).size, count);
  assert.deepEqual(
    seen.map(({ occurredAt }) => occurredAt),
    seen.map(({ occurredAt }) => occurredAt).sort((a, b) => b - a),
  );
});

test("nobody reads another resident's record; an administrator does", async () => {
  const app = await testApp();
  const refused = await statementsOf(app, asResident(BORA), { personId: ANNA, after: null });
  assert.deepEqual(refused, { ok: false, problem: { code: 'not-allowed' } });
  const administrator = { personId: BORA, roles: ['administrator'] as const };
  assert.ok((await statementsOf(app, administrator, { personId: ANNA, after: null })).ok);
});

test('who learned what is listed once, and acts outside a course are left out', async () => {
  const app = await testApp();
  await app.db.write(async (tx) => {
    for (const one of [read(1), read(2), read(3, { courseId: null })])
      await appendStatement(tx, one);
  });
  assert.deepEqual(await learnersOnRecord(app.db.read), [{ personId: ANNA, courseId: 'civics' }]);
});

test('a course stands as it was until its learner does something more in it', async () => {
  const app = await testApp();
  const stands = (statements: number) =>
    recordStands(app, { personId: ANNA, courseId: 'civics', statements });
  assert.equal(await stands(0), true);
  await app.db.write(async (tx) => void (await appendStatement(tx, read(1))));
  assert.equal(await stands(0), false);
  assert.equal(await stands(1), true);
  await app.db.write(async (tx) => {
    await appendStatement(tx, read(2, { actorId: BORA }));
    await appendStatement(tx, read(3, { courseId: 'another' }));
  });
  assert.equal(await stands(1), true);
});
