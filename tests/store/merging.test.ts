import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#features/audit/service.ts';
import { keepSnapshots } from '#features/catalogue/service.ts';
import { addMember, createCohort } from '#features/cohort/service.ts';
import type { NewEvidence } from '#features/competency/evidence.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import { addEvidence, rebuildCells } from '#features/competency/service.ts';
import { listCells } from '#features/competency/store.ts';
import type { SignedIn } from '#features/identity/person.ts';
import { accountsNamed, checkSession, listPeople, signIn } from '#features/identity/service.ts';
import {
  courseStatusFor,
  enrol,
  markRead,
  progressOf,
  rebuildProgress,
} from '#features/learning/service.ts';
import { DECISIONS, MOVING } from '#features/merging/decisions.ts';
import {
  mergePeople,
  mergesOf,
  previewMerge,
  undoMerge,
  viewMerge,
} from '#features/merging/service.ts';
import { statementsOf, statementsOfCourse } from '#features/record/service.ts';
import { seededRandom } from '#kernel/random.ts';
import type { Actor } from '#kernel/rights.ts';
import { TEST_NOW, type TestApp, testApp } from '#tests/support/app.ts';
import { type LearningTestApp, withCivics } from '#tests/support/civics.ts';
import { frameworkOf } from '#tests/support/framework.ts';
import { addPerson, codeOf, enter, PASSWORD } from '#tests/support/people.ts';
import { dump, plantRow, tablesIn } from '#tests/support/rows.ts';

type MergingTestApp = LearningTestApp & TestApp & WithFramework;
type Cast = {
  readonly app: MergingTestApp;
  readonly anna: SignedIn;
  readonly bora: SignedIn;
  readonly jun: SignedIn;
};

const DAY_MS = 86_400_000;
const COMPETENCIES = ['C1.1', 'C1.2'];
/** What a merge itself leaves behind, and what it ends for good. */
const TRACES = ['person_merge', 'merge_change', 'audit_entry', 'session', 'password_reset'];
const isLasting = (table: string) => !TRACES.includes(table);

/** Anna and Bora are accounts of one person, as turns out; Jun administers. */
async function cast(): Promise<Cast> {
  const plain = await testApp();
  const civics = withCivics(plain, [['first', 'a'], ['second', 'b'], ['third']]);
  const app = { ...civics, errors: plain.errors, framework: frameworkOf(COMPETENCIES) };
  const anna = await addPerson(app, { login: 'anna', email: 'anna@example.org' });
  const bora = await addPerson(app, { login: 'bora', email: 'bora@example.org' });
  const jun = await addPerson(app, { login: 'jun', roles: ['administrator'] });
  await keepSnapshots(app);
  return { app, anna, bora, jun };
}

const pairOf = ({ app, anna, bora }: Cast) => ({
  eventId: app.newId(),
  fromId: bora.personId,
  intoId: anna.personId,
  reason: 'The same person: seen at the desk',
});

async function merge(all: Cast): Promise<string> {
  const done = await mergePeople(all.app, all.jun, pairOf(all));
  assert.ok(done.ok, JSON.stringify(done));
  return done.value.mergeId;
}

async function undo({ app, jun }: Cast, mergeId: string): Promise<void> {
  assert.equal(
    await codeOf(undoMerge(app, jun, { mergeId, reason: 'Two people after all' })),
    'ok',
  );
}

test('every column that names a person has its decision', async () => {
  const app = await testApp();
  const tables = await tablesIn(app.db.url);
  const known = new Set(DECISIONS.map(({ table, column }) => `${table}.${column}`));
  /** What ends alike and names no person. */
  const others =
    /\.(act|choice|claim|cohort|course|event|evidence|import|improvement|lesson|merge|object|parent|place|position|programme|round|rule|run|scenario|sheet|survey|unit|vote)_id$/;
  const named = [...tables].flatMap(([table, columns]) =>
    columns
      .filter((column) => /(_id|_by|_into|person|learner)$/.test(column))
      .map((column) => `${table}.${column}`),
  );
  assert.deepEqual(
    named.filter((name) => !known.has(name) && !others.test(name)),
    [],
    'Say in src/features/merging/decisions.ts what becomes of it when two accounts are one person’s.',
  );
  assert.deepEqual(
    [...known].filter((name) => {
      const [table = '', column = ''] = name.split('.');
      return !tables.get(table)?.includes(column);
    }),
    [],
    'These columns are gone.',
  );
});

for (const { table, column, key } of MOVING) {
  test(`what ${table}.${column} says of the other account is the remaining one’s, and back after undoing`, async () => {
    const all = await cast();
    const { app, anna, bora } = all;
    const shown = { v: 1, kind: 'self', level: 1 };
    const evidence = { kind: 'self', payload: JSON.stringify(shown), competency: 'C1.1' };
    const rest = table === 'evidence' ? evidence : {};
    const columns = (await tablesIn(app.db.url)).get(table) ?? [];
    const keys = Object.fromEntries(
      key.map((one) => [
        one,
        columns.includes('seq') && one === 'seq' ? 7 : one === 'line' ? 7 : `${one} 1`,
      ]),
    );
    await plantRow(app.db.url, table, {
      ...rest,
      ...keys,
      ...unique(table),
      [column]: bora.personId,
    });
    const before = await dump(app.db.url, isLasting);
    const mergeId = await merge(all);
    const after = await dump(app.db.url, (one) => one === table);
    const named = (rows: string[] | undefined, id: string) =>
      (rows ?? []).filter((row) => row.includes(id)).length;
    if (table !== 'person') {
      assert.equal(named(after[table], bora.personId), table === 'record_alias' ? 1 : 0);
      assert.ok(named(after[table], anna.personId) > 0);
    }
    await undo(all, mergeId);
    assert.deepEqual(await dump(app.db.url, isLasting), before);
  });
}

/** Values that must be valid or unique where a row is made up. */
function unique(table: string): Record<string, string | null> {
  return table === 'person'
    ? { login: 'somebody', locale: 'ko', email: null, unit_id: null }
    : table === 'intake_row'
      ? { reading: null }
      : {};
}

/** Evidence of many sorts, the same for the same seed; some says the same again. */
function lifeOf(seed: string, count: number): ((personId: string) => NewEvidence)[] {
  const random = seededRandom(seed);
  const pick = (n: number) => Math.floor(random() * n);
  return Array.from({ length: count }, (_, at) => {
    const sort = pick(4);
    const level = pick(4);
    const run = `run ${seed} ${pick(3)}`;
    const day = `day ${pick(4)}`;
    const shown: NewEvidence['shown'] =
      sort === 0
        ? {
            v: 1,
            kind: 'question',
            correct: random() < 0.7,
            difficulty: random() - 0.5,
            options: 4,
          }
        : sort === 1
          ? { v: 1, kind: 'decision', level, weight: 1, decision: `n${at}.c` }
          : sort === 2
            ? { v: 1, kind: 'observation', level, raterId: `rater ${pick(2)}`, form: 'counter' }
            : { v: 1, kind: 'imported', result: { level }, reviewerId: 'jun', system: 'LMS' };
    const source = sort === 1 ? 'scenario:s' : `item:civics/first/${pick(3)}`;
    const competency = COMPETENCIES[pick(2)] ?? 'C1.1';
    const occurredAt = TEST_NOW - pick(900) * DAY_MS;
    return (personId) => ({
      id: `${seed} ${at} ${personId}`,
      personId,
      competency,
      shown,
      source,
      runId: sort === 1 ? run : sort === 2 ? day : null,
      occurredAt,
    });
  });
}

/** Cells without whose they are, and the sums to a millionth less a digit: ids settle the order of equal moments. */
async function standing(app: MergingTestApp, personId: string) {
  const cells = await listCells(app.db.read, [personId]);
  return cells
    .map(({ personId: _, sums, ...cell }) => ({
      ...cell,
      sums: JSON.parse(JSON.stringify(sums), (_key, value) =>
        typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
      ),
    }))
    .sort((a, b) => (a.competency < b.competency ? -1 : 1));
}

test('a profile after merging is the profile of a person who lived both lives', async () => {
  for (let round = 0; round < 12; round += 1) {
    const all = await cast();
    const { app, anna, bora } = all;
    const both = await addPerson(app, { login: 'both' });
    const lives = [
      lifeOf(`one ${round}`, 5 + round),
      lifeOf(`other ${round}`, 12 - round),
    ] as const;
    const keep = (personId: string, life: readonly ((id: string) => NewEvidence)[]) =>
      app.db.write((tx) =>
        addEvidence(
          tx,
          app,
          life.map((piece) => piece(personId)),
        ),
      );
    await keep(anna.personId, lives[0]);
    await keep(bora.personId, lives[1]);
    await keep(both.personId, lives.flat());
    const apart = await dump(app.db.url, isLasting);
    const mergeId = await merge(all);
    assert.deepEqual(await standing(app, anna.personId), await standing(app, both.personId));
    assert.deepEqual(await standing(app, bora.personId), []);
    const merged = await dump(app.db.url, (table) => table === 'competency_cell');
    await rebuildCells(app);
    assert.deepEqual(await dump(app.db.url, (table) => table === 'competency_cell'), merged);
    await undo(all, mergeId);
    assert.deepEqual(await dump(app.db.url, isLasting), apart);
  }
});

test('courses go on from what was done in either account, and no statement is rewritten', async () => {
  const all = await cast();
  const { app, anna, bora, jun } = all;
  const read = async (actor: Actor, lessonId: string) => {
    app.clock.pass(60_000);
    const input = { eventId: app.newId(), courseId: 'civics', lessonId };
    assert.ok((await markRead(app, actor, input)).ok);
  };
  assert.ok((await enrol(app, anna, { eventId: app.newId(), courseId: 'civics' })).ok);
  await read(anna, 'first');
  await read(bora, 'third');
  const recorded = await dump(app.db.url, (table) => table === 'statement');
  const apart = await dump(app.db.url, isLasting);
  const mergeId = await merge(all);
  assert.deepEqual(await dump(app.db.url, (table) => table === 'statement'), recorded);

  const theirs = await statementsOfCourse(app.db.read, anna.personId, 'civics');
  assert.ok(theirs.length >= 3);
  assert.deepEqual(await statementsOfCourse(app.db.read, bora.personId, 'civics'), []);
  const status = await courseStatusFor(app, anna, { personId: anna.personId, courseId: 'civics' });
  assert.ok(status.ok);
  const [row] = await progressOf(app, [anna.personId]);
  assert.equal(row?.stepsDone, status.value.steps.filter(({ state }) => state === 'done').length);
  assert.deepEqual(await progressOf(app, [bora.personId]), []);
  const listed = await statementsOf(app, jun, { personId: anna.personId, after: null });
  assert.ok(listed.ok);
  assert.equal(listed.value.statements.length, theirs.length);
  const merged = await dump(app.db.url, (table) => table === 'progress');
  await rebuildProgress(app);
  assert.deepEqual(await dump(app.db.url, (table) => table === 'progress'), merged);

  await undo(all, mergeId);
  assert.deepEqual(await dump(app.db.url, isLasting), apart);
});

test('a sheet that both kept is one sheet, its latest keeping the latest of both', async () => {
  const all = await cast();
  const { app, anna, bora } = all;
  for (const [id, person, number, saved, superseded] of [
    ['a1', anna, 1, 10, 40],
    ['a2', anna, 2, 40, null],
    ['b1', bora, 1, 30, null],
  ] as const) {
    const place = { course_id: 'civics', lesson_id: 'first', sheet_id: 'plan' };
    const when = { number, saved_at: saved, superseded_at: superseded };
    await plantRow(app.db.url, 'sheet_version', {
      id,
      person_id: person.personId,
      ...place,
      ...when,
    });
  }
  const apart = await dump(app.db.url, isLasting);
  const mergeId = await merge(all);
  const { sheet_version: kept = [] } = await dump(app.db.url, (one) => one === 'sheet_version');
  assert.deepEqual(
    kept
      .map((row) => JSON.parse(row))
      .map(([id, person, , , , number, , superseded]) => [id, person, number, superseded]),
    [
      ['a1', anna.personId, 1, 30],
      ['a2', anna.personId, 3, null],
      ['b1', anna.personId, 2, 40],
    ],
  );
  await undo(all, mergeId);
  assert.deepEqual(await dump(app.db.url, isLasting), apart);
});

test('in a cohort both were in, one member remains, since the first day', async () => {
  const all = await cast();
  const { app, anna, bora } = all;
  await app.db.write(async (tx) => {
    const name = { ko: '모임', en: 'Group' };
    await createCohort(tx, app, { id: 'both', name, courseId: 'civics', trainers: [] });
    await addMember(tx, { cohortId: 'both', personId: anna.personId, joinedAt: TEST_NOW });
    await addMember(tx, { cohortId: 'both', personId: bora.personId, joinedAt: TEST_NOW - DAY_MS });
  });
  const apart = await dump(app.db.url, isLasting);
  const mergeId = await merge(all);
  const { cohort_member: members = [] } = await dump(app.db.url, (one) => one === 'cohort_member');
  assert.deepEqual(
    members.map((row) => JSON.parse(row)),
    [['both', anna.personId, TEST_NOW - DAY_MS, null]],
  );
  await undo(all, mergeId);
  assert.deepEqual(await dump(app.db.url, isLasting), apart);
});

test('of two first runs of one version the earlier stays evidence', async () => {
  const all = await cast();
  const { app, anna, bora } = all;
  const decision = (personId: string, runId: string): NewEvidence => ({
    id: `${runId} 1`,
    personId,
    competency: 'C1.1',
    shown: { v: 1, kind: 'decision', level: 2, weight: 1, decision: 'a.b' },
    source: 'scenario:s',
    runId,
    occurredAt: TEST_NOW,
  });
  for (const [runId, person, begun] of [
    ['run one', anna, 2],
    ['run two', bora, 1],
  ] as const) {
    const scenario = { scenario_id: 's', logic_hash: 'h', begun_at: begun };
    await plantRow(app.db.url, 'scenario_run', { id: runId, ...scenario });
    const seat = { run_id: runId, seat: 'official', person_id: person.personId, mode: 'first' };
    await plantRow(app.db.url, 'scenario_player', seat);
    await app.db.write((tx) => addEvidence(tx, app, [decision(person.personId, runId)]));
  }
  const apart = await dump(app.db.url, isLasting);
  const mergeId = await merge(all);
  const after = await dump(app.db.url, (table) => ['evidence', 'scenario_player'].includes(table));
  const lines = [...(after['evidence'] ?? []), ...(after['scenario_player'] ?? [])];
  assert.equal(lines.filter((line) => line.includes('The same person')).length, 1);
  assert.ok(lines.some((line) => line.includes('run one') && line.includes('practice')));
  assert.ok(lines.some((line) => line.includes('run two') && line.includes('"first"')));
  await undo(all, mergeId);
  assert.deepEqual(await dump(app.db.url, isLasting), apart);
});

test('the other account opens no more, says so to its owner only, and leads to the one that stays', async () => {
  const all = await cast();
  const { app, anna, bora, jun } = all;
  const session = await enter(app, 'bora');
  const mergeId = await merge(all);
  assert.equal(await checkSession(app, session), null);
  const desk = { userAgent: null, address: '192.0.2.1' };
  const tryWith = (password: string) => codeOf(signIn(app, { login: 'bora', password, ...desk }));
  assert.equal(await tryWith(PASSWORD), 'account-merged');
  assert.equal(await tryWith('something else'), 'sign-in-wrong');
  const named = await accountsNamed(app.db.read, ['bora', 'bora@example.org', 'anna']);
  assert.deepEqual(
    [...named.values()].map(({ personId }) => personId),
    [anna.personId, anna.personId, anna.personId],
  );
  const people = await listPeople(app, jun, { search: 'bora' });
  assert.ok(people.ok);
  assert.equal(people.value.total, 0);
  await undo(all, mergeId);
  await enter(app, 'bora');
  const again = await accountsNamed(app.db.read, ['bora']);
  assert.equal(again.get('bora')?.personId, bora.personId);
});

test('what is done after a merge stays with the account that stayed', async () => {
  const all = await cast();
  const { app, anna, bora } = all;
  const mergeId = await merge(all);
  const [piece] = lifeOf('later', 1);
  assert.ok(piece);
  await app.db.write((tx) => addEvidence(tx, app, [piece(anna.personId)]));
  await undo(all, mergeId);
  assert.equal((await standing(app, anna.personId)).length, 1);
  assert.deepEqual(await standing(app, bora.personId), []);
});

test('accounts come together one after the other and apart in the other order', async () => {
  const all = await cast();
  const { app, anna, bora, jun } = all;
  const chan = await addPerson(app, { login: 'chan' });
  const input = { eventId: app.newId(), courseId: 'civics', lessonId: 'first' };
  await markRead(app, bora, input);
  const apart = await dump(app.db.url, isLasting);
  const first = await merge(all);
  const second = await mergePeople(app, jun, {
    eventId: app.newId(),
    fromId: anna.personId,
    intoId: chan.personId,
    reason: 'A third account',
  });
  assert.ok(second.ok);
  assert.ok((await statementsOfCourse(app.db.read, chan.personId, 'civics')).length > 0);
  const early = undoMerge(app, jun, { mergeId: first, reason: 'No' });
  assert.equal(await codeOf(early), 'merge-undo-later');
  await undo(all, second.value.mergeId);
  await undo(all, first);
  assert.deepEqual(await dump(app.db.url, isLasting), apart);
  assert.equal(await codeOf(undoMerge(app, jun, { mergeId: first, reason: 'No' })), 'merge-undone');
});

test('accounts that met are not one person’s', async () => {
  const all = await cast();
  const { app, anna, bora, jun } = all;
  for (const person of [anna, bora]) {
    const seat = { run_id: 'r', seat: person.login, person_id: person.personId };
    await plantRow(app.db.url, 'scenario_player', seat);
  }
  const preview = await previewMerge(app, jun, { login: 'bora', intoId: anna.personId });
  assert.ok(preview.ok);
  assert.deepEqual(preview.value.meetings, ['run']);
  assert.equal(await codeOf(mergePeople(app, jun, pairOf(all))), 'merge-met');
});

test('somebody who judged the other is somebody else', async () => {
  const all = await cast();
  const { app, anna, bora, jun } = all;
  const [piece] = lifeOf('judged', 1);
  assert.ok(piece);
  const shown = { v: 1, kind: 'peer', level: 2, raterId: anna.personId } as const;
  await app.db.write((tx) => addEvidence(tx, app, [{ ...piece(bora.personId), shown }]));
  assert.equal(await codeOf(mergePeople(app, jun, pairOf(all))), 'merge-met');
});

test('a merge is previewed, done once, told to the auditor, and for administrators only', async () => {
  const all = await cast();
  const { app, anna, bora, jun } = all;
  const pair = pairOf(all);
  for (const actor of [anna, await addPerson(app, { login: 'sora', roles: ['trainer'] })]) {
    assert.equal(await codeOf(mergePeople(app, actor, pair)), 'not-allowed');
    const asked = previewMerge(app, actor, { login: 'bora', intoId: anna.personId });
    assert.equal(await codeOf(asked), 'not-allowed');
    assert.equal(await codeOf(undoMerge(app, actor, { mergeId: 'x', reason: 'x' })), 'not-allowed');
    assert.equal(await codeOf(viewMerge(app, actor, 'x')), 'not-allowed');
  }
  const before = await dump(app.db.url, () => true);
  const preview = (login: string) =>
    codeOf(previewMerge(app, jun, { login, intoId: anna.personId }));
  assert.equal(await preview('nobody'), 'merge-unknown');
  assert.equal(await preview('anna'), 'merge-same');
  assert.equal(await preview('jun'), 'merge-own');
  assert.equal(await preview('Bora '), 'ok');
  assert.equal(await codeOf(mergePeople(app, jun, { ...pair, reason: ' ' })), 'reason-required');
  assert.deepEqual(await dump(app.db.url, () => true), before);

  assert.equal(await codeOf(mergePeople(app, jun, pair)), 'ok');
  assert.equal(await codeOf(mergePeople(app, jun, pair)), 'ok');
  assert.equal(
    await codeOf(mergePeople(app, jun, { ...pair, eventId: app.newId() })),
    'merge-closed',
  );
  const merges = await mergesOf(app, jun, anna.personId);
  assert.ok(merges.ok);
  assert.equal(merges.value.merges.length, 1);
  const trail = await listAudit(app, jun, { act: 'people-merged' });
  assert.ok(trail.ok);
  assert.deepEqual(
    trail.value.entries.map(({ subject }) => subject).sort(),
    [`person:${anna.personId}`, `person:${bora.personId}`].sort(),
  );
});
