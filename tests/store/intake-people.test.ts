import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WithFramework } from '#features/competency/framework.ts';
import type { SignedIn } from '#features/identity/person.ts';
import {
  allUnits,
  checkSession,
  createUnit,
  findByLogins,
  listPeople,
  peopleOf,
} from '#features/identity/service.ts';
import {
  checkImport,
  confirmImport,
  finishImports,
  undoImport,
  uploadImport,
  viewImport,
} from '#features/intake/service.ts';
import { attributesOf } from '#features/programme/service.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { frameworkOf } from '#tests/support/framework.ts';
import { addPerson, codeOf, enter } from '#tests/support/people.ts';

type IntakeApp = TestApp & WithFramework;
type Cast = { readonly app: IntakeApp; readonly anna: SignedIn; readonly jun: SignedIn };

const HEADER = '아이디,이메일,이름,부서,직급,입사일,퇴직일';

/** Anna works in the care team of the city; Jun administers. */
async function cast(): Promise<Cast> {
  const app = { ...(await testApp()), framework: frameworkOf(['C1.1']) };
  await app.db.write(async (tx) => {
    await createUnit(tx, { id: 'city', parentId: null, name: { ko: '한빛시', en: 'City' } });
    await createUnit(tx, { id: 'care', parentId: 'city', name: { ko: '돌봄팀', en: 'Care' } });
    await createUnit(tx, { id: 'safe', parentId: 'city', name: { ko: '안전팀', en: 'Safety' } });
  });
  const anna = await addPerson(app, { login: 'anna', name: '안나', unitId: 'care' });
  const jun = await addPerson(app, { login: 'jun', roles: ['administrator'] });
  return { app, anna, jun };
}

async function upload({ app, jun }: Cast, ...lines: string[]): Promise<string> {
  const bytes = new TextEncoder().encode([HEADER, ...lines].join('\n'));
  const file = { name: 'people.csv', bytes };
  const sent = await uploadImport(app, jun, { eventId: app.newId(), kind: 'people', file });
  assert.ok(sent.ok, JSON.stringify(sent));
  return sent.value.importId;
}

async function seen({ app, jun }: Cast, importId: string) {
  const view = await viewImport(app, jun, { importId });
  assert.ok(view.ok);
  return view.value;
}

async function confirm(all: Cast, importId: string): Promise<string> {
  const { imported } = await seen(all, importId);
  const checkedAt = imported.checkedAt ?? -1;
  return codeOf(confirmImport(all.app, all.jun, { importId, checkedAt, leaveOut: true }));
}

async function factsOf({ app }: Cast, login: string) {
  const { found } = await findByLogins(app, [login]);
  const [id = ''] = found;
  const person = (await peopleOf(app, [id])).get(id);
  const attributes = await attributesOf(app, id);
  return (
    person && {
      name: person.name,
      email: person.email,
      unitId: person.unitId,
      roles: person.roles,
      attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    }
  );
}

const LINES = [
  'anna,,,안전팀,7급,,',
  'bora,bora@example.org,보라,한빛시/돌봄팀,9급,2026-11-02,',
  'chan,,안나,돌봄팀,,,',
  'dana,,다나,없는과,,,',
  'bora,,보라,,,,',
];

test('a dry run tells movers, new people, namesakes, missing units and duplicates apart', async () => {
  const all = await cast();
  const { rows, imported } = await seen(all, await upload(all, ...LINES));
  assert.deepEqual(
    rows.map(({ verdict, problem }) => [verdict, problem?.code ?? null]),
    [
      ['moved', null],
      ['new', null],
      ['new', 'row-same-name'],
      ['wrong', 'row-unit-missing'],
      ['wrong', 'row-person-twice'],
    ],
  );
  assert.deepEqual(imported.findings?.missingUnits, ['없는과']);
  assert.equal((await factsOf(all, 'anna'))?.unitId, 'care');
});

test('people are as the file says afterwards, once, and as before after undoing', async () => {
  const all = await cast();
  const before = await factsOf(all, 'anna');
  const importId = await upload(all, ...LINES);
  assert.equal(await confirm(all, importId), 'ok');
  assert.deepEqual(await factsOf(all, 'anna'), {
    ...before,
    unitId: 'safe',
    attributes: { grade: '7급' },
  });
  assert.deepEqual(await factsOf(all, 'bora'), {
    name: '보라',
    email: 'bora@example.org',
    unitId: 'care',
    roles: ['civil-servant'],
    attributes: { grade: '9급', joined: '2026-11-02' },
  });
  const again = await seen(all, await upload(all, ...LINES));
  assert.deepEqual(
    again.rows.slice(0, 3).map(({ verdict }) => verdict),
    ['there', 'there', 'there'],
  );
  assert.equal(await codeOf(undoImport(all.app, all.jun, { importId, reason: 'Old list' })), 'ok');
  assert.deepEqual(await factsOf(all, 'anna'), before);
  assert.equal(await factsOf(all, 'bora'), undefined);
  const back = await upload(all, ...LINES);
  await confirm(all, back);
  assert.equal((await factsOf(all, 'bora'))?.unitId, 'care');
});

test('what somebody changed since stays when an import is undone', async () => {
  const all = await cast();
  const first = await upload(all, 'anna,,,안전팀,7급,,');
  await confirm(all, first);
  await confirm(all, await upload(all, 'anna,,,,6급,,'));
  await undoImport(all.app, all.jun, { importId: first, reason: 'Wrong list' });
  const anna = await factsOf(all, 'anna');
  assert.equal(anna?.unitId, 'care');
  assert.deepEqual(anna?.attributes, { grade: '6급' });
});

test('units that do not exist are made only when asked for', async () => {
  const all = await cast();
  const { app, jun } = all;
  const importId = await upload(all, 'dana,,다나,한빛시/디지털국/창구팀,,,');
  const { imported } = await seen(all, importId);
  const settings = { ...imported.settings, options: { units: 'yes' } };
  await checkImport(app, jun, { importId, settings });
  assert.equal((await allUnits(app)).length, 3);
  assert.equal((await seen(all, importId)).rows[0]?.verdict, 'new');
  await confirm(all, importId);
  const units = await allUnits(app);
  assert.deepEqual(
    units
      .slice(0)
      .filter(({ id }) => !['city', 'care', 'safe'].includes(id))
      .map(({ name }) => name.ko),
    ['디지털국', '창구팀'],
  );
  const [team] = units.filter(({ name }) => name.ko === '창구팀');
  assert.ok(team?.path.startsWith('city/'));
  assert.equal((await factsOf(all, 'dana'))?.unitId, team?.id);
});

test('a leaver is signed out at once, and opened again by undoing', async () => {
  const all = await cast();
  const session = await enter(all.app, 'anna');
  const importId = await upload(all, 'anna,,,,,,2026-11-20');
  await confirm(all, importId);
  assert.equal(await checkSession(all.app, session), null);
  const gone = await listPeople(all.app, all.jun, { search: 'anna' });
  assert.ok(gone.ok && gone.value.total === 0);
  await undoImport(all.app, all.jun, { importId, reason: 'Still here' });
  await enter(all.app, 'anna');
});

test('a large list is finished by the job, each person once', async () => {
  const all = await cast();
  const lines = Array.from({ length: 2_500 }, (_, at) => `p${at}.x,,사람 ${at},돌봄팀,7급,,`);
  const importId = await upload(all, ...lines);
  assert.equal(await confirm(all, importId), 'ok');
  await Promise.all([finishImports(all.app), finishImports(all.app)]);
  assert.equal((await seen(all, importId)).imported.state, 'applied');
  const found = await listPeople(all.app, all.jun, { unitId: 'care' });
  assert.ok(found.ok);
  assert.equal(found.value.total, 2_501);
});

test('people are brought by administrators only', async () => {
  const { app } = await cast();
  const sora = await addPerson(app, { login: 'sora', roles: ['trainer'] });
  const file = { name: 'a.csv', bytes: new TextEncoder().encode(`${HEADER}\nx,,X,,,,`) };
  const input = { eventId: app.newId(), kind: 'people', file } as const;
  assert.equal(await codeOf(uploadImport(app, sora, input)), 'not-allowed');
});
