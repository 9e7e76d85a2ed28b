import type { Tx } from '#db/client.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { AuditEntry, AuditedAct, AuditFilter, StoredEntry } from './entry.ts';
import { type AuditRow, countSince, insertEntry, listEntries, listSubjectsAfter } from './store.ts';

export const AUDIT_PAGE = 50;

/** Adds a line in the transaction of the act it tells about: either both are stored or neither. */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await insertEntry(tx, entry);
}

/** Up to 50 lines, newest first; `older` is what to ask for as `before` to go on, null at the end. */
export async function listAudit(
  app: App,
  actor: Actor,
  filter: AuditFilter,
): Promise<Result<{ entries: StoredEntry[]; older: number | null }>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const rows = await listEntries(app.db.read, filter, AUDIT_PAGE + 1);
  const entries = rows.slice(0, AUDIT_PAGE).map(readRow);
  const last = entries.at(-1);
  return ok({ entries, older: rows.length > AUDIT_PAGE && last ? last.seq : null });
}

/** How often something happened since a moment: for the administrator's first page. */
export async function countAudited(
  app: App,
  actor: Actor,
  { act, since }: { act: AuditedAct; since: Instant },
): Promise<Result<number>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  return ok(await countSince(app.db.read, act, since));
}

/** What these acts were done to since a number of the trail, for work that follows it. */
export async function subjectsAfter(
  app: Pick<App, 'db'>,
  { after, acts, limit }: { after: number; acts: readonly AuditedAct[]; limit: number },
): Promise<{ subjects: string[]; upTo: number; isAll: boolean }> {
  const rows = await listSubjectsAfter(app.db.read, { after, acts, limit });
  const subjects = [...new Set(rows.map(({ subject }) => subject))];
  return { subjects, upTo: rows.at(-1)?.seq ?? after, isAll: rows.length < limit };
}

function readRow(row: AuditRow): StoredEntry {
  const { v, ...detail } = JSON.parse(row.detail);
  if (v !== 1) throw new Error(`audit entry ${row.seq} has unknown version ${v}`);
  return { ...row, detail };
}
