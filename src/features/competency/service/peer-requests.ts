import type { Tx } from '#db/client.ts';
import { namesOf, peopleOf } from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { WithCare } from '../care.ts';
import type { Evidence } from '../evidence.ts';
import { findCompetency, halfLivesOf, type Level, type WithFramework } from '../framework.ts';
import {
  checkAsking,
  checkPeerLevels,
  evidenceOfPeer,
  LAPSE_DAYS,
  MESSAGE_MAX,
  type PeerRequest,
  type PeerRequestState,
  peerRequestState,
  peerSource,
} from '../peer-request.ts';
import { readReason } from '../revocation.ts';
import {
  countWaitingAt,
  findPeerRequest,
  insertPeerRequest,
  listRequestsBy,
  listWaitingAt,
  updatePeerOutcome,
} from '../store/peer-requests.ts';
import { listBySource } from '../store/pieces.ts';
import { addEvidence } from './cells.ts';
import { revokePieces } from './revoke.ts';
import { tellOf } from './telling.ts';

type PeerApp = App & WithFramework & WithCare;
const DAY_MS = 86_400_000;
const REQUESTS_SHOWN = 50;
const FOUND_MAX = 20;

export type AskInput = {
  readonly eventId: string;
  readonly peerId: string;
  readonly competencies: readonly string[];
  readonly message: string;
};

/** Asks a fellow learner or close colleague what they have seen. The same event sent again asks once. */
export async function askPeer(
  app: PeerApp,
  actor: Actor,
  input: AskInput,
): Promise<Result<PeerRequest>> {
  const { eventId, peerId } = input;
  const competencies = [...new Set(input.competencies)];
  const { personId } = actor;
  const message = input.message.trim();
  if (message.length > MESSAGE_MAX) {
    return refuse({ code: 'too-long', field: 'message', values: { max: MESSAGE_MAX } });
  }
  if (competencies.some((id) => findCompetency(app.framework, id) === undefined)) {
    return refuse({ code: 'peer-competencies', field: 'competencies', values: { max: 3 } });
  }
  const peers = await app.care.peersOf(personId);
  const isPeer = peerId === personId || peers.includes(peerId);
  if (!isPeer) return refuse({ code: 'peer-unknown', field: 'peer' });
  const people = await peopleOf(app, [personId, peerId]);
  return app.db.write(async (tx) => {
    const kept = await findPeerRequest(tx, eventId);
    if (kept) return kept.personId === personId ? ok(kept) : refuse({ code: 'event-used' });
    const problem = await refusal(tx, app, { personId, peerId, competencies });
    if (problem) return refuse(problem);
    const request: PeerRequest = {
      id: eventId,
      personId,
      peerId,
      competencies,
      message,
      askedAt: app.clock.now(),
      outcome: null,
      note: null,
      closedAt: null,
    };
    await insertPeerRequest(tx, request);
    const by = { personId, name: people.get(personId)?.name ?? '' };
    const place = `/my/peers/${request.id}`;
    await tellOf(tx, app, 'peer-asked', { to: people.get(peerId), by, place });
    return ok(request);
  });
}

async function refusal(
  tx: Tx,
  app: PeerApp,
  asking: { personId: string; peerId: string; competencies: readonly string[] },
) {
  const own = await listRequestsBy(tx, asking.personId);
  const waitingAtPeer = await countWaitingAt(tx, asking.peerId, openSince(app));
  const halfLifeDays = (competency: string) => halfLivesOf(app.framework, competency).normal;
  return checkAsking(asking, { own, waitingAtPeer }, { now: app.clock.now(), halfLifeDays });
}

export type NamedRequest = PeerRequest & {
  readonly state: PeerRequestState;
  readonly asker: string;
  readonly peer: string;
};

/** What waits at the actor, oldest first, and what they asked of others, newest first. */
export async function peerRequestsOf(
  app: Pick<App, 'db' | 'clock'>,
  { personId }: Actor,
): Promise<{ waiting: NamedRequest[]; asked: NamedRequest[] }> {
  const waiting = await listWaitingAt(app.db.read, personId, openSince(app));
  const asked = await listRequestsBy(app.db.read, personId, REQUESTS_SHOWN);
  const named = await naming(app, [...waiting, ...asked]);
  return { waiting: waiting.map(named), asked: asked.map(named) };
}

/** A request with what the peer said, also what was revoked since. */
export type SeenRequest = NamedRequest & { readonly said: readonly Evidence[] };

/** One request, for the two it concerns. */
export async function viewPeerRequest(
  app: Pick<App, 'db' | 'clock'>,
  { personId }: Actor,
  id: string,
): Promise<Result<SeenRequest>> {
  const request = await findPeerRequest(app.db.read, id);
  if (request === undefined || ![request.personId, request.peerId].includes(personId)) {
    return refuse({ code: 'not-found' });
  }
  const pieces = await listBySource(app.db.read, request.personId, peerSource(id));
  const named = (await naming(app, [request]))(request);
  return ok({ ...named, said: pieces });
}

export type RateInput = {
  readonly requestId: string;
  /** By competency; what the peer cannot say is absent. */
  readonly levels: ReadonlyMap<string, Level>;
  readonly note: string;
};

/** The peer says what they have seen. Sent again, it changes nothing. */
export async function ratePeer(
  app: PeerApp,
  actor: Actor,
  { requestId, levels, note }: RateInput,
): Promise<Result<'rated'>> {
  if (note.length > MESSAGE_MAX) {
    return refuse({ code: 'too-long', field: 'note', values: { max: MESSAGE_MAX } });
  }
  return app.db.write(async (tx) => {
    const found = await answerable(tx, app, { actor, requestId });
    if (!found.ok) return found;
    const { request, state } = found.value;
    if (state === 'rated') return ok('rated');
    if (state !== 'open') return refuse({ code: 'peer-request-closed' });
    const problem = checkPeerLevels(request, levels);
    if (problem) return refuse(problem);
    const now = app.clock.now();
    await addEvidence(tx, app, evidenceOfPeer(request, levels, now));
    const change = { outcome: 'rated', note: note.trim() || null, closedAt: now } as const;
    await updatePeerOutcome(tx, requestId, change);
    return ok('rated');
  });
}

/** The peer would rather not; no reason is asked for. */
export async function declinePeer(
  app: PeerApp,
  actor: Actor,
  requestId: string,
): Promise<Result<'declined'>> {
  return app.db.write(async (tx) => {
    const found = await answerable(tx, app, { actor, requestId });
    if (!found.ok) return found;
    const { state } = found.value;
    if (state === 'declined') return ok('declined');
    if (state !== 'open') return refuse({ code: 'peer-request-closed' });
    const change = { outcome: 'declined', note: null, closedAt: app.clock.now() } as const;
    await updatePeerOutcome(tx, requestId, change);
    return ok('declined');
  });
}

/**
 * The peer takes back what they said, with a reason the asker reads: the evidence counts no more and stays readable. Taken
 * back again, it changes nothing.
 */
export async function takeRatingBack(
  app: PeerApp,
  actor: Actor,
  { requestId, reason }: { requestId: string; reason: string },
): Promise<Result<'taken-back'>> {
  const read = readReason(reason);
  return app.db.write(async (tx) => {
    const request = await findPeerRequest(tx, requestId);
    if (request?.peerId !== actor.personId) return refuse({ code: 'not-found' });
    if (request.outcome !== 'rated') return refuse({ code: 'peer-request-closed' });
    const pieces = await listBySource(tx, request.personId, peerSource(requestId));
    const ids = pieces.flatMap(({ id, revokedAt }) => (revokedAt === null ? [id] : []));
    if (ids.length === 0) return ok('taken-back');
    if (!read.ok) return read;
    await revokePieces(tx, app, { ids, reason: read.value, by: actor.personId });
    return ok('taken-back');
  });
}

/** Whoever asked thinks better of it while nothing has been said yet. */
export async function withdrawPeerRequest(
  app: PeerApp,
  { personId }: Actor,
  requestId: string,
): Promise<Result<'withdrawn'>> {
  return app.db.write(async (tx) => {
    const request = await findPeerRequest(tx, requestId);
    if (request === undefined || request.personId !== personId)
      return refuse({ code: 'not-found' });
    if (request.outcome === 'withdrawn') return ok('withdrawn');
    if (request.outcome !== null) return refuse({ code: 'peer-request-closed' });
    const change = { outcome: 'withdrawn', note: null, closedAt: app.clock.now() } as const;
    await updatePeerOutcome(tx, requestId, change);
    return ok('withdrawn');
  });
}

export type Peer = { readonly personId: string; readonly name: string };

/** Those the actor may ask, by a part of the name; at most twenty, and how many more there are. */
export async function findPeers(
  app: Pick<App, 'db'> & WithCare,
  { personId }: Actor,
  search: string,
): Promise<{ peers: Peer[]; more: number }> {
  const names = await namesOf(app, await app.care.peersOf(personId));
  const words = fold(search);
  const found = [...names]
    .map(([id, name]) => ({ personId: id, name }))
    .filter(({ name }) => fold(name).includes(words))
    .sort((a, b) => a.name.localeCompare(b.name, 'ko'));
  return { peers: found.slice(0, FOUND_MAX), more: Math.max(0, found.length - FOUND_MAX) };
}

const fold = (text: string) => text.normalize('NFC').trim().toLowerCase();

function openSince({ clock }: Pick<App, 'clock'>): number {
  return clock.now() - LAPSE_DAYS * DAY_MS;
}

async function answerable(
  tx: Tx,
  app: PeerApp,
  { actor, requestId }: { actor: Actor; requestId: string },
): Promise<Result<{ request: PeerRequest; state: PeerRequestState }>> {
  const request = await findPeerRequest(tx, requestId);
  if (request === undefined || request.peerId !== actor.personId)
    return refuse({ code: 'not-found' });
  return ok({ request, state: peerRequestState(request, app.clock.now()) });
}

async function naming(
  app: Pick<App, 'db' | 'clock'>,
  requests: readonly PeerRequest[],
): Promise<(request: PeerRequest) => NamedRequest> {
  const ids = requests.flatMap(({ personId, peerId }) => [personId, peerId]);
  const names = await namesOf(app, ids);
  const now = app.clock.now();
  return (request) => ({
    ...request,
    state: peerRequestState(request, now),
    asker: names.get(request.personId) ?? '',
    peer: names.get(request.peerId) ?? '',
  });
}
