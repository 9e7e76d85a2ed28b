import { and, eq } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { scenarioReflection } from '#db/schema/scenario.ts';

type Whose = { readonly runId: string; readonly personId: string };

export async function listReflections(
  reader: Reader,
  { runId, personId }: Whose,
): Promise<{ question: string; answer: string }[]> {
  return reader
    .select({ question: scenarioReflection.question, answer: scenarioReflection.answer })
    .from(scenarioReflection)
    .where(and(eq(scenarioReflection.runId, runId), eq(scenarioReflection.personId, personId)));
}

export async function saveReflection(
  tx: Tx,
  row: typeof scenarioReflection.$inferInsert,
): Promise<void> {
  await tx
    .insert(scenarioReflection)
    .values(row)
    .onConflictDoUpdate({
      target: [scenarioReflection.runId, scenarioReflection.personId, scenarioReflection.question],
      set: { answer: row.answer, at: row.at },
    });
}
