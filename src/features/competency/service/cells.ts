import type { Reader, Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import { halfLivesOf, type WithFramework } from '../framework.ts';
import { HALF_LIVES, type Model } from '../parameters.ts';
import { type Cell, cellOf } from '../profile.ts';
import { type CellKey, deleteCell, listEvidenceOfCells, saveCells } from '../store.ts';
import { calibrationInForce } from './in-force.ts';

/** What evidence services ask of the app; with the framework, a competency fades at its own speed. */
export type EvidenceApp = Pick<App, 'clock' | 'db'> & Partial<WithFramework>;

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
