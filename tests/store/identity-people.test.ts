import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#features/audit/service.ts';
import {
  allUnits,
  ancestorsOf,
  changeEmail,
  changePassword,
  changeProfile,
  changeRoles,
  checkSession,
  countOpenInvitations,
  countPeopleByRole,
  createUnit,
  invite,
  issueReset,
  listInvitations,
  listPeople,
  moveToUnit,
  namesOf,
  peopleBelow,
  resendInvitation,
  unitsOf,
  viewPerson,
  withdrawInvitation,
} from '#features/identity/service.ts';
import { listOutbox, openMessage } from '#features/notify/service.ts';
import { testApp } from '#tests/support/app.ts';
import { addPerson, codeOf, enter, PASSWORD } from '#tests/support/people.ts';

const NEW_PASSWORD = '봄에는 꽃이 핍니다';
const INVITATION = {
  email: 'haneul@example.org',
  name: '정하늘',
  roles: ['civil-servant', 'trainer'],
  unitId: null,
  locale: 'ko',
} as const;
async function house() {
  const app = await testApp();
  const boss = await addPerson(app, { login: 'boss', name: '최관리', roles: ['administrator'] });
  return { app, boss };
}

test('whoever is not an administrator manages nobody', async () => {
  const { app, boss } = await house();
  const roles = ['civil-servant', 'resident', 'trainer', 'author'] as const;
  const other = await addPerson(app, { login: 'everything-else', roles });
  const { personId } = boss;
  for (const attempt of [
    listPeople(app, other, {}),
    viewPerson(app, other, personId),
    changeRoles(app, other, { personId: other.personId, roles: ['administrator'] }),
    moveToUnit(app, other, { personId, unitId: null }),
    countPeopleByRole(app, other),
    invite(app, other, INVITATION),
    resendInvitation(app, other, { invitationId: 'x', locale: 'ko' }),
    withdrawInvitation(app, other, 'x'),
    listInvitations(app, other, 1),
    countOpenInvitations(app, other),
    issueReset(app, other, personId),
    listAudit(app, other, {}),
    listOutbox(app, other, 1),
    openMessage(app, other, 'x'),
  ]) {
    assert.equal(await codeOf(attempt), 'not-allowed');
  }
});

test('a change of roles acts at the next request and is kept with before and after', async () => {
  const { app, boss } = await house();
  const minji = await addPerson(app, { login: 'minji', roles: ['resident'] });
  const session = await enter(app, 'minji');
  const roles = ['resident', 'trainer'] as const;
  await changeRoles(app, boss, { personId: minji.personId, roles });
  const checked = await checkSession(app, session);
  assert.deepEqual(checked?.person.roles, ['resident', 'trainer']);
  const trail = await listAudit(app, boss, { act: 'roles-changed' });
  assert.ok(trail.ok);
  assert.deepEqual(trail.value.entries[0]?.detail, { before: ['resident'], after: roles });
});

test('the house always keeps an administrator', async () => {
  const { app, boss } = await house();
  const { personId } = boss;
  const step = () => changeRoles(app, boss, { personId, roles: ['trainer'] });
  assert.equal(await codeOf(step()), 'last-administrator');
  await addPerson(app, { login: 'second', roles: ['administrator'] });
  assert.equal(await codeOf(step()), 'ok');
  const none = changeRoles(app, { ...boss }, { personId, roles: [] });
  assert.equal(await codeOf(none), 'roles-required');
});

test('people are found by a part of name or login, by role and by unit with all below it', async () => {
  const { app, boss } = await house();
  await app.db.write(async (tx) => {
    await createUnit(tx, { id: 'city', parentId: null, name: { ko: '시', en: 'City' } });
    await createUnit(tx, { id: 'welfare', parentId: 'city', name: { ko: '복지', en: 'Welfare' } });
    await createUnit(tx, { id: 'roads', parentId: 'city', name: { ko: '도로', en: 'Roads' } });
  });
  const minji = await addPerson(app, { login: 'minji', name: '김민지', unitId: 'welfare' });
  const seojun = await addPerson(app, { login: 'seojun_1', name: '박서준', unitId: 'roads' });
  const found = async (question: object) => {
    const page = await listPeople(app, boss, question);
    assert.ok(page.ok);
    return page.value.people.map(({ login }) => login);
  };
  assert.deepEqual(await found({ search: '민지' }), ['minji']);
  assert.deepEqual(await found({ search: 'SEO' }), ['seojun_1']);
  assert.deepEqual(await found({ search: 'n_1' }), ['seojun_1']);
  assert.deepEqual(await found({ search: '%' }), []);
  assert.deepEqual(await found({ role: 'administrator' }), ['boss']);
  assert.deepEqual(await found({ unitId: 'city' }), ['minji', 'seojun_1']);
  assert.deepEqual(await found({ unitId: 'roads' }), ['seojun_1']);
  assert.deepEqual(await found({ sort: 'login' }), ['boss', 'minji', 'seojun_1']);
  assert.equal(await codeOf(listPeople(app, boss, { unitId: 'moon' })), 'unit-unknown');

  assert.deepEqual(await ancestorsOf(app, 'welfare'), ['welfare', 'city']);
  assert.deepEqual(await ancestorsOf(app, null), []);
  assert.deepEqual(await peopleBelow(app, 'roads'), [seojun.personId]);
  assert.equal((await allUnits(app)).length, 3);
  assert.equal((await unitsOf(app, [minji.personId])).get(minji.personId), 'welfare');
  assert.equal((await namesOf(app, [minji.personId, 'gone'])).get(minji.personId), '김민지');
});

test('a long list of people comes in pages of fifty, each person once', async () => {
  const { app, boss } = await house();
  for (let n = 0; n < 60; n += 1) await addPerson(app, { login: `person-${n}`, name: 'same name' });
  const first = await listPeople(app, boss, { page: 1 });
  const second = await listPeople(app, boss, { page: 2 });
  const beyond = await listPeople(app, boss, { page: 99 });
  assert.ok(first.ok && second.ok && beyond.ok);
  const seen = [...first.value.people, ...second.value.people].map(({ login }) => login);
  assert.deepEqual([first.value.people.length, seen.length, new Set(seen).size], [50, 61, 61]);
  assert.equal(beyond.value.page, 2);
});

test('moving to another unit is kept with before and after; an unknown unit is refused', async () => {
  const { app, boss } = await house();
  const { personId } = boss;
  const name = { ko: '시', en: 'City' };
  await app.db.write((tx) => createUnit(tx, { id: 'city', parentId: null, name }));
  assert.equal(await codeOf(moveToUnit(app, boss, { personId, unitId: 'moon' })), 'unit-unknown');
  assert.equal(await codeOf(moveToUnit(app, boss, { personId, unitId: 'city' })), 'ok');
  const trail = await listAudit(app, boss, { act: 'unit-changed' });
  assert.ok(trail.ok);
  assert.deepEqual(trail.value.entries[0]?.detail, { before: null, after: 'city' });
});

test('a new password needs the old one, and ends every other session', async () => {
  const { app } = await house();
  const minji = await addPerson(app, { login: 'minji' });
  const [here, there] = [await enter(app, 'minji'), await enter(app, 'minji')];
  const change = (current: string) =>
    changePassword(app, minji, { current, next: NEW_PASSWORD, sessionId: here });
  assert.deepEqual(await change('a guess at it'), {
    ok: false,
    problem: { code: 'password-wrong', field: 'currentPassword' },
  });
  assert.equal(await codeOf(change(PASSWORD)), 'ok');
  assert.notEqual(await checkSession(app, here), null);
  assert.equal(await checkSession(app, there), null);
});

test('an open session is no way round the limit on guessing', async () => {
  const { app } = await house();
  const minji = await addPerson(app, { login: 'minji' });
  const guess = () =>
    changePassword(app, minji, { current: 'guess', next: NEW_PASSWORD, sessionId: 'x' });
  for (let n = 0; n < 10; n += 1) assert.equal(await codeOf(guess()), 'password-wrong');
  assert.equal(await codeOf(guess()), 'too-many-tries');
});

test('an address is changed with the password and belongs to one account', async () => {
  const { app } = await house();
  const minji = await addPerson(app, { login: 'minji' });
  await addPerson(app, { login: 'seojun', email: 'taken@example.org' });
  const change = (email: string | null, password = PASSWORD) =>
    codeOf(changeEmail(app, minji, { email, password }));
  assert.equal(await change('minji@example.org', 'wrong'), 'password-wrong');
  assert.equal(await change('taken@example.org'), 'email-taken');
  assert.equal(await change('not an address'), 'email-form');
  assert.equal(await change('minji@example.org'), 'ok');
  assert.equal(await change('minji@example.org'), 'ok');
  assert.equal(await change(null), 'ok');
});

test('a person changes name and language for themselves', async () => {
  const { app, boss } = await house();
  const minji = await addPerson(app, { login: 'minji' });
  assert.equal(
    await codeOf(changeProfile(app, minji, { name: '', locale: 'en' })),
    'name-required',
  );
  assert.equal(await codeOf(changeProfile(app, minji, { name: 'Minji', locale: 'en' })), 'ok');
  const seen = await viewPerson(app, boss, minji.personId);
  assert.ok(seen.ok);
  assert.deepEqual([seen.value.name, seen.value.locale], ['Minji', 'en']);
});
