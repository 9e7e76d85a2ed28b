import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { programmeWork } from '#db/schema/programme.ts';
import type { Instant } from '#kernel/date.ts';

/** Takes a work for a while unless somebody else holds it; says whether it was taken. */
export async function takeLease(
  tx: Tx,
  { name, holder, now, until }: { name: string; holder: string; now: Instant; until: Instant },
): Promise<boolean> {
  const taken = await tx
    .insert(programmeWork)
    .values({ name, holder, leasedUntil: until, done: '' })
    .onConflictDoUpdate({
      target: programmeWork.name,
      set: { holder, leasedUntil: until },
      setWhere: sql`${programmeWork.leasedUntil} <= ${now} or ${programmeWork.holder} = ${holder}`,
    })
    .returning({ name: programmeWork.name });
  return taken.length === 1;
}

export async function findDone(db: Reader | Tx, name: string): Promise<string | undefined> {
  const row = await db
    .select({ done: programmeWork.done })
    .from(programmeWork)
    .where(eq(programmeWork.name, name))
    .get();
  return row?.done;
}

/** Notes how far a work has come and, at its end, lets it go. */
export async function updateWork(
  tx: Tx,
  name: string,
  change: { done?: string; leasedUntil?: Instant },
): Promise<void> {
  await tx.update(programmeWork).set(change).where(eq(programmeWork.name, name));
}
