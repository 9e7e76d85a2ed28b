import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#features/audit/service.ts';
import { demoPassword } from '#features/identity/demo.ts';
import {
  checkSession,
  demoSignIns,
  listPeople,
  signIn,
  signUp,
} from '#features/identity/service.ts';
import { testApp } from '#tests/support/app.ts';
import { addPerson, codeOf, enter, PASSWORD } from '#tests/support/people.ts';

const FROM = { userAgent: 'Firefox', address: '192.0.2.1' };

test('a wrong password and an unknown name are refused alike, after the same work', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji' });
  const checkedAgainst: string[] = [];
  const watched = {
    ...app,
    passwords: {
      ...app.passwords,
      verify: async (_: string, stored: string) => {
        checkedAgainst.push(stored);
        return false;
      },
    },
  };
  const known = await signIn(watched, { login: 'minji', password: 'wrong', ...FROM });
  const unknown = await signIn(watched, { login: 'nobody', password: 'wrong', ...FROM });
  assert.deepEqual(known, unknown);
  assert.equal(checkedAgainst.length, 2);
});

test('ten wrong tries close a name for a while, whoever it belongs to, and others still get in', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji' });
  await addPerson(app, { login: 'seojun' });
  for (const login of ['minji', 'nobody']) {
    for (let tries = 0; tries < 10; tries += 1) {
      assert.equal(await codeOf(signIn(app, { login, password: 'x', ...FROM })), 'sign-in-wrong');
    }
    const closed = await signIn(app, { login, password: PASSWORD, ...FROM });
    assert.ok(!closed.ok);
    assert.equal(closed.problem.code, 'too-many-tries');
    assert.deepEqual(closed.problem.values, { minutes: 15 });
  }
  await enter(app, 'seojun');
});

test('an address that tries many names is made to wait', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji' });
  for (let tries = 0; tries < 100; tries += 1) {
    await signIn(app, { login: `name-${tries}`, password: 'x', ...FROM });
  }
  const input = { login: 'minji', password: PASSWORD, userAgent: null };
  assert.equal(await codeOf(signIn(app, { ...input, address: FROM.address })), 'too-many-tries');
  assert.equal(await codeOf(signIn(app, { ...input, address: '192.0.2.2' })), 'ok');
});

test('a whole office signs in from one address on Monday morning', async () => {
  const app = await testApp();
  for (let n = 0; n < 120; n += 1) await addPerson(app, { login: `officer-${n}` });
  for (let n = 0; n < 120; n += 1) await enter(app, `officer-${n}`);
});

test('the trail tells who came in and who did not, without what was typed', async () => {
  const app = await testApp();
  const boss = await addPerson(app, { login: 'boss', roles: ['administrator'] });
  await signIn(app, { login: 'my-secret-typed-here', password: 'another secret', ...FROM });
  await signIn(app, { login: 'boss', password: 'another secret', ...FROM });
  await enter(app, 'boss');
  const trail = await listAudit(app, boss, {});
  assert.ok(trail.ok);
  assert.deepEqual(
    trail.value.entries.map(({ act, subject }) => [act, subject]),
    [
      ['signed-in', `person:${boss.personId}`],
      ['sign-in-failed', `person:${boss.personId}`],
      ['sign-in-failed', 'nobody'],
    ],
  );
  assert.ok(!JSON.stringify(trail).includes('secret'));
});

const SIGN_UP = {
  name: '박서준',
  login: 'seojun',
  email: null,
  password: PASSWORD,
  locale: 'ko',
  ...FROM,
} as const;

test('a resident signs up without an e-mail address and is in', async () => {
  const app = await testApp();
  const outcome = await signUp(app, SIGN_UP);
  assert.ok(outcome.ok);
  const checked = await checkSession(app, outcome.value.sessionId);
  assert.deepEqual(checked?.person.roles, ['resident']);
  assert.equal(checked?.person.email, null);
});

test('nobody signs up as anything but a resident', async () => {
  const app = await testApp();
  const sneaky = { ...SIGN_UP, roles: ['administrator'] };
  const outcome = await signUp(app, sneaky);
  assert.ok(outcome.ok);
  const checked = await checkSession(app, outcome.value.sessionId);
  assert.deepEqual(checked?.person.roles, ['resident']);
});

test('two people signing up with one name at once: one gets it', async () => {
  const app = await testApp();
  const codes = await Promise.all([codeOf(signUp(app, SIGN_UP)), codeOf(signUp(app, SIGN_UP))]);
  assert.deepEqual(codes.sort(), ['login-taken', 'ok']);
  const boss = { personId: 'boss', roles: ['administrator' as const] };
  const people = await listPeople(app, boss, {});
  assert.equal(people.ok && people.value.total, 1);
});

test('an address belongs to one account', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji', email: 'minji@example.org' });
  const outcome = await signUp(app, { ...SIGN_UP, email: 'minji@example.org' });
  assert.deepEqual(outcome, { ok: false, problem: { code: 'email-taken', field: 'email' } });
});

test('asking which names are taken soon costs a long wait', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'minji' });
  for (let tries = 0; tries < 60; tries += 1) await signUp(app, { ...SIGN_UP, login: 'minji' });
  assert.equal(await codeOf(signUp(app, SIGN_UP)), 'too-many-tries');
});

test('demonstration people are offered only where there are any, and can sign in', async () => {
  const app = await testApp();
  await addPerson(app, { login: 'jun', roles: ['administrator'] });
  assert.deepEqual(await demoSignIns(app), []);
  for (const login of ['sora', 'haneul']) {
    const passwordHash = await app.passwords.hash(demoPassword(login));
    await addPerson(app, { login, roles: ['trainer'], isDemo: true, passwordHash });
  }
  const offered = await demoSignIns(app);
  assert.deepEqual(
    offered.map(({ login }) => login),
    ['haneul', 'sora'],
  );
  for (const { login, password } of offered) await enter(app, login, password);
});
