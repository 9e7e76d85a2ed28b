import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import { INVITATION_MS, RESET_MS } from '#features/identity/limits.ts';
import {
  acceptInvitation,
  checkSession,
  createUnit,
  invite,
  issueReset,
  purgeResets,
  requestReset,
  resendInvitation,
  resetPassword,
  signIn,
  viewInvitation,
  viewReset,
  withdrawInvitation,
} from '#features/identity/service.ts';
import { listOutbox, openMessage } from '#features/notify/service.ts';
import type { Actor } from '#kernel/rights.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { addPerson, codeOf, PASSWORD } from '#tests/support/people.ts';

const FROM = { userAgent: 'Firefox', address: '192.0.2.1' };
const NEW_PASSWORD = '봄에는 꽃이 핍니다';
const INVITATION = {
  email: 'haneul@example.org',
  name: '정하늘',
  roles: ['civil-servant', 'trainer'],
  unitId: null,
  locale: 'ko',
} as const;
const WELCOME = {
  name: '정하늘',
  login: 'haneul',
  password: PASSWORD,
  locale: 'ko',
  userAgent: null,
} as const;

async function house() {
  const app = await testApp();
  const boss = await addPerson(app, { login: 'boss', name: '최관리', roles: ['administrator'] });
  return { app, boss };
}

/** The secret part of the link in the newest mail. */
async function mailedToken(app: TestApp, boss: Actor): Promise<string> {
  const outbox = await listOutbox(app, boss, 1);
  assert.ok(outbox.ok);
  const [newest] = outbox.value.entries;
  assert.ok(newest);
  const opened = await openMessage(app, boss, newest.id);
  assert.ok(opened.ok);
  return opened.value.message.params.path?.split('/').at(-1) ?? '';
}

async function mails(app: TestApp): Promise<number> {
  const row = await app.db.read.get<{ n: number }>(sql`select count(*) n from outbox`);
  return row.n;
}

test('an invited colleague chooses a login and arrives with the promised roles and unit', async () => {
  const { app, boss } = await house();
  await app.db.write((tx) =>
    createUnit(tx, { id: 'welfare', parentId: null, name: { ko: '복지과', en: 'Welfare' } }),
  );
  await invite(app, boss, { ...INVITATION, unitId: 'welfare' });
  const token = await mailedToken(app, boss);
  const accepted = await acceptInvitation(app, { token, ...WELCOME });
  assert.ok(accepted.ok);
  const checked = await checkSession(app, accepted.value.sessionId);
  assert.deepEqual(checked?.person.roles, ['civil-servant', 'trainer']);
  assert.equal(checked?.person.unitId, 'welfare');
  assert.equal(checked?.person.email, 'haneul@example.org');
});

test('an invitation works once', async () => {
  const { app, boss } = await house();
  await invite(app, boss, INVITATION);
  const token = await mailedToken(app, boss);
  assert.equal(await codeOf(acceptInvitation(app, { token, ...WELCOME })), 'ok');
  const again = acceptInvitation(app, { token, ...WELCOME, login: 'another' });
  assert.equal(await codeOf(again), 'invitation-accepted');
});

test('two clicks on one invitation make one account', async () => {
  const { app, boss } = await house();
  await invite(app, boss, INVITATION);
  const token = await mailedToken(app, boss);
  const codes = await Promise.all([
    codeOf(acceptInvitation(app, { token, ...WELCOME })),
    codeOf(acceptInvitation(app, { token, ...WELCOME, login: 'another' })),
  ]);
  assert.deepEqual(codes.sort(), ['invitation-accepted', 'ok']);
});

test('an invitation that is unknown, too old or withdrawn opens nothing and says why', async () => {
  const { app, boss } = await house();
  assert.equal(await codeOf(viewInvitation(app, 'made-up')), 'invitation-unknown');
  const invited = await invite(app, boss, INVITATION);
  assert.ok(invited.ok);
  const { invitationId } = invited.value;
  const token = await mailedToken(app, boss);
  app.clock.pass(INVITATION_MS);
  assert.equal(await codeOf(acceptInvitation(app, { token, ...WELCOME })), 'invitation-expired');
  await resendInvitation(app, boss, { invitationId, locale: 'en' });
  const second = await mailedToken(app, boss);
  assert.equal(await codeOf(viewInvitation(app, second)), 'ok');
  await withdrawInvitation(app, boss, invitationId);
  const late = acceptInvitation(app, { token: second, ...WELCOME });
  assert.equal(await codeOf(late), 'invitation-withdrawn');
  const resent = resendInvitation(app, boss, { invitationId, locale: 'ko' });
  assert.equal(await codeOf(resent), 'invitation-closed');
});

test('sending an invitation again makes the first link useless', async () => {
  const { app, boss } = await house();
  const invited = await invite(app, boss, INVITATION);
  assert.ok(invited.ok);
  const first = await mailedToken(app, boss);
  app.clock.pass(1000);
  await resendInvitation(app, boss, { ...invited.value, locale: 'ko' });
  assert.equal(await codeOf(viewInvitation(app, first)), 'invitation-unknown');
  assert.equal(await codeOf(viewInvitation(app, await mailedToken(app, boss))), 'ok');
});

test('a stolen table of invitations and resets opens nothing', async () => {
  const { app, boss } = await house();
  await invite(app, boss, INVITATION);
  await issueReset(app, boss, boss.personId);
  const { token_hash: invited } = await app.db.read.get<{ token_hash: string }>(
    sql`select token_hash from invitation`,
  );
  const { token_hash: reset } = await app.db.read.get<{ token_hash: string }>(
    sql`select token_hash from password_reset`,
  );
  assert.equal(await codeOf(viewInvitation(app, invited)), 'invitation-unknown');
  assert.equal(await codeOf(viewReset(app, reset)), 'reset-invalid');
});

test('nobody is invited twice, nor anybody who has an account', async () => {
  const { app, boss } = await house();
  await addPerson(app, { login: 'minji', email: 'minji@example.org' });
  assert.equal(await codeOf(invite(app, boss, INVITATION)), 'ok');
  assert.equal(await codeOf(invite(app, boss, INVITATION)), 'already-invited');
  const known = invite(app, boss, { ...INVITATION, email: 'minji@example.org' });
  assert.equal(await codeOf(known), 'email-taken');
  assert.equal(await codeOf(invite(app, boss, { ...INVITATION, roles: [] })), 'roles-required');
  assert.equal(await mails(app), 1);
});

test('a forgotten password is renewed by mail, once, and ends every session', async () => {
  const { app, boss } = await house();
  await addPerson(app, { login: 'minji', email: 'minji@example.org' });
  const before = await signIn(app, { login: 'minji', password: PASSWORD, ...FROM });
  assert.ok(before.ok);
  await requestReset(app, { login: 'Minji', address: FROM.address });
  const token = await mailedToken(app, boss);
  assert.deepEqual(await viewReset(app, token), { ok: true, value: { login: 'minji' } });
  assert.equal(await codeOf(resetPassword(app, { token, password: 'short' })), 'password-short');
  assert.equal(await codeOf(resetPassword(app, { token, password: NEW_PASSWORD })), 'ok');
  assert.equal(await checkSession(app, before.value.sessionId), null);
  const again = resetPassword(app, { token, password: PASSWORD });
  assert.equal(await codeOf(again), 'reset-invalid');
  const input = { login: 'minji', ...FROM };
  assert.equal(await codeOf(signIn(app, { ...input, password: PASSWORD })), 'sign-in-wrong');
  assert.equal(await codeOf(signIn(app, { ...input, password: NEW_PASSWORD })), 'ok');
});

test('a reset link lives an hour, and using one closes the others', async () => {
  const { app, boss } = await house();
  const minji = await addPerson(app, { login: 'minji' });
  const tokens: string[] = [];
  for (let n = 0; n < 2; n += 1) {
    const issued = await issueReset(app, boss, minji.personId);
    assert.ok(issued.ok);
    tokens.push(issued.value.path.split('/').at(-1) ?? '');
  }
  const [first = '', second = ''] = tokens;
  assert.equal(await codeOf(resetPassword(app, { token: second, password: NEW_PASSWORD })), 'ok');
  assert.equal(await codeOf(viewReset(app, first)), 'reset-invalid');
  const late = await issueReset(app, boss, minji.personId);
  assert.ok(late.ok);
  app.clock.pass(RESET_MS);
  const token = late.value.path.split('/').at(-1) ?? '';
  assert.equal(await codeOf(viewReset(app, token)), 'reset-invalid');
  await purgeResets(app);
  const { n } = await app.db.read.get<{ n: number }>(sql`select count(*) n from password_reset`);
  assert.equal(n, 0);
});

test('asking for a new password tells a stranger nothing', async () => {
  const { app } = await house();
  await addPerson(app, { login: 'with-mail', email: 'a@example.org' });
  await addPerson(app, { login: 'without-mail' });
  const answers = [];
  for (const login of ['with-mail', 'a@example.org', 'without-mail', 'nobody']) {
    answers.push(await requestReset(app, { login, address: FROM.address }));
  }
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.equal(await mails(app), 2);
});

test('nobody’s mailbox is flooded with reset links', async () => {
  const { app } = await house();
  await addPerson(app, { login: 'minji', email: 'minji@example.org' });
  for (let n = 0; n < 3; n += 1)
    await requestReset(app, { login: 'minji', address: `10.0.0.${n}` });
  const fourth = requestReset(app, { login: 'minji', address: '10.0.0.9' });
  assert.equal(await codeOf(fourth), 'too-many-tries');
  assert.equal(await mails(app), 3);
});
