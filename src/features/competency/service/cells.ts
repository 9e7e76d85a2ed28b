import type { Reader, Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import type { NewEvidence } from '../evidence.ts';
import { halfLivesOf, type WithFramework } from '../framework.ts';
import { HALF_LIVES, type Model } from '../parameters.ts';
import { type Cell, cellOf } from '../profile.ts';
import {
  type CellKey,
  type CellRow,
  deleteCell,
  insertEvidence,
  listCellKeys,
  listEvidenceOfCells,
  saveCells,
} from '../store.ts';
import { calibrationInForce } from './in-force.ts';

/** What evidence services ask of the app; with the framework, a competency fades at its own speed. */
export type EvidenceApp = Pick<App, 'clock' | 'db'> & Partial<WithFramework>;

/**
 * Keeps evidence and refreshes the cells it touches, inside the caller's transaction. Evidence whose id is already there
 * changes nothing.
 */
export async function addEvidence(
  tx: Tx,
  app: EvidenceApp,
  pieces: readonly NewEvidence[],
): Promise<void> {
  const recordedAt = app.clock.now();
  await refreshCells(tx, app, await insertEvidence(tx, pieces, recordedAt));
}

/** Makes these cells again from their evidence, so that each equals what it would be had it never been anything else. */
export async function refreshCells(
  tx: Tx,
  app: Pick<App, 'db'> & Partial<WithFramework>,
  keys: readonly CellKey[],
): Promise<void> {
  if (keys.length === 0) return;
  const modelOf = await models(app, tx);
  const cells: Cell[] = [];
  for (const [personId, own] of Map.groupBy(keys, (key) => key.personId)) {
    const competencies = [...new Set(own.map(({ competency }) => competency))];
    const pieces = await listEvidenceOfCells(tx, personId, competencies);
    const byCompetency = Map.groupBy(pieces, (piece) => piece.competency);
    for (const competency of competencies) {
      const found = byCompetency.get(competency) ?? [];
      const cell = cellOf({ personId, competency }, found, modelOf(competency));
      if (cell === null) await deleteCell(tx, personId, competency);
      else cells.push(cell);
    }
  }
  await saveCells(tx, cells);
}

/** Makes all cells of these people again, for when evidence has changed hands. */
export async function refreshPeople(
  tx: Tx,
  app: Pick<App, 'db'> & Partial<WithFramework>,
  personIds: readonly string[],
): Promise<void> {
  await refreshCells(tx, app, await listCellKeys(tx, personIds));
}

/** Cells as they are kept, with how fast each fades and where it drifts to. */
export async function cellsFrom(
  app: Pick<App, 'db'> & Partial<WithFramework>,
  rows: readonly CellRow[],
): Promise<Cell[]> {
  const modelOf = await models(app, app.db.read);
  return rows.map(({ at, sums, ...row }) => {
    const { halfLives, prior } = modelOf(row.competency);
    return { ...row, accumulator: { at, sums, halfLives, prior } };
  });
}

/** The model of each competency under the newest calibration. */
export async function models(
  app: Pick<App, 'db'> & Partial<WithFramework>,
  db: Reader | Tx,
): Promise<(competency: string) => Model> {
  const { meanDifficulties, ...shared } = await calibrationInForce(app, db);
  const known = new Map<string, Model>();
  return (competency) => {
    const model = known.get(competency) ?? {
      ...shared,
      meanDifficulty: meanDifficulties.get(competency),
      halfLives: app.framework ? halfLivesOf(app.framework, competency) : HALF_LIVES,
    };
    known.set(competency, model);
    return model;
  };
}
