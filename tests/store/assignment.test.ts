import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Absence } from '#features/assignment/absence.ts';
import type { Assignment } from '#features/assignment/audience.ts';
import { assign, awayToday, recordAbsence, requiredFor } from '#features/assignment/service.ts';
import { createUnit } from '#features/identity/service.ts';
import { type TestApp, testApp, testId } from '#tests/support/app.ts';

const ANNA = testId(900_001);
const BORA = testId(900_002);
/** What is asked of Anna in the team, on Sunday 22 November 2026. */
const anna = { personId: ANNA, unitId: 'team' };
const NOTHING_DONE: ReadonlySet<string> = new Set();

/** A city with a bureau and a team in it, and another bureau. */
async function cityApp(): Promise<TestApp> {
  const app = await testApp();
  await app.db.write(async (tx) => {
    for (const [id, parentId] of [
      ['city', null],
      ['bureau', 'city'],
      ['team', 'bureau'],
      ['other', 'city'],
    ] as const) {
      await createUnit(tx, { id, parentId, name: { ko: id, en: id } });
    }
  });
  return app;
}

function set(app: TestApp, rest: Partial<Assignment>): Promise<void> {
  const assignment: Assignment = {
    id: app.newId(),
    courseId: 'civics',
    unitId: null,
    personId: null,
    opensOn: '2026-11-01',
    dueOn: '2026-12-01',
    reason: { ko: '까닭', en: 'reason' },
    ...rest,
  };
  return app.db.write((tx) => assign(tx, app, assignment));
}

function away(app: TestApp, personId: string, absence: Absence): Promise<void> {
  return app.db.write((tx) => recordAbsence(tx, app, { id: app.newId(), personId, ...absence }));
}

test('the nearest assignment of a course counts: the person, then their unit, then those above', async () => {
  const app = await cityApp();
  const dueOf = async () =>
    (await requiredFor(app, anna, NOTHING_DONE)).map(({ due }) => due.dueOn);
  await set(app, { unitId: 'other', dueOn: '2026-11-30' });
  assert.deepEqual(await dueOf(), []);
  await set(app, { unitId: 'city', dueOn: '2026-12-31' });
  assert.deepEqual(await dueOf(), ['2026-12-31']);
  await set(app, { unitId: 'bureau', dueOn: '2026-12-20' });
  assert.deepEqual(await dueOf(), ['2026-12-20']);
  await set(app, { unitId: 'team', dueOn: '2027-01-31' });
  assert.deepEqual(await dueOf(), ['2027-01-31']);
  await set(app, { personId: ANNA, dueOn: '2027-02-10' });
  assert.deepEqual(await dueOf(), ['2027-02-10']);
});

test('whoever moves to another unit is asked for what that unit asks', async () => {
  const app = await cityApp();
  await set(app, { unitId: 'bureau', courseId: 'crisis' });
  await set(app, { unitId: 'other', courseId: 'digital' });
  const asked = async (unitId: string) =>
    (await requiredFor(app, { ...anna, unitId }, NOTHING_DONE)).map(({ courseId }) => courseId);
  assert.deepEqual(await asked('team'), ['crisis']);
  assert.deepEqual(await asked('other'), ['digital']);
});

test('a resident outside the organisation is asked only for what was set for them', async () => {
  const app = await cityApp();
  await set(app, { unitId: 'city' });
  await set(app, { personId: BORA, courseId: 'street' });
  const required = await requiredFor(app, { personId: BORA, unitId: null }, NOTHING_DONE);
  assert.deepEqual(
    required.map(({ courseId }) => courseId),
    ['street'],
  );
});

test('leave moves the deadline by its days and says so; that of a colleague does not', async () => {
  const app = await cityApp();
  await set(app, { unitId: 'bureau' });
  await away(app, ANNA, { kind: 'leave', fromDay: '2026-11-09', toDay: '2026-11-13' });
  await away(app, BORA, { kind: 'leave', fromDay: '2026-11-16', toDay: '2026-11-17' });
  const [required] = await requiredFor(app, anna, NOTHING_DONE);
  assert.deepEqual(required?.due, {
    dueOn: '2026-12-06',
    setFor: '2026-12-01',
    pausedDays: 5,
    kinds: ['leave'],
  });
});

test('nobody is overdue while away, and the days left are there when they are back', async () => {
  const app = await cityApp();
  await set(app, { unitId: 'team', dueOn: '2026-11-20' });
  await away(app, ANNA, { kind: 'crisis-duty', fromDay: '2026-11-20', toDay: '2026-11-23' });
  const today = async () => (await requiredFor(app, anna, NOTHING_DONE))[0];
  assert.equal((await today())?.status, 'paused');
  app.clock.set(Date.UTC(2026, 10, 24, 3));
  assert.equal((await today())?.status, 'due-soon');
  assert.equal((await today())?.due.dueOn, '2026-11-24');
  app.clock.set(Date.UTC(2026, 10, 24, 14, 59, 59));
  assert.equal((await today())?.status, 'due-soon');
  app.clock.set(Date.UTC(2026, 10, 24, 15));
  assert.equal((await today())?.status, 'overdue');
});

test('the nearest deadline comes first and what is done comes last', async () => {
  const app = await cityApp();
  await set(app, { unitId: 'team', courseId: 'late', dueOn: '2026-11-10' });
  await set(app, { unitId: 'city', courseId: 'soon', dueOn: '2026-11-25' });
  await set(app, { unitId: 'bureau', courseId: 'done', dueOn: '2026-11-01' });
  await set(app, { personId: ANNA, courseId: 'later', opensOn: '2026-12-01', dueOn: '2026-12-31' });
  const required = await requiredFor(app, anna, new Set(['done']));
  assert.deepEqual(
    required.map(({ courseId, status }) => [courseId, status]),
    [
      ['late', 'overdue'],
      ['soon', 'due-soon'],
      ['later', 'not-open'],
      ['done', 'done'],
    ],
  );
});

test('a trainer sees who is away today and why', async () => {
  const app = await cityApp();
  await away(app, ANNA, { kind: 'secondment', fromDay: '2026-11-22', toDay: '2026-11-22' });
  await away(app, BORA, { kind: 'leave', fromDay: '2026-11-23', toDay: '2026-11-24' });
  const today = await awayToday(app, [ANNA, BORA]);
  assert.deepEqual([...today.keys()], [ANNA]);
  assert.equal(today.get(ANNA)?.kind, 'secondment');
  assert.equal((await awayToday(app, [BORA])).size, 0);
  assert.equal((await awayToday(app, [])).size, 0);
});
