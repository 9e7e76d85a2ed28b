import { and, eq, ne } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { scenarioMet } from '#db/schema/scenario.ts';

export type Meeting = typeof scenarioMet.$inferSelect;

/** Keeps that somebody has met a version in an exercise; said twice, the first time stands. */
export async function insertMet(tx: Tx, row: Meeting): Promise<void> {
  await tx.insert(scenarioMet).values(row).onConflictDoNothing();
}

/** Whether somebody has met a version in an exercise other than this run. */
export async function hasMet(
  reader: Reader | Tx,
  { personId, scenarioId, logicHash, runId }: Omit<Meeting, 'at'>,
): Promise<boolean> {
  const rows = await reader
    .select({ runId: scenarioMet.runId })
    .from(scenarioMet)
    .where(
      and(
        eq(scenarioMet.personId, personId),
        eq(scenarioMet.scenarioId, scenarioId),
        eq(scenarioMet.logicHash, logicHash),
        ne(scenarioMet.runId, runId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
