import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#features/audit/service.ts';
import {
  allUnits,
  changePeople,
  closeUnit,
  createUnit,
  invite,
  leadersOf,
  leadingOf,
  listUnits,
  moveToUnit,
  moveUnit,
  openUnit,
  renameUnit,
  reopenUnit,
  setLeaders,
  supervisorsOf,
  unitsLedBy,
  viewUnit,
  withdrawInvitation,
} from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok } from '#kernel/result.ts';
import { testApp } from '#tests/support/app.ts';
import { addPerson, codeOf } from '#tests/support/people.ts';

const text = (name: string) => ({ ko: name, en: name });

/** A city with a welfare bureau and its care team; Nari and Head work in the team, Boss administers. */
async function city() {
  const app = await testApp();
  await app.db.write(async (tx) => {
    await createUnit(tx, { id: 'city', parentId: null, name: text('city') });
    await createUnit(tx, { id: 'welfare', parentId: 'city', name: text('welfare') });
    await createUnit(tx, { id: 'care', parentId: 'welfare', name: text('care') });
  });
  const boss = await addPerson(app, { login: 'boss', roles: ['administrator'], unitId: 'city' });
  const head = await addPerson(app, { login: 'head', unitId: 'care' });
  const nari = await addPerson(app, { login: 'nari', unitId: 'care' });
  const minji = await addPerson(app, { login: 'minji' });
  const lead = (unitId: string, ...personIds: string[]) =>
    setLeaders(app, boss, { unitId, personIds, why: '' });
  return { app, boss, head, nari, minji, lead };
}

test('whoever leads the nearest unit supervises its people, and not themselves', async () => {
  const { app, boss, head, nari, minji, lead } = await city();
  await lead('city', boss.personId);
  await lead('care', head.personId);
  const ids = [boss, head, nari, minji].map(({ personId }) => personId);
  const found = await supervisorsOf(app.db.read, ids);
  assert.deepEqual(
    ids.map((id) => found.get(id)),
    [[], [boss.personId], [head.personId], []],
  );
  assert.deepEqual(await unitsLedBy(app.db.read, head.personId), ['care']);
});

test('a leader whose account is closed supervises nobody; the next one above does', async () => {
  const { app, boss, head, nari, lead } = await city();
  await lead('welfare', boss.personId);
  await lead('care', head.personId);
  const { personId, email, name, unitId } = head;
  const closedAt = app.clock.now();
  await app.db.write((tx) => changePeople(tx, [{ personId, email, name, unitId, closedAt }]));
  const found = await supervisorsOf(app.db.read, [nari.personId]);
  assert.deepEqual(found.get(nari.personId), [boss.personId]);
});

test('who led a unit until when is kept, with before and after in the trail', async () => {
  const { app, boss, head, nari, lead } = await city();
  await lead('care', head.personId);
  const began = app.clock.now();
  app.clock.pass(1_000);
  await lead('care', nari.personId);
  await lead('care', nari.personId);
  const told = await leadingOf(app, boss, 'care');
  assert.ok(told.ok);
  assert.deepEqual(
    told.value.map(({ name, since, until }) => [name, since, until]),
    [
      ['nari', began + 1_000, null],
      ['head', began, began + 1_000],
    ],
  );
  const leaders = await leadersOf(app.db.read, ['care', 'welfare']);
  assert.deepEqual(
    [...leaders].map(([unit, all]) => [unit, all.map(({ name }) => name)]),
    [['care', ['nari']]],
  );
  const trail = await listAudit(app, boss, { subject: 'unit:care' });
  assert.ok(trail.ok);
  assert.deepEqual(
    trail.value.entries.map(({ act, detail }) => [act, detail]),
    [
      ['unit-leaders-changed', { before: [head.personId], after: [nari.personId] }],
      ['unit-leaders-changed', { before: [], after: [head.personId] }],
    ],
  );
});

test('only an administrator says who leads, and only people with an account do', async () => {
  const { app, boss, head } = await city();
  const input = { unitId: 'care', personIds: [head.personId], why: '' };
  assert.equal(await codeOf(setLeaders(app, head, input)), 'not-allowed');
  assert.equal(await codeOf(leadingOf(app, head, 'care')), 'not-allowed');
  assert.equal(await codeOf(setLeaders(app, boss, { ...input, unitId: 'moon' })), 'unit-unknown');
  const stranger = { ...input, personIds: ['stranger'] };
  assert.equal(await codeOf(setLeaders(app, boss, stranger)), 'leader-unknown');
});

const WHY = 'autumn reorganisation';
async function pathsIn(app: App): Promise<string[]> {
  return (await allUnits(app)).map(({ path }) => path);
}

test('a unit moves with everything below it, and never under itself', async () => {
  const { app, boss } = await city();
  const move = (unitId: string, parentId: string | null) =>
    moveUnit(app, boss, { unitId, parentId, why: WHY });
  for (const parent of ['welfare', 'care'])
    assert.equal(await codeOf(move('welfare', parent)), 'unit-below-itself');
  assert.equal(await codeOf(move('welfare', 'moon')), 'unit-unknown');
  assert.equal(await codeOf(move('welfare', null)), 'ok');
  assert.deepEqual(await pathsIn(app), ['city', 'welfare', 'welfare/care']);
  assert.equal(await codeOf(move('welfare', null)), 'ok');
  const trail = await listAudit(app, boss, { subject: 'unit:welfare' });
  assert.ok(trail.ok);
  assert.deepEqual(
    trail.value.entries.map(({ act, detail }) => [act, detail]),
    [['unit-moved', { before: 'city', after: null, why: WHY }]],
  );
});

test('a form sent twice opens one unit, with a name in both languages that nobody beside it has', async () => {
  const { app, boss } = await city();
  const open = (ko: string, en: string, eventId = app.newId()) =>
    openUnit(app, boss, { eventId, parentId: 'city', name: { ko, en }, why: WHY });
  const eventId = app.newId();
  for (const _ of [1, 2]) assert.deepEqual(await open('도로', 'Roads', eventId), ok(eventId));
  assert.equal((await pathsIn(app)).length, 4);
  assert.equal(await codeOf(open('길', '')), 'unit-name-required');
  assert.equal(await codeOf(open('길', ' Roads ')), 'unit-name-taken');
  const rename = { unitId: eventId, name: { ko: '길', en: 'welfare' }, why: WHY };
  assert.equal(await codeOf(renameUnit(app, boss, rename)), 'unit-name-taken');
  assert.equal(await codeOf(renameUnit(app, boss, { ...rename, name: text('길') })), 'ok');
});

test('a unit closes only when it is empty; then nobody can be put in it until it is opened again', async () => {
  const { app, boss, head, nari, lead } = await city();
  const close = (unitId: string) => closeUnit(app, boss, { unitId, why: WHY });
  assert.equal(await codeOf(close('care')), 'unit-has-people');
  assert.equal(await codeOf(close('welfare')), 'unit-has-units');
  for (const { personId } of [head, nari])
    await moveToUnit(app, boss, { personId, unitId: 'welfare' });
  const email = 'new@example.org';
  const input = {
    email,
    name: 'New',
    roles: ['civil-servant'],
    unitId: 'care',
    locale: 'ko',
  } as const;
  const invited = await invite(app, boss, input);
  assert.ok(invited.ok);
  assert.equal(await codeOf(close('care')), 'unit-has-invitations');
  await withdrawInvitation(app, boss, invited.value.invitationId);
  await lead('care', head.personId);
  assert.equal(await codeOf(close('care')), 'ok');
  assert.deepEqual(await unitsLedBy(app.db.read, head.personId), []);
  const back = { personId: nari.personId, unitId: 'care' };
  assert.equal(await codeOf(moveToUnit(app, boss, back)), 'unit-closed');
  assert.equal(await codeOf(lead('care', head.personId)), 'unit-closed');
  assert.equal(await codeOf(close('welfare')), 'unit-has-people');
  assert.equal(await codeOf(reopenUnit(app, boss, { unitId: 'care', why: WHY })), 'ok');
  assert.equal(await codeOf(moveToUnit(app, boss, back)), 'ok');
});

test('the tree is listed by name with how many people each unit has', async () => {
  const { app, boss, lead, head } = await city();
  await lead('care', head.personId);
  const list = async (rest: object) => {
    const found = await listUnits(app, boss, { locale: 'en', ...rest });
    assert.ok(found.ok);
    return found.value.units.map(({ id, own, below, leaders, above }) =>
      [id, own, below, leaders.length, above.length].join(' '),
    );
  };
  assert.deepEqual(await list({}), ['city 1 3 0 0', 'welfare 0 2 0 1', 'care 2 2 1 2']);
  assert.deepEqual(await list({ search: 'CAR' }), ['care 2 2 1 2']);
  assert.deepEqual(await list({ isClosed: true }), []);
  const seen = await viewUnit(app, boss, { unitId: 'city', locale: 'en' });
  assert.deepEqual(seen.ok && seen.value.below.map(({ id }) => id), ['welfare']);
  assert.equal(await codeOf(viewUnit(app, boss, { unitId: 'moon', locale: 'en' })), 'not-found');
});

test('whoever is not an administrator changes no unit', async () => {
  const { app, head } = await city();
  const unitId = 'care';
  for (const attempt of [
    listUnits(app, head, { locale: 'ko' }),
    viewUnit(app, head, { unitId, locale: 'ko' }),
    openUnit(app, head, { eventId: app.newId(), parentId: null, name: text('x'), why: WHY }),
    renameUnit(app, head, { unitId, name: text('x'), why: WHY }),
    moveUnit(app, head, { unitId, parentId: null, why: WHY }),
    closeUnit(app, head, { unitId, why: WHY }),
    reopenUnit(app, head, { unitId, why: WHY }),
  ]) {
    assert.equal(await codeOf(attempt), 'not-allowed');
  }
});
