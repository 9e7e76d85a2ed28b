import { namesOf } from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Cells, Import, Row, RowState, Verdict } from '../import.ts';
import { kindsFor, maySee, ownerSeenBy } from '../reach.ts';
import { countImports, findImport, listImports as listStored } from '../store/imports.ts';
import { countRows, listRows } from '../store/rows.ts';

export const IMPORTS_PAGE = 30;
export const ROWS_PAGE = 50;
const SAMPLES = 3;

type Page = { readonly page: number; readonly pages: number };
export type ImportPage = Page & {
  readonly imports: readonly Import[];
  readonly names: ReadonlyMap<string, string>;
};

/** Imports the actor may see, newest first, 30 to a page (from 1). */
export async function listImports(
  app: Pick<App, 'db'>,
  actor: Actor,
  asked = 1,
): Promise<Result<ImportPage>> {
  const kinds = kindsFor(actor);
  if (kinds.length === 0) return refuse({ code: 'not-allowed' });
  const filter = { kinds, uploadedBy: ownerSeenBy(actor) };
  const pages = Math.max(1, Math.ceil((await countImports(app.db.read, filter)) / IMPORTS_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  const window = { offset: (page - 1) * IMPORTS_PAGE, limit: IMPORTS_PAGE };
  const imports = await listStored(app.db.read, filter, window);
  const names = await namesOf(
    app,
    imports.map(({ uploadedBy }) => uploadedBy),
  );
  return ok({ imports, names, page, pages });
}

export type SeenImport = Page & {
  readonly imported: Import;
  /** The first lines as they came. */
  readonly samples: readonly Cells[];
  readonly verdicts: ReadonlyMap<Verdict, number>;
  readonly states: ReadonlyMap<RowState, number>;
  readonly rows: readonly Row[];
  /** Whoever uploaded, confirmed or undid it, and the people its lines are about. */
  readonly names: ReadonlyMap<string, string>;
};

/** One import with a page of its lines: those of one verdict, or all. */
export async function viewImport(
  app: Pick<App, 'db'>,
  actor: Actor,
  asked: { importId: string; verdict?: Verdict | undefined; page?: number },
): Promise<Result<SeenImport>> {
  const { importId, verdict } = asked;
  const imported = await findImport(app.db.read, importId);
  if (imported === undefined || !maySee(actor, imported) || imported.state === 'reading')
    return refuse({ code: 'not-found' });
  const counts = await countRows(app.db.read, importId);
  const verdicts = sumBy(counts, (one) => one.verdict);
  const total = verdict === undefined ? imported.rows : (verdicts.get(verdict) ?? 0);
  const pages = Math.max(1, Math.ceil(total / ROWS_PAGE));
  const page = Math.min(Math.max(1, asked.page ?? 1), pages);
  const window = { offset: (page - 1) * ROWS_PAGE, limit: ROWS_PAGE };
  const rows = await listRows(app.db.read, importId, { verdict, ...window });
  const first = await listRows(app.db.read, importId, { limit: SAMPLES });
  const { uploadedBy, confirmedBy, undoneBy } = imported;
  const people = [uploadedBy, confirmedBy, undoneBy, ...rows.map(({ personId }) => personId)];
  return ok({
    imported,
    samples: first.map(({ cells }) => cells),
    verdicts,
    states: sumBy(counts, (one) => one.state),
    rows,
    names: await namesOf(
      app,
      people.filter((id) => id !== null),
    ),
    page,
    pages,
  });
}

function sumBy<K, T extends { readonly n: number }>(
  counts: readonly T[],
  key: (one: T) => K,
): ReadonlyMap<K, number> {
  const sums = new Map<K, number>();
  for (const one of counts) sums.set(key(one), (sums.get(key(one)) ?? 0) + one.n);
  return sums;
}
