import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changeProfile,
  changeRoles,
  endAllSessions,
  sessionStands,
} from '#features/identity/service.ts';
import { testApp } from '#tests/support/app.ts';
import { addPerson, enter } from '#tests/support/people.ts';

const HOUR_MS = 3_600_000;

async function signedIn() {
  const app = await testApp();
  const person = await addPerson(app, { login: 'minji' });
  const sessionId = await enter(app, 'minji');
  return { app, person, stands: () => sessionStands(app, { sessionId, person }) };
}

test('what was made for a person may be shown again while they are signed in and unchanged', async () => {
  const { stands } = await signedIn();
  assert.equal(await stands(), true);
});

test('after signing out everywhere nothing may be shown again', async () => {
  const { app, person, stands } = await signedIn();
  await endAllSessions(app, person, person.personId);
  assert.equal(await stands(), false);
});

test('a new name is seen at once', async () => {
  const { app, person, stands } = await signedIn();
  const changed = await changeProfile(app, person, { name: '김민지', locale: 'ko' });
  assert.ok(changed.ok);
  assert.equal(await stands(), false);
});

test('a new role is seen at once', async () => {
  const { app, person, stands } = await signedIn();
  const boss = await addPerson(app, { login: 'jun', roles: ['administrator'] });
  const roles = ['resident', 'trainer'] as const;
  const changed = await changeRoles(app, boss, { personId: person.personId, roles: [...roles] });
  assert.ok(changed.ok);
  assert.equal(await stands(), false);
});

test('a session that wants prolonging goes the long way, and one that has ended does not stand', async () => {
  const { app, stands } = await signedIn();
  app.clock.pass(HOUR_MS * 0.9);
  assert.equal(await stands(), true);
  app.clock.pass(HOUR_MS * 0.2);
  assert.equal(await stands(), false);
  app.clock.pass(HOUR_MS);
  assert.equal(await stands(), false);
});
