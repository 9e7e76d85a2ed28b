import { writeAudit } from '#features/audit/service.ts';
import { foldLogin } from '#features/identity/login.ts';
import { accountsNamed } from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Problem, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Import, Row } from '../import.ts';
import { kindsFor, maySee, ownerSeenBy } from '../reach.ts';
import { findImport } from '../store/imports.ts';
import {
  countWaiting as countStored,
  findRows,
  listWaiting as listStored,
  type Outcome,
  saveOutcomes,
} from '../store/rows.ts';
import type { IntakeApp } from './kind.ts';
import { kindOf } from './kinds.ts';
import { ROWS_PAGE } from './view.ts';

const BATCH = 200;

export type WaitingPage = {
  readonly rows: readonly Row[];
  readonly imports: ReadonlyMap<string, Import>;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** Lines that are kept until their person appears, 50 to a page (from 1). */
export async function waitingRows(
  app: Pick<App, 'db'>,
  actor: Actor,
  { search = '', page: asked = 1 }: { search?: string; page?: number } = {},
): Promise<Result<WaitingPage>> {
  if (kindsFor(actor).length === 0) return refuse({ code: 'not-allowed' });
  const filter = { uploadedBy: ownerSeenBy(actor), search: search.normalize('NFC').trim() };
  const total = await countStored(app.db.read, filter);
  const pages = Math.max(1, Math.ceil(total / ROWS_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  const window = { offset: (page - 1) * ROWS_PAGE, limit: ROWS_PAGE };
  const rows = await listStored(app.db.read, filter, window);
  const ids = [...new Set(rows.map(({ importId }) => importId))];
  const imports = new Map<string, Import>();
  for (const id of ids) {
    const found = await findImport(app.db.read, id);
    if (found !== undefined) imports.set(id, found);
  }
  return ok({ rows, imports, total, page, pages });
}

/** How many lines wait for their person, as far as the actor may see them. */
export async function countWaiting(app: Pick<App, 'db'>, actor: Actor): Promise<number> {
  if (kindsFor(actor).length === 0) return 0;
  return countStored(app.db.read, { uploadedBy: ownerSeenBy(actor), search: '' });
}

/** Says whom a line that waits is about: it is taken as if the file had said so. Whoever says it must be allowed to. */
export async function matchRow(
  app: IntakeApp,
  actor: Actor,
  { importId, line, login }: { importId: string; line: number; login: string },
): Promise<Result<{ name: string }>> {
  return app.db.write(async (tx) => {
    const imported = await findImport(tx, importId);
    if (imported === undefined || !maySee(actor, imported)) return refuse({ code: 'not-found' });
    const [row] = await findRows(tx, importId, [line]);
    if (row?.state !== 'waiting') return refuse({ code: 'row-not-waiting' });
    const word = foldLogin(login);
    const account = (await accountsNamed(tx, [word])).get(word);
    if (account === undefined) return refuse({ code: 'row-person-unknown', field: 'login' });
    const { personId, name } = account;
    const rows = [row];
    const outcomes = await kindOf(imported.kind).apply(tx, app, { imported, rows, personId });
    const problem = obstacle(outcomes);
    if (problem) return refuse(problem);
    await saveOutcomes(tx, importId, outcomes);
    await writeAudit(tx, {
      at: app.clock.now(),
      actorId: actor.personId,
      act: 'import-row-matched',
      subject: `person:${personId}`,
      detail: { import: imported.kind, line },
    });
    return ok({ name });
  });
}

/** Why a line cannot be about this person: they are not to be named here, or vouch for the import themselves. */
function obstacle([outcome]: readonly Outcome[]): Problem | null {
  if (outcome === undefined || outcome.state === 'waiting')
    return { code: 'row-person-unknown', field: 'login' };
  const isOwn = outcome.state === 'skipped' && outcome.personId === null;
  return isOwn ? { code: 'row-own', field: 'login' } : null;
}

/** Takes every waiting line whose person has appeared; for a job. Answers how many. */
export async function matchWaiting(app: IntakeApp): Promise<number> {
  const everybody = { uploadedBy: null, search: '' };
  let matched = 0;
  for (let offset = 0; ; ) {
    const rows = await listStored(app.db.read, everybody, { offset, limit: BATCH });
    let settled = 0;
    for (const [importId, own] of Map.groupBy(rows, (row) => row.importId)) {
      const lines = own.map(({ line }) => line);
      settled += await settle(app, importId, lines);
    }
    matched += settled;
    if (rows.length < BATCH) return matched;
    // Those that were settled wait no more.
    offset += BATCH - settled;
  }
}

function settle(app: IntakeApp, importId: string, lines: readonly number[]): Promise<number> {
  return app.db.write(async (tx) => {
    const imported = await findImport(tx, importId);
    if (imported?.state !== 'applied') return 0;
    const rows = (await findRows(tx, importId, lines)).filter(isWaiting);
    const outcomes = await kindOf(imported.kind).apply(tx, app, { imported, rows });
    const settled = outcomes.filter((one) => !isWaiting(one));
    await saveOutcomes(tx, importId, settled);
    return settled.length;
  });
}

function isWaiting({ state }: Pick<Outcome, 'state'>): boolean {
  return state === 'waiting';
}
