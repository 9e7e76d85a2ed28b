import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import { ABSOLUTE_MS, IDLE_MS } from '#features/identity/limits.ts';
import {
  checkSession,
  endAllSessions,
  endOwnSession,
  listOwnSessions,
  purgeSessions,
  signIn,
  signOut,
} from '#features/identity/service.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { addPerson, codeOf, enter, PASSWORD } from '#tests/support/people.ts';

const MINUTE = 60_000;

async function count(app: TestApp, table: string): Promise<number> {
  const row = await app.db.read.get<{ n: number }>(sql.raw(`select count(*) n from ${table}`));
  return row.n;
}

test('a session opens its person with roles, language and unit', async () => {
  const app = await testApp();
  const person = await addPerson(app, {
    login: 'minji',
    name: '김민지',
    roles: ['trainer', 'civil-servant'],
  });
  const checked = await checkSession(app, await enter(app, ' MinJi '));
  assert.deepEqual(checked?.person, { ...person, roles: ['civil-servant', 'trainer'] });
});

test('checking a session is one question to the database, answered by two keys', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji' });
  const sessionId = await enter(app, 'minji');
  await checkSession(app, sessionId);
  const plan = await app.db.read.all<{ detail: string }>(
    sql`explain query plan select * from session join person on person.id = session.person_id
        where id_hash = ${app.hash(sessionId)} and expires_at > 0 and session.created_at > 0 and closed_at is null`,
  );
  assert.ok(
    plan.every(({ detail }) => !detail.startsWith('SCAN')),
    JSON.stringify(plan),
  );
});

test('a stolen table opens no session', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji' });
  const sessionId = await enter(app, 'minji');
  const row = await app.db.read.get<{ id_hash: string }>(sql`select * from session`);
  assert.ok(!JSON.stringify(row).includes(sessionId));
  assert.equal(await checkSession(app, row.id_hash), null);
});

test('a session in use is prolonged and stays open', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji' });
  const sessionId = await enter(app, 'minji');
  app.clock.pass(30 * MINUTE);
  assert.equal((await checkSession(app, sessionId))?.fresh, false);
  app.clock.pass(60 * MINUTE);
  assert.equal((await checkSession(app, sessionId))?.fresh, true);
  app.clock.pass(100 * MINUTE);
  assert.notEqual(await checkSession(app, sessionId), null);
});

test('a session left alone for two hours has ended', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji' });
  const sessionId = await enter(app, 'minji');
  app.clock.pass(IDLE_MS + MINUTE);
  assert.equal(await checkSession(app, sessionId), null);
});

test('after twelve hours a session has ended, however much it was used', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji' });
  const sessionId = await enter(app, 'minji');
  for (let used = 0; used < ABSOLUTE_MS - 10 * MINUTE; used += 50 * MINUTE) {
    assert.notEqual(await checkSession(app, sessionId), null);
    app.clock.pass(50 * MINUTE);
  }
  assert.equal(await checkSession(app, sessionId), null);
});

test('a session near its twelve hours is not written on every click', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji' });
  const sessionId = await enter(app, 'minji');
  for (let used = 0; used < ABSOLUTE_MS - 90 * MINUTE; used += 60 * MINUTE) {
    app.clock.pass(60 * MINUTE);
    await checkSession(app, sessionId);
  }
  app.clock.pass(20 * MINUTE);
  assert.equal((await checkSession(app, sessionId))?.fresh, false);
});

test('signing out ends this session and leaves the others', async () => {
  const app = await testApp();
  const minji = await addPerson(app, { login: 'minji' });
  const here = await enter(app, 'minji');
  const there = await enter(app, 'minji');
  await signOut(app, minji, here);
  assert.equal(await checkSession(app, here), null);
  assert.notEqual(await checkSession(app, there), null);
});

test('signing out everywhere ends every session of one person only', async () => {
  const app = await testApp();
  const minji = await addPerson(app, { login: 'minji' });
  await addPerson(app, { login: 'seojun' });
  const sessions = [await enter(app, 'minji'), await enter(app, 'minji')];
  const other = await enter(app, 'seojun');
  assert.equal(await codeOf(endAllSessions(app, minji, minji.personId)), 'ok');
  for (const id of sessions) assert.equal(await checkSession(app, id), null);
  assert.notEqual(await checkSession(app, other), null);
});

test('only an administrator ends the sessions of somebody else', async () => {
  const app = await testApp();
  const minji = await addPerson(app, { login: 'minji' });
  const trainer = await addPerson(app, { login: 'trainer', roles: ['trainer', 'author'] });
  const boss = await addPerson(app, { login: 'boss', roles: ['administrator'] });
  const session = await enter(app, 'minji');
  assert.equal(await codeOf(endAllSessions(app, trainer, minji.personId)), 'not-allowed');
  assert.notEqual(await checkSession(app, session), null);
  assert.equal(await codeOf(endAllSessions(app, boss, minji.personId)), 'ok');
  assert.equal(await checkSession(app, session), null);
});

test('a person sees their own devices and ends one of them, nobody else’s', async () => {
  const app = await testApp();
  const minji = await addPerson(app, { login: 'minji' });
  const seojun = await addPerson(app, { login: 'seojun' });
  const here = await enter(app, 'minji');
  app.clock.pass(MINUTE);
  const there = await enter(app, 'minji');
  const devices = await listOwnSessions(app, minji, here);
  assert.deepEqual(
    devices.map(({ isCurrent, userAgent }) => [isCurrent, userAgent]),
    [
      [false, 'Firefox'],
      [true, 'Firefox'],
    ],
  );
  const handle = app.hash(there);
  assert.equal(await codeOf(endOwnSession(app, seojun, handle)), 'session-gone');
  assert.equal(await codeOf(endOwnSession(app, minji, handle)), 'ok');
  assert.equal(await checkSession(app, there), null);
  assert.notEqual(await checkSession(app, here), null);
});

test('a closed account has no open session', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji' });
  const session = await enter(app, 'minji');
  await app.db.write(async (tx) => void (await tx.run(sql`update person set closed_at = 1`)));
  assert.equal(await checkSession(app, session), null);
  assert.equal(
    await codeOf(
      signIn(app, { login: 'minji', password: PASSWORD, userAgent: null, address: '192.0.2.1' }),
    ),
    'sign-in-wrong',
  );
});

test('sessions go with the person', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji' });
  await enter(app, 'minji');
  await app.db.write(async (tx) => void (await tx.run(sql`delete from person`)));
  assert.equal(await count(app, 'session'), 0);
  assert.equal(await count(app, 'role_grant'), 0);
});

test('what has run out is thrown away, what is in use is kept', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji' });
  await enter(app, 'minji');
  app.clock.pass(IDLE_MS + MINUTE);
  const kept = await enter(app, 'minji');
  await purgeSessions(app);
  assert.equal(await count(app, 'session'), 1);
  assert.notEqual(await checkSession(app, kept), null);
});
