import type { Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Evidence, NewEvidence } from './evidence.ts';
import { allCompetencies, type WithFramework } from './framework.ts';
import { type Cell, type CompetencyState, competencyState } from './profile.ts';
import { type EvidenceApp, models, refreshCells } from './service/cells.ts';
import { insertEvidence, listCells, listEvidenceOf } from './store.ts';

export { modelsInForce, timelineFor } from './service/detail.ts';
export { rebuildCells } from './service/rebuild.ts';
export { revokeEvidence, revokePieces } from './service/revoke.ts';
export { keepWordings, type Rewording, rewordingsOf, wordingsOf } from './service/wordings.ts';

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

/** The boiled-down competencies of several people, or some of them, for a matrix. The caller has made sure that they may be seen. */
export async function cellsOf(
  app: Pick<App, 'db'> & Partial<WithFramework>,
  personIds: readonly string[],
  competencies?: readonly string[],
): Promise<Cell[]> {
  const modelOf = await models(app, app.db.read);
  const rows = await listCells(app.db.read, personIds, competencies);
  return rows.map(({ at, sums, ...row }) => {
    const { halfLives, prior } = modelOf(row.competency);
    return { ...row, accumulator: { at, sums, halfLives, prior } };
  });
}
