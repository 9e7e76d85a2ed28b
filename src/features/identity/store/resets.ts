import { and, eq, isNull, lte } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { passwordReset } from '#db/schema/identity.ts';
import type { Instant } from '#kernel/date.ts';

export type ResetRow = typeof passwordReset.$inferSelect;

export async function insertReset(tx: Tx, row: typeof passwordReset.$inferInsert): Promise<void> {
  await tx.insert(passwordReset).values(row);
}

export async function findReset(
  reader: Reader | Tx,
  tokenHash: string,
): Promise<ResetRow | undefined> {
  return reader.select().from(passwordReset).where(eq(passwordReset.tokenHash, tokenHash)).get();
}

/** One use ends every open link of the person, not only the one that was followed. */
export async function closeResets(tx: Tx, personId: string, usedAt: Instant): Promise<void> {
  await tx
    .update(passwordReset)
    .set({ usedAt })
    .where(and(eq(passwordReset.personId, personId), isNull(passwordReset.usedAt)));
}

export async function deleteResetsExpiredBy(tx: Tx, instant: Instant): Promise<void> {
  await tx.delete(passwordReset).where(lte(passwordReset.expiresAt, instant));
}
