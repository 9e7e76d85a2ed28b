import { and, asc, count, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { priorClaim, priorClaimPart, priorDecision, priorDocument } from '#db/schema/prior.ts';
import type { Level } from '#features/competency/framework.ts';
import type { Instant } from '#kernel/date.ts';
import type { Claim, Claimed, ClaimedLevel, ClaimState } from './claim.ts';
import type { Decision } from './decision.ts';
import type { DocumentType } from './document.ts';

export async function insertClaim(tx: Tx, claim: Claim, bytes: Uint8Array): Promise<void> {
  const { document, claimed, ...row } = claim;
  await tx.insert(priorClaim).values({
    ...row,
    documentName: document.name,
    documentType: document.type,
    documentBytes: document.bytes,
    documentHash: document.hash,
  });
  await tx
    .insert(priorClaimPart)
    .values(claimed.map((part, position) => ({ ...part, claimId: claim.id, position })));
  await tx.insert(priorDocument).values({ claimId: claim.id, bytes: Buffer.from(bytes) });
}

export async function findClaim(db: Reader | Tx, id: string): Promise<Claim | undefined> {
  const row = await db.select().from(priorClaim).where(eq(priorClaim.id, id)).get();
  if (row === undefined) return undefined;
  return toClaim(row, (await partsOf(db, [id])).get(id) ?? []);
}

export type ClaimFilter = {
  readonly state?: ClaimState;
  /** Whose claims; null for everybody's. */
  readonly personIds: readonly string[] | null;
  /** Claims of this person are left out: nobody reviews their own. */
  readonly except?: string;
};

/** Waiting ones with the oldest first, decided ones with the newest first. */
export async function listClaims(
  db: Reader,
  filter: ClaimFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<Claim[]> {
  const order =
    filter.state === 'decided'
      ? [desc(priorClaim.decidedAt), desc(priorClaim.id)]
      : [asc(priorClaim.submittedAt), asc(priorClaim.id)];
  const rows = await db
    .select()
    .from(priorClaim)
    .where(matches(filter))
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  const parts = await partsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toClaim(row, parts.get(row.id) ?? []));
}

export async function countClaims(db: Reader | Tx, filter: ClaimFilter): Promise<number> {
  const row = await db.select({ n: count() }).from(priorClaim).where(matches(filter)).get();
  return row?.n ?? 0;
}

/** Waiting claims handed in before a moment. */
export async function countWaitingSince(db: Reader, before: Instant): Promise<number> {
  const row = await db
    .select({ n: count() })
    .from(priorClaim)
    .where(and(inState('waiting'), sql`${priorClaim.submittedAt} < ${before}`))
    .get();
  return row?.n ?? 0;
}

export async function updateClaim(
  tx: Tx,
  id: string,
  change: Partial<Pick<Claim, 'withdrawnAt' | 'decidedAt' | 'readAt'>>,
): Promise<void> {
  await tx.update(priorClaim).set(change).where(eq(priorClaim.id, id));
}

export async function findDocument(db: Reader | Tx, claimId: string): Promise<Buffer | undefined> {
  const row = await db.select().from(priorDocument).where(eq(priorDocument.claimId, claimId)).get();
  return row?.bytes;
}

export async function deleteDocument(tx: Tx, claimId: string): Promise<void> {
  await tx.delete(priorDocument).where(eq(priorDocument.claimId, claimId));
}

/** In the order they were taken. */
export async function listDecisions(db: Reader | Tx, claimId: string): Promise<Decision[]> {
  const rows = await db
    .select()
    .from(priorDecision)
    .where(eq(priorDecision.claimId, claimId))
    .orderBy(asc(priorDecision.seq));
  return rows.map(({ claimId: _, level, ...row }) => ({ ...row, level: level as Level | null })); // Written by insertDecision.
}

export async function insertDecision(
  tx: Tx,
  decision: Omit<Decision, 'seq'> & { claimId: string },
): Promise<void> {
  await tx.insert(priorDecision).values(decision);
}

function matches({ state, personIds, except }: ClaimFilter): SQL | undefined {
  return and(
    state === undefined ? undefined : inState(state),
    personIds === null
      ? undefined
      : sql`${priorClaim.personId} in (select value from json_each(${JSON.stringify(personIds)}))`,
    except === undefined ? undefined : sql`${priorClaim.personId} <> ${except}`,
  );
}

function inState(state: ClaimState): SQL | undefined {
  switch (state) {
    case 'waiting':
      return and(isNull(priorClaim.withdrawnAt), isNull(priorClaim.decidedAt));
    case 'decided':
      return and(isNull(priorClaim.withdrawnAt), isNotNull(priorClaim.decidedAt));
    case 'withdrawn':
      return isNotNull(priorClaim.withdrawnAt);
  }
}

async function partsOf(
  db: Reader | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Claimed[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(priorClaimPart)
    .where(sql`${priorClaimPart.claimId} in (select value from json_each(${JSON.stringify(ids)}))`)
    .orderBy(asc(priorClaimPart.position));
  const parts = new Map<string, Claimed[]>();
  for (const { claimId, competency, level } of rows) {
    const part = { competency, level: level as ClaimedLevel }; // Written by insertClaim.
    parts.set(claimId, [...(parts.get(claimId) ?? []), part]);
  }
  return parts;
}

function toClaim(row: typeof priorClaim.$inferSelect, claimed: readonly Claimed[]): Claim {
  const { documentName, documentType, documentBytes, documentHash, ...claim } = row;
  return {
    ...claim,
    claimed,
    document: {
      name: documentName,
      type: documentType as DocumentType, // Written by insertClaim.
      bytes: documentBytes,
      hash: documentHash,
    },
  };
}
