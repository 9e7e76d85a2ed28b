import { namesOf } from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { BulkAct, LeftReason, Line, LineState } from '../act.ts';
import { countActs, findAct, listActs as listStored } from '../store/acts.ts';
import { countLines, listNamed } from '../store/lines.ts';

export const LINES_PAGE = 50;
export const ACTS_PAGE = 30;

export type Counts = {
  readonly by: Readonly<Record<LineState, number>>;
  /** Why people were left as they are, by reason. */
  readonly left: ReadonlyMap<LeftReason, number>;
};
export type ListedAct = BulkAct & {
  readonly counts: Counts;
  /** Who prepared, confirmed and undid it. */
  readonly names: ReadonlyMap<string, string>;
};
export type NamedLine = Line & { readonly name: string; readonly login: string };

/** Which lines: those that change or changed, those left as they are, or those not taken back. */
export const LINE_VIEWS = ['changes', 'left', 'kept'] as const;
export type LineView = (typeof LINE_VIEWS)[number];
const STATES_OF: Readonly<Record<LineView, readonly LineState[]>> = {
  changes: ['open', 'applied', 'undone'],
  left: ['left'],
  kept: ['kept'],
};

export type SeenAct = {
  readonly act: ListedAct;
  readonly view: LineView;
  readonly lines: readonly NamedLine[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** One act with a page of its lines (from 1), by name. Without a view, the first that has lines. */
export async function viewAct(
  app: App,
  actor: Actor,
  { actId, view, page = 1 }: { actId: string; view?: LineView | undefined; page?: number },
): Promise<Result<SeenAct>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const found = await findAct(app.db.read, actId);
  const [act] = found ? await told(app, [found]) : [];
  if (act === undefined) return refuse({ code: 'not-found' });
  const countOf = (one: LineView) =>
    STATES_OF[one].reduce((sum, state) => sum + act.counts.by[state], 0);
  const shown = view ?? LINE_VIEWS.find((one) => countOf(one) > 0) ?? 'changes';
  const total = countOf(shown);
  const pages = Math.max(1, Math.ceil(total / LINES_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const window = { offset: (at - 1) * LINES_PAGE, limit: LINES_PAGE };
  const lines = await listNamed(app.db.read, actId, { states: STATES_OF[shown], ...window });
  return ok({ act, view: shown, lines, total, page: at, pages });
}

/** Every act, the latest prepared first, 30 to a page (from 1). */
export async function listActs(
  app: App,
  actor: Actor,
  page: number,
): Promise<Result<{ acts: ListedAct[]; total: number; page: number; pages: number }>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const total = await countActs(app.db.read);
  const pages = Math.max(1, Math.ceil(total / ACTS_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const window = { offset: (at - 1) * ACTS_PAGE, limit: ACTS_PAGE };
  const acts = await told(app, await listStored(app.db.read, window));
  return ok({ acts, total, page: at, pages });
}

async function told(app: App, acts: readonly BulkAct[]): Promise<ListedAct[]> {
  const people = acts.flatMap(({ preparedBy, confirmedBy, undoneBy }) =>
    [preparedBy, confirmedBy, undoneBy].filter((id) => id !== null),
  );
  const names = await namesOf(app, [...new Set(people)]);
  const ids = acts.map(({ id }) => id);
  const counted = ids.length === 0 ? [] : await countLines(app.db.read, ids);
  return acts.map((act) => {
    const by = { open: 0, applied: 0, undone: 0, left: 0, kept: 0 };
    const left = new Map<LeftReason, number>();
    for (const one of counted.filter(({ actId }) => actId === act.id)) {
      by[one.state] += one.n;
      if (one.left !== null) left.set(one.left, (left.get(one.left) ?? 0) + one.n);
    }
    return { ...act, counts: { by, left }, names };
  });
}
