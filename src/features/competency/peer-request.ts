import type { Instant } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import type { NewEvidence } from './evidence.ts';
import type { Level } from './framework.ts';

export const PEER_COMPETENCIES = 3;
export const MESSAGE_MAX = 500;
/** How many requests one person may have open, and how many may wait at one person. */
export const ASKED_MAX = 5;
export const WAITING_MAX = 10;
/** Silence is an answer too. */
export const LAPSE_DAYS = 30;
/** Whoever declined is left in peace this long. */
export const DECLINED_DAYS = 90;

const DAY_MS = 86_400_000;

export const PEER_OUTCOMES = ['rated', 'declined', 'withdrawn'] as const;
export type PeerOutcome = (typeof PEER_OUTCOMES)[number];

export type PeerRequest = {
  readonly id: string;
  /** Who asks to be rated. */
  readonly personId: string;
  readonly peerId: string;
  readonly competencies: readonly string[];
  readonly message: string;
  readonly askedAt: Instant;
  readonly outcome: PeerOutcome | null;
  /** What the peer wrote beside the levels. */
  readonly note: string | null;
  readonly closedAt: Instant | null;
};

export type PeerRequestState = 'open' | 'lapsed' | PeerOutcome;

export function peerRequestState(request: PeerRequest, now: Instant): PeerRequestState {
  if (request.outcome !== null) return request.outcome;
  return now - request.askedAt > LAPSE_DAYS * DAY_MS ? 'lapsed' : 'open';
}

export type Asking = {
  readonly personId: string;
  readonly peerId: string;
  readonly competencies: readonly string[];
};
/** What was asked before: everything by this person, and how much waits at the peer. */
export type AskedBefore = { readonly own: readonly PeerRequest[]; readonly waitingAtPeer: number };

/**
 * Whether somebody may ask a peer. Nobody rates themselves; nobody is flooded; and the same peer says something about the
 * same competency once within its half-life, because a friend's second word adds little.
 */
export function checkAsking(
  { personId, peerId, competencies }: Asking,
  { own, waitingAtPeer }: AskedBefore,
  { now, halfLifeDays }: { now: Instant; halfLifeDays: (competency: string) => number },
): Problem | null {
  if (peerId === personId) return { code: 'peer-oneself', field: 'peer' };
  if (competencies.length === 0 || competencies.length > PEER_COMPETENCIES) {
    return { code: 'peer-competencies', field: 'competencies', values: { max: PEER_COMPETENCIES } };
  }
  const open = own.filter((request) => peerRequestState(request, now) === 'open');
  const same = own.filter((request) => request.peerId === peerId);
  if (same.some((request) => open.includes(request))) {
    return { code: 'peer-already-asked', field: 'peer' };
  }
  if (open.length >= ASKED_MAX) return { code: 'peer-asked-enough', values: { max: ASKED_MAX } };
  if (waitingAtPeer >= WAITING_MAX) return { code: 'peer-busy', field: 'peer' };
  const days = Math.max(
    0,
    ...same.map((past) => daysToWait(past, competencies, { now, halfLifeDays })),
  );
  return days === 0 ? null : { code: 'peer-too-soon', field: 'peer', values: { n: days } };
}

/** Whole days until a request like this one may be made again; 0 for now. */
function daysToWait(
  { outcome, closedAt, competencies: before }: PeerRequest,
  competencies: readonly string[],
  { now, halfLifeDays }: { now: Instant; halfLifeDays: (competency: string) => number },
): number {
  if (closedAt === null) return 0;
  const left = (days: number) => Math.max(0, Math.ceil(days - (now - closedAt) / DAY_MS));
  if (outcome === 'declined') return left(DECLINED_DAYS);
  if (outcome !== 'rated') return 0;
  const again = competencies.filter((competency) => before.includes(competency));
  return Math.max(0, ...again.map((competency) => left(halfLifeDays(competency))));
}

/** What is wrong with a peer's answer: at least one level is needed, the rest may stay unsaid. */
export function checkPeerLevels(
  { competencies }: PeerRequest,
  levels: ReadonlyMap<string, Level>,
): Problem | null {
  const said = competencies.filter((competency) => levels.has(competency));
  return said.length > 0 ? null : { code: 'peer-nothing-said', field: competencies[0] ?? '' };
}

/** The source of everything a peer says in answer to one request. */
export function peerSource(requestId: string): string {
  return `peer:${requestId}`;
}

export function evidenceOfPeer(
  { id, personId, peerId, competencies }: PeerRequest,
  levels: ReadonlyMap<string, Level>,
  occurredAt: Instant,
): NewEvidence[] {
  return competencies.flatMap((competency) => {
    const level = levels.get(competency);
    if (level === undefined) return [];
    return [
      {
        id: `${id}/${competency}`,
        personId,
        competency,
        shown: { v: 1, kind: 'peer', level, raterId: peerId },
        source: peerSource(id),
        runId: id,
        occurredAt,
      },
    ];
  });
}
