import { and, asc, count, desc, eq, lt } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { scenarioReflection, scenarioRun, scenarioStep } from '#db/schema/scenario.ts';
import type { Instant } from '#kernel/date.ts';

export type RunRow = typeof scenarioRun.$inferSelect;
export type StepRow = typeof scenarioStep.$inferSelect;

export async function findRun(reader: Reader | Tx, runId: string): Promise<RunRow | null> {
  const [row] = await reader.select().from(scenarioRun).where(eq(scenarioRun.id, runId));
  return row ?? null;
}

export async function insertRun(tx: Tx, row: RunRow): Promise<void> {
  await tx.insert(scenarioRun).values(row);
}

/** Whether the person has ever begun this version. */
export async function hasRun(
  reader: Reader | Tx,
  { personId, scenarioId, logicHash }: Pick<RunRow, 'personId' | 'scenarioId' | 'logicHash'>,
): Promise<boolean> {
  const rows = await reader
    .select({ id: scenarioRun.id })
    .from(scenarioRun)
    .where(
      and(
        eq(scenarioRun.personId, personId),
        eq(scenarioRun.scenarioId, scenarioId),
        eq(scenarioRun.logicHash, logicHash),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Newest first. */
export async function listRunsOf(
  reader: Reader,
  personId: string,
  limit: number,
): Promise<RunRow[]> {
  return reader
    .select()
    .from(scenarioRun)
    .where(eq(scenarioRun.personId, personId))
    .orderBy(desc(scenarioRun.startedAt), desc(scenarioRun.id))
    .limit(limit);
}

/** The person's runs that took over the beginning of one of theirs, newest first. */
export async function listBranchesOf(
  reader: Reader,
  { id, personId, scenarioId }: Pick<RunRow, 'id' | 'personId' | 'scenarioId'>,
): Promise<RunRow[]> {
  return reader
    .select()
    .from(scenarioRun)
    .where(
      and(
        eq(scenarioRun.personId, personId),
        eq(scenarioRun.scenarioId, scenarioId),
        eq(scenarioRun.branchedFromRun, id),
      ),
    )
    .orderBy(desc(scenarioRun.startedAt), desc(scenarioRun.id));
}

/** In the order in which they were taken. */
export async function listSteps(reader: Reader | Tx, runId: string): Promise<StepRow[]> {
  return reader
    .select()
    .from(scenarioStep)
    .where(eq(scenarioStep.runId, runId))
    .orderBy(asc(scenarioStep.seq));
}

/** Whether the step is new: a number or an event already there keeps what it has. */
export async function insertStep(tx: Tx, row: StepRow): Promise<boolean> {
  const added = await tx
    .insert(scenarioStep)
    .values(row)
    .onConflictDoNothing()
    .returning({ seq: scenarioStep.seq });
  return added.length === 1;
}

export async function moveRun(
  tx: Tx,
  runId: string,
  changes: { lastStepAt: Instant; finishedAt?: Instant; ending?: string },
): Promise<void> {
  await tx.update(scenarioRun).set(changes).where(eq(scenarioRun.id, runId));
}

/** How often each choice was taken in first runs of a version that were finished before a moment. */
export async function tallyChoices(
  reader: Reader,
  { scenarioId, logicHash, before }: { scenarioId: string; logicHash: string; before: Instant },
): Promise<{ choiceId: string; taken: number }[]> {
  return reader
    .select({ choiceId: scenarioStep.choiceId, taken: count() })
    .from(scenarioRun)
    .innerJoin(scenarioStep, eq(scenarioStep.runId, scenarioRun.id))
    .where(
      and(
        eq(scenarioRun.scenarioId, scenarioId),
        eq(scenarioRun.logicHash, logicHash),
        eq(scenarioRun.mode, 'first'),
        lt(scenarioRun.finishedAt, before),
      ),
    )
    .groupBy(scenarioStep.choiceId);
}

/** What a person chose in their first run of a version, if they finished it before a moment. */
export async function listFirstChoices(
  reader: Reader,
  { personId, scenarioId, logicHash }: Pick<RunRow, 'personId' | 'scenarioId' | 'logicHash'>,
  before: Instant,
): Promise<string[]> {
  const rows = await reader
    .select({ choiceId: scenarioStep.choiceId })
    .from(scenarioRun)
    .innerJoin(scenarioStep, eq(scenarioStep.runId, scenarioRun.id))
    .where(
      and(
        eq(scenarioRun.personId, personId),
        eq(scenarioRun.scenarioId, scenarioId),
        eq(scenarioRun.logicHash, logicHash),
        eq(scenarioRun.mode, 'first'),
        lt(scenarioRun.finishedAt, before),
      ),
    );
  return rows.map(({ choiceId }) => choiceId);
}

export async function listReflections(
  reader: Reader,
  runId: string,
): Promise<{ question: string; answer: string }[]> {
  return reader
    .select({ question: scenarioReflection.question, answer: scenarioReflection.answer })
    .from(scenarioReflection)
    .where(eq(scenarioReflection.runId, runId));
}

export async function saveReflection(
  tx: Tx,
  row: typeof scenarioReflection.$inferInsert,
): Promise<void> {
  await tx
    .insert(scenarioReflection)
    .values(row)
    .onConflictDoUpdate({
      target: [scenarioReflection.runId, scenarioReflection.question],
      set: { answer: row.answer, at: row.at },
    });
}
