import type { Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Evidence, NewEvidence } from './evidence.ts';
import { allCompetencies, type WithFramework } from './framework.ts';
import { type Cell, type CompetencyState, cellOf, competencyState } from './profile.ts';
import {
  deleteAllCells,
  deleteCell,
  insertEvidence,
  listCellKeysAfter,
  listCells,
  listEvidenceOf,
  listEvidenceOfCell,
  saveCell,
} from './store.ts';

/**
 * Keeps evidence and refreshes the cells it touches, inside the caller's transaction. Evidence whose id is already there
 * changes nothing.
 */
export async function addEvidence(
  tx: Tx,
  app: Pick<App, 'clock'>,
  pieces: readonly NewEvidence[],
): Promise<void> {
  const recordedAt = app.clock.now();
  const touched = new Map<string, NewEvidence>();
  for (const piece of pieces) {
    if (await insertEvidence(tx, piece, recordedAt)) {
      touched.set(`${piece.personId} ${piece.competency}`, piece);
    }
  }
  for (const { personId, competency } of touched.values()) {
    await refreshCell(tx, personId, competency);
  }
}

export type Profile = {
  readonly personId: string;
  /** Every competency of the framework, in its order, also those nothing is known of. */
  readonly states: ReadonlyMap<string, CompetencyState>;
};

/** Where a person stands in every competency, with the evidence behind it. For themselves, their trainers, administrators. */
export async function profileOf(
  app: App & WithFramework,
  actor: Actor,
  personId: string,
  trainers: readonly string[] = [],
): Promise<Result<Profile>> {
  if (!may(actor, 'see-record', { owner: personId, trainers })) {
    return refuse({ code: 'not-allowed' });
  }
  const pieces = await listEvidenceOf(app.db.read, personId);
  const byCompetency = Map.groupBy(pieces, (piece: Evidence) => piece.competency);
  const now = app.clock.now();
  const states = new Map(
    allCompetencies(app.framework).map(({ id }) => [
      id,
      competencyState(byCompetency.get(id) ?? [], now),
    ]),
  );
  return ok({ personId, states });
}

/** The boiled-down competencies of several people, for a matrix. The caller has made sure that they may be seen. */
export function cellsOf(app: Pick<App, 'db'>, personIds: readonly string[]): Promise<Cell[]> {
  return listCells(app.db.read, personIds);
}

const REBUILD_BATCH = 200;

/** Makes every cell again from the evidence; answers how many there are. Safe to run beside a working server. */
export async function rebuildCells(app: Pick<App, 'db'>): Promise<number> {
  await app.db.write(deleteAllCells);
  let rebuilt = 0;
  let after = { personId: '', competency: '' };
  for (;;) {
    const keys = await listCellKeysAfter(app.db.read, after, REBUILD_BATCH);
    const last = keys.at(-1);
    if (last === undefined) return rebuilt;
    await app.db.write(async (tx) => {
      for (const { personId, competency } of keys) await refreshCell(tx, personId, competency);
    });
    rebuilt += keys.length;
    after = last;
  }
}

async function refreshCell(tx: Tx, personId: string, competency: string): Promise<void> {
  const pieces = await listEvidenceOfCell(tx, personId, competency);
  const cell = cellOf({ personId, competency }, pieces);
  if (cell === null) await deleteCell(tx, personId, competency);
  else await saveCell(tx, cell);
}
