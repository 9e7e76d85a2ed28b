import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepSnapshots } from '#features/catalogue/service.ts';
import {
  addMember,
  cohortGaps,
  cohortReport,
  cohortsOf,
  createCohort,
  personInCohort,
} from '#features/cohort/service.ts';
import type { Framework, WithFramework } from '#features/competency/framework.ts';
import { addEvidence } from '#features/competency/service.ts';
import { createPerson } from '#features/identity/service.ts';
import { markRead } from '#features/learning/service.ts';
import { recordAbsence } from '#features/programme/service.ts';
import type { Actor, Role } from '#kernel/rights.ts';
import { testId } from '#tests/support/app.ts';
import { civicsApp, type LearningTestApp } from '#tests/support/civics.ts';
import { CALENDAR } from '#tests/support/programmes.ts';

type CohortTestApp = LearningTestApp & WithFramework;

const DAY_MS = 86_400_000;
const ids = { sora: 1, taekyung: 2, anna: 3, bora: 4, cheolsu: 5, duri: 6, jun: 7 } as const;
type Name = keyof typeof ids;
const idOf = (name: Name) => testId(900_000 + ids[name]);
const as = (name: Name, ...roles: Role[]): Actor => ({ personId: idOf(name), roles });
const sora = as('sora', 'trainer');
const taekyung = as('taekyung', 'trainer', 'civil-servant');
const jun = as('jun', 'administrator');

const MONDAYS = testId(800_001);
const FRIDAYS = testId(800_002);

/** Sora's cohort with Anna, Bora and Cheolsu, and Taekyung's with Duri. All joined twenty days ago. */
async function schoolApp(): Promise<CohortTestApp> {
  const app: CohortTestApp = { ...(await civicsApp()), framework: FRAMEWORK };
  await keepSnapshots(app);
  const joinedAt = app.clock.now() - 20 * DAY_MS;
  await app.db.write(async (tx) => {
    for (const [login] of Object.entries(ids)) {
      const name = login as Name; // Object.entries forgets the literal keys.
      await createPerson(tx, app, {
        id: idOf(name),
        login,
        name: `${login}!`,
        locale: 'ko',
        roles: ['resident'],
        passwordHash: '-',
      });
    }
    for (const [id, trainer, members] of [
      [MONDAYS, 'sora', ['cheolsu', 'bora', 'anna']],
      [FRIDAYS, 'taekyung', ['duri']],
    ] as const) {
      const name = { ko: id, en: id };
      await createCohort(tx, app, { id, name, courseId: 'civics', trainers: [idOf(trainer)] });
      for (const member of members) {
        await addMember(tx, { cohortId: id, personId: idOf(member), joinedAt });
      }
    }
  });
  return app;
}

const text = { ko: '글', en: 'text' };
const levels = { 1: text, 2: text, 3: text, 4: text };
const level = { ...text, rule: text };
const FRAMEWORK: Framework = {
  version: 1,
  levels: { 1: level, 2: level, 3: level, 4: level },
  areas: { V: 'social-value' },
  domains: [
    {
      id: 'D6',
      slug: 'd',
      name: text,
      competencies: [
        { id: 'C6.1', areas: ['V'], name: text, officials: levels, residents: levels },
      ],
    },
  ],
};

async function reads(app: CohortTestApp, name: Name, lessonId: string): Promise<void> {
  const act = { eventId: app.newId(), courseId: 'civics', lessonId };
  assert.ok((await markRead(app, as(name, 'resident'), act)).ok);
}

const codeOf = (outcome: { ok: true } | { ok: false; problem: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.problem.code;

test('a trainer finds their own cohorts, an administrator all, anybody else none', async () => {
  const app = await schoolApp();
  const found = async (actor: Actor) => (await cohortsOf(app, actor)).map(({ id }) => id);
  assert.deepEqual(await found(sora), [MONDAYS]);
  assert.deepEqual(await found(taekyung), [FRIDAYS]);
  assert.deepEqual(await found(jun), [MONDAYS, FRIDAYS]);
  assert.deepEqual(await found(as('anna', 'resident', 'civil-servant', 'author')), []);
});

test('whoever is a trainer no more finds no cohorts', async () => {
  const app = await schoolApp();
  assert.deepEqual(await cohortsOf(app, as('sora', 'civil-servant')), []);
});

for (const { who, actor, code } of [
  { who: 'their trainer', actor: sora, code: 'ok' },
  { who: 'an administrator', actor: jun, code: 'ok' },
  { who: 'the trainer of others', actor: taekyung, code: 'not-found' },
  { who: 'a member', actor: as('anna', 'resident'), code: 'not-found' },
  { who: 'a civil servant', actor: as('jun', 'civil-servant'), code: 'not-found' },
  { who: 'an author', actor: as('jun', 'author'), code: 'not-found' },
  { who: 'their trainer of earlier days', actor: as('sora', 'resident'), code: 'not-found' },
]) {
  test(`a cohort and its people are ${code === 'ok' ? 'there' : 'not there'} for ${who}`, async () => {
    const app = await schoolApp();
    assert.equal(codeOf(await cohortReport(app, actor, MONDAYS)), code);
    assert.equal(codeOf(await personInCohort(app, actor, MONDAYS, idOf('anna'))), code);
    assert.equal(codeOf(await cohortGaps(app, actor, MONDAYS)), code);
  });
}

test('a person of another cohort is not found by way of this one', async () => {
  const app = await schoolApp();
  assert.equal(codeOf(await personInCohort(app, sora, MONDAYS, idOf('duri'))), 'not-found');
  assert.equal(codeOf(await personInCohort(app, sora, FRIDAYS, idOf('duri'))), 'not-found');
  assert.equal(codeOf(await personInCohort(app, jun, MONDAYS, testId(42))), 'not-found');
  assert.equal(codeOf(await cohortReport(app, jun, 'no such cohort')), 'not-found');
});

test('a report names its members and tells who is where and who needs attention', async () => {
  const app = await schoolApp();
  const now = app.clock.now();
  app.clock.set(now - 9 * DAY_MS);
  await reads(app, 'bora', 'first');
  app.clock.set(now - DAY_MS);
  await reads(app, 'anna', 'second');
  app.clock.set(now);
  const found = await cohortReport(app, sora, MONDAYS);
  assert.ok(found.ok);
  const { steps, report } = found.value;
  assert.deepEqual(steps, ['lesson:first', 'scenario:flood', 'lesson:second']);
  assert.deepEqual(
    report.rows.map(({ name, state, steps: own }) => [name, state, own]),
    [
      ['anna!', 'in-progress', ['not-started', 'not-started', 'in-progress']],
      ['bora!', 'in-progress', ['in-progress', 'not-started', 'not-started']],
      ['cheolsu!', 'not-started', ['not-started', 'not-started', 'not-started']],
    ],
  );
  assert.deepEqual(
    report.attention.map(({ name, attention }) => [name, attention]),
    [
      ['cheolsu!', { reason: 'not-started', since: now - 20 * DAY_MS }],
      ['bora!', { reason: 'stuck', step: 'lesson:first', since: now - 9 * DAY_MS }],
    ],
  );
});

test('nobody asks for attention while away', async () => {
  const app = await schoolApp();
  const absence = { kind: 'leave', fromDay: '2026-11-20', toDay: '2026-11-22', why: '' } as const;
  const input = { eventId: app.newId(), personId: idOf('cheolsu'), ...absence };
  const whole = { ...app, questionSets: new Map(), scenarios: new Map(), calendar: CALENDAR };
  assert.ok((await recordAbsence(whole, as('jun', 'administrator'), input)).ok);
  const names = async () => {
    const found = await cohortReport(app, sora, MONDAYS);
    assert.ok(found.ok);
    return found.value.report.attention.map(({ name }) => name);
  };
  assert.equal((await names()).includes('cheolsu!'), false);
  app.clock.pass(DAY_MS);
  assert.equal((await names()).includes('cheolsu!'), true);
});

test('a report says what each member has shown of the competencies of the course', async () => {
  const app = await schoolApp();
  await app.db.write((tx) =>
    addEvidence(tx, app, [
      {
        id: 'a',
        personId: idOf('anna'),
        competency: 'C6.1',
        shown: { v: 1, kind: 'question', correct: true, difficulty: 0, options: 4 },
        source: 'item:civics/first/a',
        runId: null,
        occurredAt: app.clock.now(),
      },
    ]),
  );
  const found = await cohortReport(app, sora, MONDAYS);
  assert.ok(found.ok);
  assert.deepEqual(found.value.competencies, ['C6.1']);
  assert.deepEqual([...found.value.standings.keys()], [idOf('anna')]);
  assert.equal(found.value.standings.get(idOf('anna'))?.get('C6.1')?.status, 'not-enough');
  const record = await personInCohort(app, sora, MONDAYS, idOf('anna'));
  assert.ok(record.ok);
  assert.equal(record.value.name, 'anna!');
  assert.equal(record.value.profile.states.get('C6.1')?.pieces.length, 1);
});

test('a person may be in two cohorts and is in each only once', async () => {
  const app = await schoolApp();
  await app.db.write(async (tx) => {
    const member = { personId: idOf('anna'), joinedAt: app.clock.now() };
    await addMember(tx, { ...member, cohortId: FRIDAYS });
    await addMember(tx, { ...member, cohortId: FRIDAYS });
  });
  const found = await cohortReport(app, taekyung, FRIDAYS);
  assert.ok(found.ok);
  assert.deepEqual(
    found.value.report.rows.map(({ name }) => name),
    ['anna!', 'duri!'],
  );
});
