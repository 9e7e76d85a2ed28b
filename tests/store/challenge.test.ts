import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answerChallenge,
  cellsOf,
  challengeEvidence,
  challengesFor,
  escalateChallenges,
  newsOf,
  revokeEvidence,
  viewPiece,
  withdrawChallenge,
} from '#features/competency/service.ts';
import { listOutbox } from '#features/notify/service.ts';
import { testId } from '#tests/support/app.ts';
import { answered, as, idOf, keep, type OfficeApp, officeApp } from '#tests/support/office.ts';
import { codeOf } from '#tests/support/people.ts';

const DAY_MS = 86_400_000;
const FIRST = testId(1);
const SECOND = testId(2);
const challenge = (eventId = FIRST, evidenceId = 'a') => ({
  eventId,
  evidenceId,
  reason: '제가 낸 답이 아닙니다',
});
const answer = (verdict: 'stands' | 'revoked', challengeId = FIRST) => ({
  challengeId,
  verdict,
  answer: '기록을 보았습니다',
});

/** Anna has two answers, and says that the first is wrong. */
async function challengedApp(): Promise<OfficeApp> {
  const app = await officeApp();
  await keep(app, answered('a'), answered('b'));
  assert.equal(await codeOf(challengeEvidence(app, as('anna'), challenge())), 'ok');
  return app;
}

async function mails(app: OfficeApp) {
  const outbox = await listOutbox(app, as('jun'), 1);
  assert.ok(outbox.ok);
  return outbox.value.entries
    .map(({ address, locale, message }) => `${message.template} ${locale} ${address}`)
    .sort();
}

async function openFor(app: OfficeApp, name: string): Promise<string[]> {
  const { open } = await challengesFor(app, as(name));
  return open.map((one) => one.challenge.id);
}

const countOf = async (app: OfficeApp) => (await cellsOf(app, [idOf('anna')]))[0]?.pieces;

test('a challenge lies with the trainers of the person, and the evidence goes on counting', async () => {
  const app = await challengedApp();
  assert.deepEqual(await openFor(app, 'sora'), [FIRST]);
  assert.deepEqual(await openFor(app, 'jun'), [FIRST]);
  assert.deepEqual(await openFor(app, 'tae'), []);
  assert.equal(await countOf(app), 2);
  const seen = await viewPiece(app, as('anna'), 'a');
  assert.ok(seen.ok);
  assert.equal(seen.value.open?.reason, '제가 낸 답이 아닙니다');
  assert.ok(seen.value.explained.counts > 0);
  assert.equal(seen.value.mayAnswer, false);
});

test('a challenge that is sent twice is one, and a second at the same time is refused', async () => {
  const app = await challengedApp();
  assert.equal(await codeOf(challengeEvidence(app, as('anna'), challenge())), 'ok');
  assert.equal(
    await codeOf(challengeEvidence(app, as('anna'), challenge(SECOND))),
    'challenge-open',
  );
  assert.deepEqual(await openFor(app, 'sora'), [FIRST]);
});

for (const name of ['bora', 'sora', 'jun']) {
  test(`${name} cannot challenge what is known of Anna`, async () => {
    const app = await officeApp();
    await keep(app, answered('a'));
    assert.equal(await codeOf(challengeEvidence(app, as(name), challenge())), 'not-found');
  });
}

test('one cannot challenge without a reason, nor ones own word, nor what is revoked already', async () => {
  const app = await officeApp();
  const self = { v: 1, kind: 'self', level: 2 } as const;
  await keep(app, answered('a'), answered('own', { shown: self }));
  const tried = (change: object) =>
    codeOf(challengeEvidence(app, as('anna'), { ...challenge(), ...change }));
  assert.equal(await tried({ reason: '  ' }), 'reason-required');
  assert.equal(await tried({ evidenceId: 'own' }), 'challenge-own-word');
  assert.equal(await tried({ evidenceId: 'nowhere' }), 'not-found');
  await revokeEvidence(app, as('jun'), { evidenceId: 'a', reason: '문제가 틀렸다' });
  assert.equal(await tried({}), 'evidence-revoked');
});

for (const [name, code] of [
  ['sora', 'ok'],
  ['jun', 'ok'],
  ['tae', 'not-found'],
  ['bora', 'not-found'],
  ['anna', 'not-found'],
] as const) {
  test(`${name} answering Anna's challenge: ${code}`, async () => {
    const app = await challengedApp();
    assert.equal(await codeOf(answerChallenge(app, as(name), answer('revoked'))), code);
    assert.equal(await countOf(app), code === 'ok' ? 1 : 2);
  });
}

test('an answer is kept with its reason, told by mail, and shown as news', async () => {
  const app = await challengedApp();
  assert.equal(
    await codeOf(answerChallenge(app, as('sora'), { ...answer('stands'), answer: '' })),
    'reason-required',
  );
  await answerChallenge(app, as('sora'), answer('stands'));
  assert.equal(await codeOf(answerChallenge(app, as('sora'), answer('stands'))), 'ok');
  assert.equal(
    await codeOf(answerChallenge(app, as('mina'), answer('revoked'))),
    'challenge-closed',
  );
  assert.equal(await countOf(app), 2);
  assert.deepEqual(await openFor(app, 'sora'), []);
  assert.deepEqual(await mails(app), ['challenge-answered ko anna@example.org']);
  const [news] = await newsOf(app, as('anna'));
  assert.deepEqual(news?.what === 'challenge-answered' && [news.outcome, news.by], [
    'stands',
    'sora!',
  ]);
  const { closed } = await challengesFor(app, as('mina'));
  assert.equal(closed[0]?.challenge.answer, '기록을 보았습니다');
});

test('whoever is not convinced asks again and then an administrator answers', async () => {
  const app = await challengedApp();
  await answerChallenge(app, as('sora'), answer('stands'));
  assert.equal(await codeOf(challengeEvidence(app, as('anna'), challenge(SECOND))), 'ok');
  assert.ok((await mails(app)).includes('challenge-passed-on en hana@example.org'));
  assert.equal(
    await codeOf(answerChallenge(app, as('sora'), answer('stands', SECOND))),
    'challenge-answered-before',
  );
  assert.equal(
    await codeOf(answerChallenge(app, as('mina'), answer('stands', SECOND))),
    'challenge-is-up',
  );
  assert.equal(await codeOf(answerChallenge(app, as('jun'), answer('revoked', SECOND))), 'ok');
  assert.equal(await countOf(app), 1);
});

test('the challenge of somebody without a trainer goes to the administrators at once', async () => {
  const app = await officeApp();
  await keep(app, answered('a', { personId: idOf('cheolsu') }));
  assert.equal(await codeOf(challengeEvidence(app, as('cheolsu'), challenge())), 'ok');
  assert.deepEqual(await openFor(app, 'jun'), [FIRST]);
  assert.deepEqual(await mails(app), [
    'challenge-passed-on en hana@example.org',
    'challenge-passed-on ko jun@example.org',
  ]);
});

test('after fourteen days of silence the administrators are told, once, each in their language', async () => {
  const app = await challengedApp();
  app.clock.pass(14 * DAY_MS - 1);
  assert.equal(await escalateChallenges(app), 0);
  app.clock.pass(1);
  assert.deepEqual(await Promise.all([escalateChallenges(app), escalateChallenges(app)]), [1, 0]);
  assert.equal(await escalateChallenges(app), 0);
  assert.deepEqual(await mails(app), [
    'challenge-passed-on en hana@example.org',
    'challenge-passed-on ko jun@example.org',
  ]);
  const { open } = await challengesFor(app, as('jun'));
  assert.equal(open[0]?.challenge.escalatedAt, app.clock.now());
});

test('after a long stop everything that waited too long is passed on', async () => {
  const app = await challengedApp();
  await challengeEvidence(app, as('anna'), challenge(SECOND, 'b'));
  app.clock.pass(90 * DAY_MS);
  assert.equal(await escalateChallenges(app), 2);
});

test('a trainer may still answer what has been passed on', async () => {
  const app = await challengedApp();
  app.clock.pass(15 * DAY_MS);
  await escalateChallenges(app);
  assert.equal(await codeOf(answerChallenge(app, as('sora'), answer('stands'))), 'ok');
});

test('a challenge can be taken back by whoever raised it, and by nobody else', async () => {
  const app = await challengedApp();
  assert.equal(await codeOf(withdrawChallenge(app, as('sora'), FIRST)), 'not-found');
  assert.equal(await codeOf(withdrawChallenge(app, as('anna'), FIRST)), 'ok');
  assert.equal(await codeOf(withdrawChallenge(app, as('anna'), FIRST)), 'ok');
  assert.equal(
    await codeOf(answerChallenge(app, as('sora'), answer('revoked'))),
    'challenge-closed',
  );
  assert.deepEqual(await openFor(app, 'sora'), []);
  app.clock.pass(30 * DAY_MS);
  assert.equal(await escalateChallenges(app), 0);
  // What was withdrawn is no answer: the next one goes to the trainers again.
  assert.equal(await codeOf(challengeEvidence(app, as('anna'), challenge(SECOND))), 'ok');
  assert.deepEqual(await mails(app), []);
});

for (const [name, code] of [
  ['anna', 'ok'],
  ['sora', 'ok'],
  ['jun', 'ok'],
  ['tae', 'not-found'],
  ['bora', 'not-found'],
] as const) {
  test(`${name} opening a piece of Anna's evidence: ${code}`, async () => {
    const app = await challengedApp();
    assert.equal(await codeOf(viewPiece(app, as(name), 'a')), code);
  });
}
