import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Level } from '#features/competency/framework.ts';
import {
  askPeer,
  cellsOf,
  declinePeer,
  findPeers,
  newsOf,
  peerRequestsOf,
  profileOf,
  rateOneself,
  ratePeer,
  takeRatingBack,
  viewPeerRequest,
  withdrawPeerRequest,
} from '#features/competency/service.ts';
import { takeDue } from '#features/notify/service.ts';
import { testId } from '#tests/support/app.ts';
import { answered, as, idOf, keep, type OfficeApp, officeApp } from '#tests/support/office.ts';
import { codeOf } from '#tests/support/people.ts';

const DAY_MS = 86_400_000;
const FIRST = testId(1);
const ask = (change: object = {}) => ({
  eventId: FIRST,
  peerId: idOf('bora'),
  competencies: ['C1.1', 'C1.2'],
  message: '지난 회의 때를 떠올려 주세요',
  ...change,
});
const rate = (levels: Record<string, Level> = { 'C1.1': 3 }) => ({
  requestId: FIRST,
  levels: new Map(Object.entries(levels)),
  note: '차분했어요',
});

async function piecesOf(app: OfficeApp, competency: string) {
  const profile = await profileOf(app, as('anna'), idOf('anna'));
  assert.ok(profile.ok);
  return profile.value.states.get(competency)?.pieces ?? [];
}

test('a peer sees what they are asked, and what they say becomes evidence of its own kind', async () => {
  const app = await officeApp();
  assert.equal(await codeOf(askPeer(app, as('anna'), ask())), 'ok');
  const { waiting } = await peerRequestsOf(app, as('bora'));
  assert.deepEqual(
    waiting.map(({ asker, competencies, state }) => [asker, competencies, state]),
    [['anna!', ['C1.1', 'C1.2'], 'open']],
  );
  assert.equal(await codeOf(ratePeer(app, as('bora'), rate())), 'ok');
  const [only] = await piecesOf(app, 'C1.1');
  const shown = { v: 1, kind: 'peer', level: 3, raterId: idOf('bora') };
  assert.deepEqual(only?.piece.shown, shown);
  // What the peer could not say is no evidence.
  assert.deepEqual(await piecesOf(app, 'C1.2'), []);
  assert.deepEqual((await peerRequestsOf(app, as('bora'))).waiting, []);
  const [asked] = (await peerRequestsOf(app, as('anna'))).asked;
  assert.deepEqual([asked?.state, asked?.note, asked?.peer], ['rated', '차분했어요', 'bora!']);
  assert.equal((await newsOf(app, as('anna')))[0]?.what, 'peer-rated');
});

test('a rating that is sent twice counts once', async () => {
  const app = await officeApp();
  await askPeer(app, as('anna'), ask());
  await ratePeer(app, as('bora'), rate());
  const before = await cellsOf(app, [idOf('anna')]);
  assert.equal(await codeOf(ratePeer(app, as('bora'), rate({ 'C1.1': 0, 'C1.2': 0 }))), 'ok');
  assert.deepEqual(await cellsOf(app, [idOf('anna')]), before);
});

test('only fellow learners and close colleagues can be asked, and never oneself', async () => {
  const app = await officeApp();
  const tried = (change: object) => codeOf(askPeer(app, as('anna'), ask(change)));
  assert.equal(await tried({ peerId: idOf('cheolsu') }), 'peer-unknown');
  assert.equal(await tried({ peerId: idOf('anna') }), 'peer-oneself');
  assert.equal(await tried({ competencies: [] }), 'peer-competencies');
  assert.equal(await tried({ competencies: ['C9.9'] }), 'peer-competencies');
  assert.deepEqual((await peerRequestsOf(app, as('anna'))).asked, []);
});

test('a name is searched among peers only', async () => {
  const app = await officeApp();
  const found = async (words: string) =>
    (await findPeers(app, as('anna'), words)).peers.map(({ name }) => name);
  assert.deepEqual(await found(''), ['bora!']);
  assert.deepEqual(await found('BOR'), ['bora!']);
  assert.deepEqual(await found('cheolsu'), []);
});

for (const name of ['anna', 'sora', 'cheolsu', 'jun']) {
  test(`${name} can neither rate nor decline what Bora was asked`, async () => {
    const app = await officeApp();
    await askPeer(app, as('anna'), ask());
    assert.equal(await codeOf(ratePeer(app, as(name), rate())), 'not-found');
    assert.equal(await codeOf(declinePeer(app, as(name), FIRST)), 'not-found');
    const code = name === 'anna' ? 'ok' : 'not-found';
    assert.equal(await codeOf(viewPeerRequest(app, as(name), FIRST)), code);
    assert.deepEqual(await piecesOf(app, 'C1.1'), []);
  });
}

test('a peer who declines is left in peace', async () => {
  const app = await officeApp();
  await askPeer(app, as('anna'), ask());
  assert.equal(await codeOf(declinePeer(app, as('bora'), FIRST)), 'ok');
  assert.equal(await codeOf(declinePeer(app, as('bora'), FIRST)), 'ok');
  assert.equal(await codeOf(ratePeer(app, as('bora'), rate())), 'peer-request-closed');
  const again = ask({ eventId: testId(2) });
  assert.equal(await codeOf(askPeer(app, as('anna'), again)), 'peer-too-soon');
  app.clock.pass(90 * DAY_MS);
  assert.equal(await codeOf(askPeer(app, as('anna'), again)), 'ok');
});

test('a question that nobody answers lapses after thirty days', async () => {
  const app = await officeApp();
  await askPeer(app, as('anna'), ask());
  app.clock.pass(30 * DAY_MS + 1);
  assert.deepEqual((await peerRequestsOf(app, as('bora'))).waiting, []);
  assert.equal(await codeOf(ratePeer(app, as('bora'), rate())), 'peer-request-closed');
  assert.equal(await codeOf(askPeer(app, as('anna'), ask({ eventId: testId(2) }))), 'ok');
});

test('whoever asked may think better of it until there is an answer', async () => {
  const app = await officeApp();
  await askPeer(app, as('anna'), ask());
  assert.equal(await codeOf(withdrawPeerRequest(app, as('bora'), FIRST)), 'not-found');
  assert.equal(await codeOf(withdrawPeerRequest(app, as('anna'), FIRST)), 'ok');
  assert.equal(await codeOf(ratePeer(app, as('bora'), rate())), 'peer-request-closed');
});

test('asking twice with one form asks once', async () => {
  const app = await officeApp();
  await askPeer(app, as('anna'), ask());
  assert.equal(await codeOf(askPeer(app, as('anna'), ask())), 'ok');
  assert.equal((await peerRequestsOf(app, as('bora'))).waiting.length, 1);
  assert.equal(await codeOf(askPeer(app, as('bora'), ask({ peerId: idOf('anna') }))), 'event-used');
});

test('what people say of themselves stands apart and moves no level', async () => {
  const app = await officeApp();
  await keep(app, answered('a'));
  const before = await cellsOf(app, [idOf('anna')]);
  const rating = { eventId: FIRST, competency: 'C1.1', level: 4 } as const;
  assert.equal(await codeOf(rateOneself(app, as('anna'), rating)), 'ok');
  assert.equal(await codeOf(rateOneself(app, as('anna'), rating)), 'ok');
  assert.equal(await codeOf(rateOneself(app, as('bora'), rating)), 'event-used');
  assert.equal(
    await codeOf(rateOneself(app, as('anna'), { ...rating, competency: 'C9.9' })),
    'not-found',
  );
  assert.deepEqual(await cellsOf(app, [idOf('anna')]), before);
  const profile = await profileOf(app, as('anna'), idOf('anna'));
  assert.ok(profile.ok);
  assert.equal(profile.value.states.get('C1.1')?.selfRating?.level, 4);
  assert.equal((await piecesOf(app, 'C1.1')).length, 2);
});

test('a peer who thinks better of it takes the rating back, with a reason the asker reads', async () => {
  const app = await officeApp();
  assert.equal(await codeOf(askPeer(app, as('anna'), ask())), 'ok');
  const back = { requestId: FIRST, reason: '다른 사람과 헷갈렸습니다' };
  assert.equal(await codeOf(takeRatingBack(app, as('bora'), back)), 'peer-request-closed');
  assert.equal(await codeOf(ratePeer(app, as('bora'), rate())), 'ok');
  for (const other of ['anna', 'cheolsu', 'sora']) {
    assert.equal(await codeOf(takeRatingBack(app, as(other), back)), 'not-found');
  }
  const silent = { ...back, reason: ' ' };
  assert.equal(await codeOf(takeRatingBack(app, as('bora'), silent)), 'reason-required');
  assert.equal(await codeOf(takeRatingBack(app, as('bora'), back)), 'ok');
  assert.equal(await codeOf(takeRatingBack(app, as('bora'), { ...back, reason: '또' })), 'ok');
  const [only] = await piecesOf(app, 'C1.1');
  assert.equal(only?.piece.revokedReason, back.reason);
  assert.deepEqual(await cellsOf(app, [idOf('anna')]), []);
  const seen = await viewPeerRequest(app, as('anna'), FIRST);
  assert.ok(seen.ok);
  assert.deepEqual(
    seen.value.said.map(({ revokedReason }) => revokedReason),
    [back.reason],
  );
});

test('a peer with an address is told by mail, once', async () => {
  const app = await officeApp();
  assert.equal(await codeOf(askPeer(app, as('anna'), ask())), 'ok');
  assert.equal(await codeOf(askPeer(app, as('anna'), ask())), 'ok');
  const due = await takeDue(app, 10);
  assert.deepEqual(
    due.map(({ address, message }) => [address, message.template, message.params.path]),
    [['bora@example.org', 'peer-asked', `/ko/my/peers/${FIRST}`]],
  );
});
