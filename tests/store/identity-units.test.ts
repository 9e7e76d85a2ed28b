import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#features/audit/service.ts';
import {
  changePeople,
  createUnit,
  leadersOf,
  leadingOf,
  setLeaders,
  supervisorsOf,
  unitsLedBy,
} from '#features/identity/service.ts';
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
