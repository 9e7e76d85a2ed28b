import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { evidence } from '#db/schema/competency.ts';
import type { Instant } from '#kernel/date.ts';
import { type Evidence, type EvidenceKind, readShown } from '../evidence.ts';

export async function findEvidence(db: Reader | Tx, id: string): Promise<Evidence | undefined> {
  const row = await db.select().from(evidence).where(eq(evidence.id, id)).get();
  if (row === undefined) return undefined;
  const { kind: _, payload, ...rest } = row;
  return { ...rest, shown: readShown(payload) };
}

export type RevokedPiece = Pick<Evidence, 'id' | 'personId' | 'competency'> & {
  readonly kind: EvidenceKind;
};

/** Marks those that are not revoked yet; answers which they were. One bound value however many ids. */
export async function markRevoked(
  tx: Tx,
  { ids, reason, at }: { ids: readonly string[]; reason: string; at: Instant },
): Promise<RevokedPiece[]> {
  const rows = await tx
    .update(evidence)
    .set({ revokedAt: at, revokedReason: reason })
    .where(
      and(
        sql`${evidence.id} in (select value from json_each(${JSON.stringify(ids)}))`,
        isNull(evidence.revokedAt),
      ),
    )
    .returning({
      id: evidence.id,
      personId: evidence.personId,
      competency: evidence.competency,
      kind: evidence.kind,
    });
  return rows.map((row) => ({ ...row, kind: row.kind as EvidenceKind })); // Written by insertEvidence.
}
