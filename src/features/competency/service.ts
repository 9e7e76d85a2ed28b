import type { Reader, Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Evidence, NewEvidence } from './evidence.ts';
import { allCompetencies, halfLivesOf, type WithFramework } from './framework.ts';
import { HALF_LIVES, type Model } from './parameters.ts';
import { type Cell, type CompetencyState, cellOf, competencyState } from './profile.ts';
import { calibrationInForce } from './service/in-force.ts';
import {
  type CellKey,
  deleteCell,
  deleteStrayCells,
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
  app: Pick<App, 'clock' | 'db'> & Partial<WithFramework>,
  pieces: readonly NewEvidence[],
): Promise<void> {
  const recordedAt = app.clock.now();
  const touched = new Map<string, NewEvidence>();
  for (const piece of pieces) {
    if (await insertEvidence(tx, piece, recordedAt)) {
      touched.set(`${piece.personId} ${piece.competency}`, piece);
    }
  }
  const modelOf = await models(app, tx);
  for (const { personId, competency } of touched.values()) {
    await refreshCell(tx, { personId, competency }, modelOf(competency));
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
  const modelOf = await models(app, app.db.read);
  const states = new Map(
    allCompetencies(app.framework).map(({ id }) => [
      id,
      competencyState(byCompetency.get(id) ?? [], now, modelOf(id)),
    ]),
  );
  return ok({ personId, states });
}

/** The boiled-down competencies of several people, for a matrix. The caller has made sure that they may be seen. */
export async function cellsOf(
  app: Pick<App, 'db'> & Partial<WithFramework>,
  personIds: readonly string[],
): Promise<Cell[]> {
  const modelOf = await models(app, app.db.read);
  const rows = await listCells(app.db.read, personIds);
  return rows.map(({ at, sums, ...row }) => {
    const { halfLives, prior } = modelOf(row.competency);
    return { ...row, accumulator: { at, sums, halfLives, prior } };
  });
}

const REBUILD_BATCH = 200;

/** Makes every cell again from the evidence; answers how many there are. Safe to run beside a working server. */
export async function rebuildCells(app: Pick<App, 'db'> & Partial<WithFramework>): Promise<number> {
  const modelOf = await models(app, app.db.read);
  let rebuilt = 0;
  let after = { personId: '', competency: '' };
  for (;;) {
    const keys = await listCellKeysAfter(app.db.read, after, REBUILD_BATCH);
    const last = keys.at(-1);
    if (last === undefined) break;
    await app.db.write(async (tx) => {
      for (const key of keys) await refreshCell(tx, key, modelOf(key.competency));
    });
    rebuilt += keys.length;
    after = last;
  }
  await app.db.write(deleteStrayCells);
  return rebuilt;
}

async function refreshCell(tx: Tx, key: CellKey, model: Model): Promise<void> {
  const pieces = await listEvidenceOfCell(tx, key.personId, key.competency);
  const cell = cellOf(key, pieces, model);
  if (cell === null) await deleteCell(tx, key.personId, key.competency);
  else await saveCell(tx, cell);
}

/** The model of each competency under the newest calibration. */
async function models(
  app: Pick<App, 'db'> & Partial<WithFramework>,
  db: Reader | Tx,
): Promise<(competency: string) => Model> {
  const calibration = await calibrationInForce(app, db);
  const known = new Map<string, Model>();
  return (competency) => {
    const model = known.get(competency) ?? {
      ...calibration,
      halfLives: app.framework ? halfLivesOf(app.framework, competency) : HALF_LIVES,
    };
    known.set(competency, model);
    return model;
  };
}
