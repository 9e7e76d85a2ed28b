import { and, asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { scenarioImprovementChange, scenarioRun } from '#db/schema/scenario.ts';
import { type Change, MOVES } from '../improvement.ts';

type ChangeRow = typeof scenarioImprovementChange.$inferSelect;
/** A change with whose it is and the event it came with. */
export type KeptChange = Change & { readonly personId: string; readonly eventId: string };

/** What a person did to their improvements, in order; after one run if one is named. */
export async function listChanges(
  reader: Reader | Tx,
  { personId, runId }: { personId: string; runId?: string },
): Promise<KeptChange[]> {
  const ofPerson = eq(scenarioImprovementChange.personId, personId);
  const rows = await reader
    .select()
    .from(scenarioImprovementChange)
    .where(
      runId === undefined ? ofPerson : and(ofPerson, eq(scenarioImprovementChange.runId, runId)),
    )
    .orderBy(asc(scenarioImprovementChange.seq));
  return rows.map(changeFrom);
}

export async function findChange(tx: Tx, eventId: string): Promise<KeptChange | null> {
  const [row] = await tx
    .select()
    .from(scenarioImprovementChange)
    .where(eq(scenarioImprovementChange.eventId, eventId));
  return row === undefined ? null : changeFrom(row);
}

export async function insertChange(tx: Tx, kept: KeptChange): Promise<void> {
  const { improvementId, runId, personId, eventId, act, at } = kept;
  const plan = kept.act === 'write' ? kept.plan : { what: null, owner: null, due: null };
  const row = { eventId, improvementId, runId, personId, act, at, ...plan };
  await tx.insert(scenarioImprovementChange).values(row);
}

/** Which scenario each run that a person wrote an improvement after belongs to. */
export async function scenariosImproved(
  reader: Reader,
  personId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectDistinct({ runId: scenarioRun.id, scenarioId: scenarioRun.scenarioId })
    .from(scenarioImprovementChange)
    .innerJoin(scenarioRun, eq(scenarioRun.id, scenarioImprovementChange.runId))
    .where(eq(scenarioImprovementChange.personId, personId));
  return new Map(rows.map(({ runId, scenarioId }) => [runId, scenarioId]));
}

function changeFrom(row: ChangeRow): KeptChange {
  const { improvementId, runId, personId, eventId, at, act, what, owner, due } = row;
  const kept = { improvementId, runId, personId, eventId, at };
  if (act === 'write' && what !== null && due !== null) {
    return { ...kept, act, plan: { what, owner, due } };
  }
  const move = MOVES.find((one) => one === act);
  if (move === undefined) throw new Error(`the change ${eventId} has the unknown act "${act}"`);
  return { ...kept, act: move };
}
