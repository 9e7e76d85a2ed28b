import { and, count, desc, eq, gte, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { peerRequest } from '#db/schema/competency.ts';
import type { Instant } from '#kernel/date.ts';
import type { PeerOutcome, PeerRequest } from '../peer-request.ts';

export async function insertPeerRequest(tx: Tx, request: PeerRequest): Promise<void> {
  const competencies = JSON.stringify(request.competencies);
  await tx.insert(peerRequest).values({ ...request, competencies });
}

export async function findPeerRequest(
  db: Reader | Tx,
  id: string,
): Promise<PeerRequest | undefined> {
  const [row] = await db.select().from(peerRequest).where(eq(peerRequest.id, id));
  return row && read(row);
}

/** What a person asked of peers, newest first. */
export async function listRequestsBy(
  db: Reader | Tx,
  personId: string,
  limit?: number,
): Promise<PeerRequest[]> {
  const query = db
    .select()
    .from(peerRequest)
    .where(eq(peerRequest.personId, personId))
    .orderBy(desc(peerRequest.askedAt));
  return (await (limit === undefined ? query : query.limit(limit))).map(read);
}

/** What waits at a peer that was asked at or after a moment, oldest first in need of an answer. */
export async function listWaitingAt(
  db: Reader | Tx,
  peerId: string,
  since: Instant,
): Promise<PeerRequest[]> {
  const rows = await db
    .select()
    .from(peerRequest)
    .where(waiting(peerId, since))
    .orderBy(peerRequest.askedAt);
  return rows.map(read);
}

export async function countWaitingAt(
  db: Reader | Tx,
  peerId: string,
  since: Instant,
): Promise<number> {
  const [row] = await db.select({ n: count() }).from(peerRequest).where(waiting(peerId, since));
  return row?.n ?? 0;
}

export async function updatePeerOutcome(
  tx: Tx,
  id: string,
  change: { outcome: PeerOutcome; note: string | null; closedAt: Instant },
): Promise<void> {
  await tx.update(peerRequest).set(change).where(eq(peerRequest.id, id));
}

function waiting(peerId: string, since: Instant) {
  return and(
    eq(peerRequest.peerId, peerId),
    isNull(peerRequest.outcome),
    gte(peerRequest.askedAt, since),
  );
}

function read(row: typeof peerRequest.$inferSelect): PeerRequest {
  return {
    ...row,
    competencies: JSON.parse(row.competencies) as string[], // Written by insertPeerRequest.
    outcome: row.outcome as PeerOutcome | null, // Written by updatePeerOutcome.
  };
}
