import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { scenarioPlayer, scenarioRun, scenarioStep } from '#db/schema/scenario.ts';
import type { Instant } from '#kernel/date.ts';

export type RunRow = typeof scenarioRun.$inferSelect;
export type PlayerRow = typeof scenarioPlayer.$inferSelect;
export type StepRow = typeof scenarioStep.$inferSelect;
/** A run and one person's place in it. */
export type SeatedRow = { readonly run: RunRow; readonly player: PlayerRow };

export async function findRun(reader: Reader | Tx, runId: string): Promise<RunRow | null> {
  const [row] = await reader.select().from(scenarioRun).where(eq(scenarioRun.id, runId));
  return row ?? null;
}

export async function findRunByCode(reader: Reader | Tx, code: string): Promise<RunRow | null> {
  const [row] = await reader.select().from(scenarioRun).where(eq(scenarioRun.code, code));
  return row ?? null;
}

export async function insertRun(tx: Tx, row: RunRow): Promise<void> {
  await tx.insert(scenarioRun).values(row);
}

export async function changeRun(
  tx: Tx,
  runId: string,
  changes: Partial<
    Pick<
      RunRow,
      | 'hostId'
      | 'code'
      | 'begunAt'
      | 'calledOffAt'
      | 'lastStepAt'
      | 'finishedAt'
      | 'ending'
      | 'branchedFromSeq'
    >
  >,
): Promise<void> {
  await tx.update(scenarioRun).set(changes).where(eq(scenarioRun.id, runId));
}

/** A run with the place this person has in it; null when they have none. */
export async function findSeated(
  db: Reader | Tx,
  runId: string,
  personId: string,
): Promise<SeatedRow | null> {
  const question = 'rollback' in db ? seatedIn(db) : askSeated(db);
  const [row] = await question.execute({ runId, personId });
  return row ?? null;
}

// Asked once or twice in every request to a run: putting it together costs as much as its answer. A transaction lives too
// short for it.
const questions = new WeakMap<Reader, ReturnType<typeof seatedIn>>();

function askSeated(reader: Reader): ReturnType<typeof seatedIn> {
  const question = questions.get(reader) ?? seatedIn(reader);
  questions.set(reader, question);
  return question;
}

function seatedIn(db: Reader | Tx) {
  return db
    .select({ run: scenarioRun, player: scenarioPlayer })
    .from(scenarioPlayer)
    .innerJoin(scenarioRun, eq(scenarioRun.id, scenarioPlayer.runId))
    .where(
      and(
        eq(scenarioPlayer.runId, sql.placeholder('runId')),
        eq(scenarioPlayer.personId, sql.placeholder('personId')),
      ),
    )
    .prepare();
}

/** In the order in which they came. */
export async function listPlayers(
  reader: Reader | Tx,
  runIds: readonly string[],
): Promise<PlayerRow[]> {
  if (runIds.length === 0) return [];
  return reader
    .select()
    .from(scenarioPlayer)
    .where(inArray(scenarioPlayer.runId, [...runIds]))
    .orderBy(asc(scenarioPlayer.joinedAt), asc(scenarioPlayer.seat));
}

export async function insertPlayer(tx: Tx, row: PlayerRow): Promise<void> {
  await tx.insert(scenarioPlayer).values(row);
}

export async function changePlayer(
  tx: Tx,
  { runId, personId }: Pick<PlayerRow, 'runId' | 'personId'>,
  changes: Partial<
    Pick<PlayerRow, 'seat' | 'mode' | 'heardAt' | 'leftAt' | 'paceMinutes' | 'paceSince'>
  >,
): Promise<void> {
  await tx
    .update(scenarioPlayer)
    .set(changes)
    .where(and(eq(scenarioPlayer.runId, runId), eq(scenarioPlayer.personId, personId)));
}

export async function deletePlayer(
  tx: Tx,
  { runId, personId }: Pick<PlayerRow, 'runId' | 'personId'>,
): Promise<void> {
  await tx
    .delete(scenarioPlayer)
    .where(and(eq(scenarioPlayer.runId, runId), eq(scenarioPlayer.personId, personId)));
}

/** Whether the person has ever begun this version, in whatever seat. */
export async function hasRun(
  reader: Reader | Tx,
  {
    personId,
    scenarioId,
    logicHash,
  }: Pick<PlayerRow, 'personId'> & Pick<RunRow, 'scenarioId' | 'logicHash'>,
): Promise<boolean> {
  const rows = await reader
    .select({ id: scenarioRun.id })
    .from(scenarioPlayer)
    .innerJoin(scenarioRun, eq(scenarioRun.id, scenarioPlayer.runId))
    .where(
      and(
        eq(scenarioPlayer.personId, personId),
        eq(scenarioRun.scenarioId, scenarioId),
        eq(scenarioRun.logicHash, logicHash),
        isNotNull(scenarioRun.begunAt),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Newest first; those called off are left out, and those played in front of a group, which stand with it. */
export async function listRunsOf(
  reader: Reader,
  personId: string,
  limit: number,
): Promise<SeatedRow[]> {
  return reader
    .select({ run: scenarioRun, player: scenarioPlayer })
    .from(scenarioPlayer)
    .innerJoin(scenarioRun, eq(scenarioRun.id, scenarioPlayer.runId))
    .where(
      and(
        eq(scenarioPlayer.personId, personId),
        isNull(scenarioRun.calledOffAt),
        ne(scenarioRun.kind, 'exercise'),
      ),
    )
    .orderBy(desc(scenarioPlayer.joinedAt), desc(scenarioRun.id))
    .limit(limit);
}

/** The person's runs that took over the beginning of one of theirs, newest first. */
export async function listBranchesOf(
  reader: Reader,
  { id, personId }: Pick<RunRow, 'id'> & Pick<PlayerRow, 'personId'>,
): Promise<RunRow[]> {
  const rows = await reader
    .select({ run: scenarioRun })
    .from(scenarioPlayer)
    .innerJoin(scenarioRun, eq(scenarioRun.id, scenarioPlayer.runId))
    .where(and(eq(scenarioPlayer.personId, personId), eq(scenarioRun.branchedFromRun, id)))
    .orderBy(desc(scenarioRun.startedAt), desc(scenarioRun.id));
  return rows.map(({ run }) => run);
}

/** In the order in which they were taken. */
export async function listSteps(reader: Reader | Tx, runId: string): Promise<StepRow[]> {
  return reader
    .select()
    .from(scenarioStep)
    .where(eq(scenarioStep.runId, runId))
    .orderBy(asc(scenarioStep.seq));
}

/** What was decided, in order: all that playing a run again needs. */
export async function listDecisions(
  reader: Reader | Tx,
  runId: string,
): Promise<Pick<StepRow, 'choiceId'>[]> {
  return reader
    .select({ choiceId: scenarioStep.choiceId })
    .from(scenarioStep)
    .where(eq(scenarioStep.runId, runId))
    .orderBy(asc(scenarioStep.seq));
}

export async function countSteps(reader: Reader | Tx, runId: string): Promise<number> {
  const [row] = await reader
    .select({ n: count() })
    .from(scenarioStep)
    .where(eq(scenarioStep.runId, runId));
  return row?.n ?? 0;
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

/** How often people took each choice themselves in first runs of a version that were finished before a moment. */
export async function tallyChoices(
  reader: Reader,
  { scenarioId, logicHash, before }: { scenarioId: string; logicHash: string; before: Instant },
): Promise<{ choiceId: string; taken: number }[]> {
  return reader
    .select({ choiceId: scenarioStep.choiceId, taken: count() })
    .from(scenarioRun)
    .innerJoin(scenarioPlayer, eq(scenarioPlayer.runId, scenarioRun.id))
    .innerJoin(
      scenarioStep,
      and(
        eq(scenarioStep.runId, scenarioRun.id),
        eq(scenarioStep.personId, scenarioPlayer.personId),
      ),
    )
    .where(
      and(
        eq(scenarioRun.scenarioId, scenarioId),
        eq(scenarioRun.logicHash, logicHash),
        eq(scenarioPlayer.mode, 'first'),
        lt(scenarioRun.finishedAt, before),
      ),
    )
    .groupBy(scenarioStep.choiceId);
}

/** What a person chose themselves in their first run of a version, if it was finished before a moment. */
export async function listFirstChoices(
  reader: Reader,
  {
    personId,
    scenarioId,
    logicHash,
  }: Pick<PlayerRow, 'personId'> & Pick<RunRow, 'scenarioId' | 'logicHash'>,
  before: Instant,
): Promise<string[]> {
  const rows = await reader
    .select({ choiceId: scenarioStep.choiceId })
    .from(scenarioPlayer)
    .innerJoin(scenarioRun, eq(scenarioRun.id, scenarioPlayer.runId))
    .innerJoin(scenarioStep, eq(scenarioStep.runId, scenarioRun.id))
    .where(
      and(
        eq(scenarioPlayer.personId, personId),
        eq(scenarioPlayer.mode, 'first'),
        eq(scenarioStep.personId, personId),
        eq(scenarioRun.scenarioId, scenarioId),
        eq(scenarioRun.logicHash, logicHash),
        lt(scenarioRun.finishedAt, before),
      ),
    );
  return rows.map(({ choiceId }) => choiceId);
}
