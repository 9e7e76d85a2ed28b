import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueOf } from '#features/catalogue/course.ts';
import { addMember, createCohort } from '#features/cohort/service.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import { addEvidence, profileOf, rebuildCells } from '#features/competency/service.ts';
import { listCells } from '#features/competency/store.ts';
import type { SignedIn } from '#features/identity/person.ts';
import {
  checkImport,
  confirmImport,
  countWaiting,
  discardImport,
  finishImports,
  listImports,
  matchRow,
  matchWaiting,
  undoImport,
  uploadImport,
  viewImport,
  waitingRows,
} from '#features/intake/service.ts';
import { linesOfPerson } from '#features/transcript/service/transcript.ts';
import { TEST_NOW, type TestApp, testApp } from '#tests/support/app.ts';
import { frameworkOf } from '#tests/support/framework.ts';
import { addPerson, codeOf } from '#tests/support/people.ts';

type IntakeApp = TestApp & WithFramework;
type Cast = {
  readonly app: IntakeApp;
  readonly anna: SignedIn;
  readonly bora: SignedIn;
  readonly sora: SignedIn;
  readonly jun: SignedIn;
};

const HEADER = 'login,email,competency,level,day,source,remark';

/** Anna learns in Sora's cohort, Bora in none; Jun administers. */
async function cast(): Promise<Cast> {
  const app = { ...(await testApp()), framework: frameworkOf(['C1.1', 'C1.2']) };
  const anna = await addPerson(app, { login: 'anna', email: 'anna@example.org' });
  const bora = await addPerson(app, { login: 'bora' });
  const sora = await addPerson(app, { login: 'sora', roles: ['trainer'] });
  const jun = await addPerson(app, { login: 'jun', roles: ['administrator'] });
  await app.db.write(async (tx) => {
    const name = { ko: '모임', en: 'Group' };
    const trainers = [sora.personId];
    await createCohort(tx, app, { id: 'first', name, courseId: 'civics', trainers });
    await addMember(tx, { cohortId: 'first', personId: anna.personId, joinedAt: TEST_NOW });
  });
  return { app, anna, bora, sora, jun };
}

const bytesOf = (...lines: string[]) => new TextEncoder().encode([HEADER, ...lines].join('\r\n'));

async function upload(app: IntakeApp, actor: SignedIn, ...lines: string[]) {
  const file = { name: 'completions.csv', bytes: bytesOf(...lines) };
  const sent = await uploadImport(app, actor, { eventId: app.newId(), kind: 'records', file });
  assert.ok(sent.ok, JSON.stringify(sent));
  return sent.value.importId;
}

async function seen(app: IntakeApp, actor: SignedIn, importId: string) {
  const view = await viewImport(app, actor, { importId });
  assert.ok(view.ok, JSON.stringify(view));
  return view.value;
}

async function confirm(app: IntakeApp, actor: SignedIn, importId: string, leaveOut = true) {
  const { imported } = await seen(app, actor, importId);
  const checkedAt = imported.checkedAt ?? -1;
  return confirmImport(app, actor, { importId, checkedAt, leaveOut });
}

async function evidenceOf({ app, jun }: Cast, { personId }: SignedIn) {
  const profile = await profileOf(app, jun, personId);
  assert.ok(profile.ok);
  return [...profile.value.states.values()].flatMap(({ pieces }) =>
    pieces.map(({ piece }) => piece).filter(({ revokedAt }) => revokedAt === null),
  );
}

const WHOLE = [
  'anna,,C1.1,3,2026-03-04,City LMS,Course A',
  ',ANNA@example.org,C1.2,2,2026-03-05,City LMS,Course B',
  'bora,,C1.1,1,2026-03-04,City LMS,Course A',
  'anna,,C1.1,3,2026-03-04,City LMS,Course A',
  'ghost,,C1.1,3,2026-03-04,City LMS,Course A',
  'bora,,C9.9,3,2026-03-04,City LMS,Course A',
];

test('a dry run says line by line what would happen, and nothing happens', async () => {
  const all = await cast();
  const { app, jun, anna } = all;
  const importId = await upload(app, jun, ...WHOLE);
  const { rows, imported, verdicts } = await seen(app, jun, importId);
  assert.deepEqual(
    rows.map(({ line, verdict }) => [line, verdict]),
    [
      [2, 'ready'],
      [3, 'ready'],
      [4, 'ready'],
      [5, 'there'],
      [6, 'unmatched'],
      [7, 'wrong'],
    ],
  );
  assert.equal(rows[5]?.problem?.code, 'row-competency-unknown');
  assert.deepEqual(imported.findings?.unknownWords, ['C9.9']);
  assert.equal(verdicts.get('ready'), 3);
  assert.deepEqual(await evidenceOf(all, anna), []);
});

test('confirmed lines are evidence from a named reviewer, dated to the day they were earned', async () => {
  const all = await cast();
  const { app, jun, anna, bora } = all;
  const importId = await upload(app, jun, ...WHOLE);
  assert.equal(await codeOf(confirm(app, jun, importId, false)), 'import-wrong-rows');
  assert.deepEqual(await evidenceOf(all, anna), []);
  assert.equal(await codeOf(confirm(app, jun, importId)), 'ok');
  const [first, second] = await evidenceOf(all, anna);
  assert.deepEqual(first?.shown, {
    v: 1,
    kind: 'imported',
    result: { level: 3 },
    reviewerId: jun.personId,
    system: 'City LMS',
  });
  assert.equal(first?.occurredAt, Date.UTC(2026, 2, 3, 15));
  assert.equal(first?.source, 'record:City LMS · Course A');
  assert.equal(second?.competency, 'C1.2');
  assert.equal((await evidenceOf(all, bora)).length, 1);
  const { imported, states } = await seen(app, jun, importId);
  assert.equal(imported.state, 'applied');
  assert.deepEqual(Object.fromEntries(states), { applied: 3, skipped: 2, waiting: 1 });
});

test('the same file sent, confirmed and brought again adds nothing', async () => {
  const all = await cast();
  const { app, jun, anna } = all;
  const first = await upload(app, jun, ...WHOLE);
  await confirm(app, jun, first);
  await confirm(app, jun, first);
  const again = await upload(app, jun, ...WHOLE);
  const { verdicts } = await seen(app, jun, again);
  assert.equal(verdicts.get('ready'), undefined);
  assert.equal(verdicts.get('there'), 4);
  await confirm(app, jun, again);
  assert.equal((await evidenceOf(all, anna)).length, 2);
});

test('undoing an import leaves profiles as if it had never been, and it can be brought again', async () => {
  const all = await cast();
  const { app, jun, anna } = all;
  const own = {
    id: 'own',
    personId: anna.personId,
    competency: 'C1.1',
    shown: { v: 1, kind: 'question', correct: true, difficulty: 0, options: 4 },
    source: 'item:a/b/c',
    runId: null,
    occurredAt: TEST_NOW,
  } as const;
  await app.db.write((tx) => addEvidence(tx, app, [own]));
  const before = await listCells(app.db.read, [anna.personId]);
  const importId = await upload(app, jun, ...WHOLE);
  await confirm(app, jun, importId);
  assert.notDeepEqual(await listCells(app.db.read, [anna.personId]), before);

  assert.equal(await codeOf(undoImport(app, jun, { importId, reason: '' })), 'reason-required');
  assert.equal(await codeOf(undoImport(app, jun, { importId, reason: 'Wrong file' })), 'ok');
  assert.deepEqual(await listCells(app.db.read, [anna.personId]), before);
  assert.equal((await seen(app, jun, importId)).imported.state, 'undone');
  assert.equal(await countWaiting(app, jun), 0);
  await rebuildCells(app);
  assert.deepEqual(await listCells(app.db.read, [anna.personId]), before);

  const again = await upload(app, jun, ...WHOLE);
  await confirm(app, jun, again);
  assert.equal((await evidenceOf(all, anna)).length, 3);
});

test('a process that dies while it takes an import goes on where it stopped, each line once', async () => {
  const all = await cast();
  const { app, jun } = all;
  const people: SignedIn[] = [];
  for (let at = 0; at < 70; at += 1) people.push(await addPerson(app, { login: `p${at}.x` }));
  const lines = Array.from(
    { length: 700 },
    (_, at) => `p${at % 70}.x,,C1.${1 + (at % 2)},3,2026-03-04,City LMS,Course ${at}`,
  );
  const importId = await upload(app, jun, ...lines);
  const taken = async () => {
    const found = await Promise.all(people.map((person) => evidenceOf(all, person)));
    return found.flat().length;
  };
  assert.equal(await codeOf(confirm(app, jun, importId)), 'ok');
  assert.equal((await seen(app, jun, importId)).imported.state, 'applying');
  assert.equal(await taken(), 600);
  await Promise.all([finishImports(app), finishImports(app)]);
  assert.equal((await seen(app, jun, importId)).imported.state, 'applied');
  assert.equal(await taken(), 700);
  await undoImport(app, jun, { importId, reason: 'Not ours' });
  await finishImports(app);
  assert.equal(await taken(), 0);
});

test('a line without a person waits and is taken when the person appears', async () => {
  const all = await cast();
  const { app, jun } = all;
  await confirm(app, jun, await upload(app, jun, ...WHOLE));
  assert.equal(await countWaiting(app, jun), 1);
  assert.equal(await matchWaiting(app), 0);
  const ghost = await addPerson(app, { login: 'ghost' });
  assert.equal(await matchWaiting(app), 1);
  assert.equal(await matchWaiting(app), 0);
  assert.equal((await evidenceOf(all, ghost)).length, 1);
  assert.equal(await countWaiting(app, jun), 0);
});

test('somebody can say whom a waiting line is about', async () => {
  const all = await cast();
  const { app, jun, bora } = all;
  await confirm(app, jun, await upload(app, jun, ...WHOLE));
  const waiting = await waitingRows(app, jun, { search: 'ghos' });
  assert.ok(waiting.ok);
  const [row] = waiting.value.rows;
  assert.ok(row);
  const match = (login: string) => matchRow(app, jun, { ...row, login });
  assert.equal(await codeOf(match('nobody')), 'row-person-unknown');
  assert.equal(await codeOf(match('jun')), 'row-own');
  assert.equal((await evidenceOf(all, bora)).length, 1);
  assert.equal(await codeOf(match('bora')), 'ok');
  assert.equal(await codeOf(match('bora')), 'row-not-waiting');
  assert.equal(await countWaiting(app, jun), 0);
});

test('a trainer brings records of their learners only, and sees their own imports only', async () => {
  const all = await cast();
  const { app, sora, jun, anna, bora } = all;
  const importId = await upload(app, sora, ...WHOLE, 'sora,,C1.1,4,2026-03-04,City LMS,Course A');
  const { rows } = await seen(app, sora, importId);
  assert.deepEqual(
    rows.map(({ verdict }) => verdict),
    ['ready', 'ready', 'unmatched', 'there', 'unmatched', 'wrong', 'wrong'],
  );
  await confirm(app, sora, importId);
  assert.equal((await evidenceOf(all, anna)).length, 2);
  assert.equal((await evidenceOf(all, bora)).length, 0);
  const others = await upload(app, jun, ...WHOLE);
  assert.equal(await codeOf(viewImport(app, sora, { importId: others })), 'not-found');
  assert.equal(await codeOf(undoImport(app, sora, { importId: others, reason: 'x' })), 'not-found');
  const own = await listImports(app, sora);
  assert.ok(own.ok);
  assert.deepEqual(
    own.value.imports.map(({ id }) => id),
    [importId],
  );
});

test('learners bring nothing', async () => {
  const { app, anna, jun } = await cast();
  const file = { name: 'a.csv', bytes: bytesOf(...WHOLE) };
  const input = { eventId: app.newId(), kind: 'records', file } as const;
  assert.equal(await codeOf(uploadImport(app, anna, input)), 'not-allowed');
  assert.equal(await codeOf(listImports(app, anna)), 'not-allowed');
  const importId = await upload(app, jun, ...WHOLE);
  assert.equal(await codeOf(viewImport(app, anna, { importId })), 'not-found');
  assert.equal(await codeOf(discardImport(app, anna, importId)), 'not-found');
  const confirmation = { importId, checkedAt: TEST_NOW, leaveOut: true };
  assert.equal(await codeOf(confirmImport(app, anna, confirmation)), 'not-found');
});

test('what was settled for a first line is proposed for the next file with it', async () => {
  const { app, jun } = await cast();
  const first = await upload(app, jun, 'anna,,Excel,3,2026-03-04,LMS,');
  const { imported } = await seen(app, jun, first);
  const settings = { ...imported.settings, words: { excel: 'C1.2' } };
  assert.equal(await codeOf(checkImport(app, jun, { importId: first, settings })), 'ok');
  assert.equal((await seen(app, jun, first)).verdicts.get('ready'), 1);
  const second = await upload(app, jun, 'anna,,EXCEL,2,2026-03-06,LMS,');
  assert.equal((await seen(app, jun, second)).verdicts.get('ready'), 1);
});

test('a confirmation counts for the dry run that was seen, and a discarded draft leaves no lines', async () => {
  const { app, jun } = await cast();
  const importId = await upload(app, jun, ...WHOLE);
  const old = (await seen(app, jun, importId)).imported.checkedAt ?? -1;
  app.clock.pass(1_000);
  const { imported } = await seen(app, jun, importId);
  await checkImport(app, jun, { importId, settings: imported.settings });
  const stale = { importId, checkedAt: old, leaveOut: true };
  assert.equal(await codeOf(confirmImport(app, jun, stale)), 'import-changed');
  assert.equal(await codeOf(discardImport(app, jun, importId)), 'ok');
  assert.deepEqual((await seen(app, jun, importId)).rows, []);
  assert.equal(await codeOf(confirm(app, jun, importId)), 'import-not-draft');
});

test('a broken table is refused with its line', async () => {
  const { app, jun } = await cast();
  const send = (text: string) =>
    uploadImport(app, jun, {
      eventId: app.newId(),
      kind: 'records',
      file: { name: 'a.csv', bytes: new TextEncoder().encode(text) },
    });
  assert.equal(await codeOf(send(`${HEADER}\n`)), 'file-empty');
  assert.equal(await codeOf(send(`${HEADER}\n"anna,,C1.1\n`)), 'file-table');
});

test('hours of another system count in the transcript once vouched for, and not after undoing', async () => {
  const { app, jun, anna } = await cast();
  const bytes = new TextEncoder().encode(
    [
      `${HEADER},hours`,
      'anna,,C1.1,3,2026-03-04,City LMS,Course A,4.5',
      'anna,,C1.2,2,2026-03-04,City LMS,Course A,4.5',
      'anna,,C1.2,2,2026-03-05,City LMS,Course B,',
    ].join('\r\n'),
  );
  const file = { name: 'hours.csv', bytes };
  const sent = await uploadImport(app, jun, { eventId: app.newId(), kind: 'records', file });
  assert.ok(sent.ok, JSON.stringify(sent));
  const { importId } = sent.value;
  const minutes = async () => {
    const lines = await linesOfPerson(app.db.read, withNothing(app), anna.personId);
    return lines.map((line) => [line.name.ko, line.minutes, line.reviewerId === jun.personId]);
  };
  assert.deepEqual(await minutes(), []);
  assert.ok((await confirm(app, jun, importId)).ok);
  assert.deepEqual(await minutes(), [['Course A', 270, true]]);
  assert.ok((await undoImport(app, jun, { importId, reason: 'the wrong file' })).ok);
  assert.deepEqual(await minutes(), []);
});

function withNothing(app: IntakeApp) {
  return { ...app, catalogue: catalogueOf({ courses: [], terms: [], facts: [], sources: [] }) };
}
