import { and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { levelSignature } from '#db/schema/competency.ts';
import type { Instant } from '#kernel/date.ts';
import type { Estimate } from '../estimate.ts';
import type { Level } from '../framework.ts';
import { type LevelSignature, readSignedEstimate, writeSignedEstimate } from '../signature.ts';

export async function insertSignature(
  tx: Tx,
  signature: Omit<LevelSignature, 'estimate'> & { readonly estimate: Estimate },
): Promise<void> {
  const estimate = writeSignedEstimate(signature.estimate);
  await tx.insert(levelSignature).values({ ...signature, estimate });
}

export async function findSignature(
  db: Reader | Tx,
  id: string,
): Promise<LevelSignature | undefined> {
  const [row] = await db.select().from(levelSignature).where(eq(levelSignature.id, id));
  return row && read(row);
}

/** Also those that were taken back, oldest first. */
export async function listSignaturesOf(
  db: Reader | Tx,
  personIds: readonly string[],
): Promise<LevelSignature[]> {
  const rows = await db
    .select()
    .from(levelSignature)
    .where(
      sql`${levelSignature.personId} in (select value from json_each(${JSON.stringify(personIds)}))`,
    )
    .orderBy(asc(levelSignature.signedAt));
  return rows.map(read);
}

export async function listSignaturesSince(
  db: Reader,
  personId: string,
  since: Instant,
): Promise<LevelSignature[]> {
  const isNew = or(gte(levelSignature.signedAt, since), gte(levelSignature.withdrawnAt, since));
  const rows = await db
    .select()
    .from(levelSignature)
    .where(and(eq(levelSignature.personId, personId), isNew));
  return rows.map(read);
}

export async function updateSignatureWithdrawn(
  tx: Tx,
  id: string,
  change: { withdrawnAt: Instant; withdrawnBy: string; withdrawnReason: string },
): Promise<void> {
  await tx
    .update(levelSignature)
    .set(change)
    .where(and(eq(levelSignature.id, id), isNull(levelSignature.withdrawnAt)));
}

function read(row: typeof levelSignature.$inferSelect): LevelSignature {
  return {
    ...row,
    level: row.level as Level, // Written by insertSignature.
    estimate: readSignedEstimate(row.estimate),
  };
}
