import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  beginTogether,
  findByCode,
  gather,
  joinRun,
  leaveLobby,
  listRuns,
  positionOf,
  startRun,
  viewInvitation,
  viewLobby,
  viewRun,
} from '#features/scenario/service.ts';
import { listPlayers, listSteps } from '#features/scenario/store.ts';
import type { Actor } from '#kernel/rights.ts';
import { testId } from '#tests/support/app.ts';
import { addPerson, codeOf } from '#tests/support/people.ts';
import { accepted, newEvent, type PlayApp, playApp } from '#tests/support/runs.ts';
import { draftOf, fixtureOf } from '#tests/support/scenarios.ts';
import { begun, gathered } from '#tests/support/together.ts';

const ANNA: Actor = { personId: testId(900_001), roles: ['civil-servant'] };
const BORA: Actor = { personId: testId(900_002), roles: ['resident'] };
const CHUL: Actor = { personId: testId(900_003), roles: ['trainer', 'administrator'] };
const HOST = { actor: ANNA, seat: 'official' } as const;
const GUEST = { actor: BORA, seat: 'resident' } as const;

const twoSeats = () => playApp(fixtureOf('two-seats'));

async function seatsOf(app: PlayApp, runId: string): Promise<Record<string, string>> {
  const players = await listPlayers(app.db.read, [runId]);
  return Object.fromEntries(players.map(({ seat, personId }) => [seat, personId]));
}

async function lobbyFor(app: PlayApp, actor: Actor, runId: string) {
  return accepted(await viewLobby(app, actor, runId, 'en'));
}

test('a host gathers people by a link and each sees who has come and their own brief alone', async () => {
  const app = await twoSeats();
  const host = await addPerson(app, { login: 'anna', name: 'Anna' });
  const guest = await addPerson(app, { login: 'bora', name: 'Bora' });
  const opening = { eventId: newEvent(), scenarioId: 'two-seats', seat: 'official' } as const;
  const { runId } = accepted(await gather(app, host, opening));
  const lobby = await lobbyFor(app, host, runId);
  assert.deepEqual(
    lobby.seats.map(({ seat, name, isOwn, isHost }) => [seat, name, isOwn, isHost]),
    [
      ['official', 'Anna', true, true],
      ['resident', null, false, false],
    ],
  );
  assert.match(lobby.code ?? '', /^\d{6}$/);
  const invited = { runId, key: lobby.key };
  const invitation = accepted(await viewInvitation(app, guest, invited, 'en'));
  assert.equal(invitation.brief, null);
  accepted(await joinRun(app, guest, { ...invited, seat: 'resident' }));
  const theirs = await lobbyFor(app, guest, runId);
  assert.equal(theirs.brief?.label, 'Before you start, on Maple Street');
  assert.equal(theirs.isHost, false);
  assert.equal((await lobbyFor(app, host, runId)).seats[1]?.name, 'Bora');
});

test('a code, typed with or without spaces, leads to the run until it begins', async () => {
  const app = await twoSeats();
  const runId = await gathered(app, [HOST]);
  const { code, key } = await lobbyFor(app, ANNA, runId);
  const typed = `${code?.slice(0, 3)} ${code?.slice(3)}`;
  assert.deepEqual(accepted(await findByCode(app, BORA, typed)), { runId, key });
  const [first = '0'] = code ?? '';
  const wrong = `${(Number(first) + 1) % 10}${code?.slice(1)}`;
  assert.equal(await codeOf(findByCode(app, BORA, wrong)), 'code-unknown');
  assert.equal(await codeOf(findByCode(app, BORA, '')), 'code-unknown');
  accepted(await beginTogether(app, ANNA, runId));
  assert.equal(await codeOf(findByCode(app, BORA, typed)), 'code-unknown');
});

test('guessing codes is stopped after a few tries, for that person alone', async () => {
  const app = await twoSeats();
  const runId = await gathered(app, [HOST]);
  const { code } = await lobbyFor(app, ANNA, runId);
  const outcomes: string[] = [];
  for (let tries = 0; tries < 25; tries += 1) {
    outcomes.push(await codeOf(findByCode(app, CHUL, '12')));
  }
  assert.deepEqual(new Set(outcomes), new Set(['code-unknown', 'too-many-tries']));
  assert.equal(await codeOf(findByCode(app, CHUL, code ?? '')), 'too-many-tries');
  assert.equal(await codeOf(findByCode(app, BORA, code ?? '')), 'ok');
});

test('whoever was not invited finds nothing, whatever their role', async () => {
  const app = await twoSeats();
  const runId = await gathered(app, [HOST]);
  const other = await gathered(app, [GUEST]);
  const { key } = await lobbyFor(app, BORA, other);
  const forged = { runId, key };
  for (const actor of [BORA, CHUL]) {
    assert.equal(await codeOf(viewLobby(app, actor, runId, 'ko')), 'run-unknown');
    assert.equal(await codeOf(viewInvitation(app, actor, forged, 'ko')), 'run-unknown');
    assert.equal(await codeOf(joinRun(app, actor, { ...forged, seat: 'resident' })), 'run-unknown');
    assert.equal(await codeOf(beginTogether(app, actor, runId)), 'run-unknown');
    assert.equal(await codeOf(leaveLobby(app, actor, runId)), 'run-unknown');
    assert.equal(await codeOf(positionOf(app, actor, runId)), 'run-unknown');
    assert.equal(await codeOf(viewRun(app, actor, runId, 'ko')), 'run-unknown');
  }
  assert.deepEqual(await seatsOf(app, runId), { official: ANNA.personId });
});

test('nobody takes a seat that is taken, that does not exist, or two at once', async () => {
  const app = await playApp(fixtureOf('three-seats'));
  const runId = await gathered(app, [HOST, GUEST]);
  const { key } = await lobbyFor(app, ANNA, runId);
  const take = (actor: Actor, seat: 'official' | 'resident' | 'partner') =>
    codeOf(joinRun(app, actor, { runId, key, seat }));
  assert.equal(await take(CHUL, 'resident'), 'seat-taken');
  assert.equal(await take(BORA, 'resident'), 'ok');
  assert.equal(await take(BORA, 'partner'), 'ok');
  assert.deepEqual(await seatsOf(app, runId), {
    official: ANNA.personId,
    partner: BORA.personId,
  });
  const two = await twoSeats();
  const small = await gathered(two, [HOST]);
  const { key: smallKey } = await lobbyFor(two, ANNA, small);
  const nowhere = { runId: small, key: smallKey, seat: 'partner' } as const;
  assert.equal(await codeOf(joinRun(two, BORA, nowhere)), 'seat-unknown');
});

test('of two people who want one seat at the same instant one gets it and the other is told', async () => {
  const app = await twoSeats();
  const runId = await gathered(app, [HOST]);
  const { key } = await lobbyFor(app, ANNA, runId);
  const wish = { runId, key, seat: 'resident' } as const;
  const codes = await Promise.all([BORA, CHUL].map((actor) => codeOf(joinRun(app, actor, wish))));
  assert.deepEqual(codes.toSorted(), ['ok', 'seat-taken']);
  const again = await Promise.all([joinRun(app, BORA, wish), joinRun(app, BORA, wish)]);
  assert.equal(again.filter(({ ok }) => ok).length, codes[0] === 'ok' ? 2 : 0);
});

test('only the host lets it begin, twice is once, and nobody joins after that', async () => {
  const app = await playApp(fixtureOf('three-seats'));
  const runId = await gathered(app, [HOST, GUEST]);
  const { key } = await lobbyFor(app, ANNA, runId);
  assert.equal(await codeOf(viewRun(app, ANNA, runId, 'ko')), 'run-not-begun');
  assert.equal(await codeOf(beginTogether(app, BORA, runId)), 'host-only');
  await Promise.all([beginTogether(app, ANNA, runId), beginTogether(app, ANNA, runId)]);
  const steps = await listSteps(app.db.read, runId);
  assert.deepEqual(
    steps.map(({ seq, personId }) => [seq, personId]),
    steps.map((_, seq) => [seq, null]),
  );
  assert.equal(await codeOf(joinRun(app, CHUL, { runId, key, seat: 'partner' })), 'run-begun');
  assert.equal(await codeOf(joinRun(app, BORA, { runId, key, seat: 'partner' })), 'run-begun');
  assert.equal(await codeOf(joinRun(app, BORA, { runId, key, seat: 'resident' })), 'ok');
  assert.equal(await codeOf(leaveLobby(app, BORA, runId)), 'run-begun');
  assert.equal(accepted(await viewRun(app, BORA, runId, 'ko')).seat, 'resident');
});

test('before it begins a guest gives the seat back and the host calls it off', async () => {
  const app = await twoSeats();
  const runId = await gathered(app, [HOST, GUEST]);
  const { key } = await lobbyFor(app, ANNA, runId);
  assert.equal(accepted(await leaveLobby(app, BORA, runId)), 'left');
  assert.deepEqual(await seatsOf(app, runId), { official: ANNA.personId });
  accepted(await joinRun(app, BORA, { runId, key, seat: 'resident' }));
  assert.equal(accepted(await leaveLobby(app, ANNA, runId)), 'called-off');
  assert.equal((await lobbyFor(app, BORA, runId)).state, 'called-off');
  assert.equal(await codeOf(beginTogether(app, ANNA, runId)), 'run-called-off');
  assert.equal(
    await codeOf(joinRun(app, CHUL, { runId, key, seat: 'resident' })),
    'run-called-off',
  );
  assert.deepEqual(await listRuns(app, BORA), []);
});

test('a run that was called off takes nothing from the first run', async () => {
  const app = await twoSeats();
  const off = await gathered(app, [HOST]);
  accepted(await leaveLobby(app, ANNA, off));
  const { runId } = accepted(
    await startRun(app, ANNA, { eventId: newEvent(), scenarioId: 'two-seats' }),
  );
  assert.equal(accepted(await viewRun(app, ANNA, runId, 'ko')).mode, 'first');
});

test('what counts as the first run is settled when play begins', async () => {
  const app = await twoSeats();
  const gathering = await gathered(app, [HOST, GUEST]);
  accepted(await startRun(app, BORA, { eventId: newEvent(), scenarioId: 'two-seats' }));
  accepted(await beginTogether(app, ANNA, gathering));
  assert.equal(accepted(await viewRun(app, ANNA, gathering, 'ko')).mode, 'first');
  assert.equal(accepted(await viewRun(app, BORA, gathering, 'ko')).mode, 'practice');
  const later = await begun(app, [HOST, GUEST]);
  assert.equal(accepted(await viewRun(app, ANNA, later, 'ko')).mode, 'practice');
});

test('opening twice with one event opens one run, and one seat is nothing to gather for', async () => {
  const app = await twoSeats();
  const opening = { eventId: newEvent(), scenarioId: 'two-seats', seat: 'resident' } as const;
  const [one, two] = await Promise.all([gather(app, ANNA, opening), gather(app, ANNA, opening)]);
  assert.deepEqual(one, two);
  assert.equal((await listRuns(app, ANNA)).length, 1);
  assert.equal(await codeOf(gather(app, BORA, opening)), 'event-used');
  assert.equal(await codeOf(startRun(app, ANNA, opening)), 'event-used');
  const alone = await playApp(draftOf('heatwave-closure'));
  const single = { eventId: newEvent(), scenarioId: 'heatwave-closure' };
  assert.equal(await codeOf(gather(alone, ANNA, single)), 'one-seat');
  assert.equal(
    await codeOf(startRun(alone, ANNA, { ...single, seat: 'resident' })),
    'seat-unknown',
  );
});

test('a page that waits is told when somebody comes, goes, or it begins', async () => {
  const app = await playApp(fixtureOf('three-seats'));
  const runId = await gathered(app, [HOST]);
  const { key } = await lobbyFor(app, ANNA, runId);
  const position = async () => accepted(await positionOf(app, ANNA, runId)).position;
  const seen = [await position()];
  assert.equal(await position(), seen[0]);
  accepted(await joinRun(app, BORA, { runId, key, seat: 'resident' }));
  seen.push(await position());
  accepted(await joinRun(app, BORA, { runId, key, seat: 'partner' }));
  seen.push(await position());
  accepted(await beginTogether(app, ANNA, runId));
  seen.push(await position());
  assert.equal(new Set(seen).size, 4, seen.join(' | '));
});
