import { and, eq } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { refresherPlan, refresherSet } from '#db/schema/refresher.ts';

export type PlanRow = typeof refresherPlan.$inferSelect;

export async function findPlan(reader: Reader | Tx, personId: string): Promise<PlanRow | null> {
  const [row] = await reader
    .select()
    .from(refresherPlan)
    .where(eq(refresherPlan.personId, personId));
  return row ?? null;
}

export async function savePlan(tx: Tx, row: PlanRow): Promise<void> {
  await tx
    .insert(refresherPlan)
    .values(row)
    .onConflictDoUpdate({ target: refresherPlan.personId, set: { minutes: row.minutes } });
}

export async function deletePlan(tx: Tx, personId: string): Promise<void> {
  await tx.delete(refresherPlan).where(eq(refresherPlan.personId, personId));
}

/** The courses whose cards somebody has taken. */
export async function findSets(reader: Reader | Tx, personId: string): Promise<string[]> {
  const rows = await reader
    .select({ courseId: refresherSet.courseId })
    .from(refresherSet)
    .where(eq(refresherSet.personId, personId));
  return rows.map(({ courseId }) => courseId);
}

export async function saveSet(tx: Tx, row: typeof refresherSet.$inferSelect): Promise<void> {
  await tx.insert(refresherSet).values(row).onConflictDoNothing();
}

export async function deleteSet(
  tx: Tx,
  { personId, courseId }: { personId: string; courseId: string },
): Promise<void> {
  await tx
    .delete(refresherSet)
    .where(and(eq(refresherSet.personId, personId), eq(refresherSet.courseId, courseId)));
}
