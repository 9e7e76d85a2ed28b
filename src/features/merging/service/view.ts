import type { Person } from '#features/identity/person.ts';
import { peopleOf } from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { MOVING, type Thing } from '../decisions.ts';
import type { Extent, Merge } from '../merge.ts';
import { countMerges, countMoved, findMerge, listMerges } from '../store.ts';

export const MERGES_PAGE = 50;

export type MergePage = {
  readonly merges: readonly Merge[];
  readonly people: ReadonlyMap<string, Person>;
  readonly page: number;
  readonly pages: number;
};

/** Every merge, newest first, 50 to a page (from 1). */
export async function listMergesFor(
  app: Pick<App, 'db'>,
  actor: Actor,
  asked = 1,
): Promise<Result<MergePage>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const pages = Math.max(1, Math.ceil((await countMerges(app.db.read)) / MERGES_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  const window = { offset: (page - 1) * MERGES_PAGE, limit: MERGES_PAGE };
  const merges = await listMerges(app.db.read, null, window);
  return ok({ merges, people: await peopleIn(app, merges), page, pages });
}

/** The merges an account had a part in. */
export async function mergesOf(
  app: Pick<App, 'db'>,
  actor: Actor,
  personId: string,
): Promise<Result<Pick<MergePage, 'merges' | 'people'>>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const merges = await listMerges(app.db.read, personId, { offset: 0, limit: MERGES_PAGE });
  return ok({ merges, people: await peopleIn(app, merges) });
}

export type SeenMerge = {
  readonly merge: Merge;
  readonly people: ReadonlyMap<string, Person>;
  readonly moved: Extent;
};

/** One merge with what it moved. Statements are not moved, so none are counted. */
export async function viewMerge(
  app: Pick<App, 'db'>,
  actor: Actor,
  mergeId: string,
): Promise<Result<SeenMerge>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const merge = await findMerge(app.db.read, mergeId);
  if (merge === undefined) return refuse({ code: 'not-found' });
  const moved = new Map<Thing, number>();
  for (const { table, column, n } of await countMoved(app.db.read, mergeId)) {
    const decision = MOVING.find((one) => one.table === table && one.column === column);
    if (decision?.thing) moved.set(decision.thing, (moved.get(decision.thing) ?? 0) + n);
  }
  return ok({ merge, moved, people: await peopleIn(app, [merge]) });
}

function peopleIn(app: Pick<App, 'db'>, merges: readonly Merge[]) {
  return peopleOf(
    app,
    merges.flatMap(({ fromId, intoId, mergedBy, undoneBy }) => [
      fromId,
      intoId,
      mergedBy,
      undoneBy ?? mergedBy,
    ]),
  );
}
