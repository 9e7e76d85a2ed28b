import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { refresherPlan } from '#db/schema/refresher.ts';

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
