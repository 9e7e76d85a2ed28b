import type { Reader, Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import { halfLivesOf, type WithFramework } from '../framework.ts';
import { HALF_LIVES, type Model } from '../parameters.ts';
import { cellOf } from '../profile.ts';
import { type CellKey, deleteCell, listEvidenceOfCell, saveCell } from '../store.ts';
import { calibrationInForce } from './in-force.ts';

/** What evidence services ask of the app; with the framework, a competency fades at its own speed. */
export type EvidenceApp = Pick<App, 'clock' | 'db'> & Partial<WithFramework>;

/** Makes these cells again from their evidence, so that each equals what it would be had it never been anything else. */
export async function refreshCells(
  tx: Tx,
  app: Pick<App, 'db'> & Partial<WithFramework>,
  keys: readonly CellKey[],
): Promise<void> {
  const once = new Map(keys.map((key) => [`${key.personId} ${key.competency}`, key]));
  const modelOf = await models(app, tx);
  for (const { personId, competency } of once.values()) {
    const pieces = await listEvidenceOfCell(tx, personId, competency);
    const cell = cellOf({ personId, competency }, pieces, modelOf(competency));
    if (cell === null) await deleteCell(tx, personId, competency);
    else await saveCell(tx, cell);
  }
}

/** The model of each competency under the newest calibration. */
export async function models(
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
