import { writeAudit } from '#features/audit/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Decoded, decode } from '../encoding.ts';
import type { Import, ImportKind } from '../import.ts';
import { proposeSettings } from '../proposal.ts';
import { maySee, reachOf } from '../reach.ts';
import { type Separator, separatorOf } from '../separator.ts';
import { signatureText } from '../settings.ts';
import {
  deleteImport,
  findImport,
  findMapping,
  insertImport,
  listHalfRead,
  updateImport,
} from '../store/imports.ts';
import { deleteRows, insertRows } from '../store/rows.ts';
import { dryRun } from './dry-run.ts';
import type { IntakeApp } from './kind.ts';
import { readTable, type Table } from './table.ts';

export const BATCH = 1_000;
const HOUR_MS = 3_600_000;
const NAME_MAX = 120;

export type Upload = {
  /** Becomes the id of the import: the same form sent twice is one import. */
  readonly eventId: string;
  readonly kind: ImportKind;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
};

/**
 * Reads a table and puts its lines down as a draft, with how its columns are read proposed and a first dry run. Nothing of it
 * counts yet.
 */
export async function uploadImport(
  app: IntakeApp,
  actor: Actor,
  { eventId, kind, file }: Upload,
): Promise<Result<{ importId: string }>> {
  const reach = reachOf(actor, kind);
  if (reach === null) return refuse({ code: 'not-allowed' });
  const before = await findImport(app.db.read, eventId);
  if (before !== undefined && before.state !== 'reading')
    return maySee(actor, before) ? ok({ importId: eventId }) : refuse({ code: 'event-used' });
  const decoded = decode(file.bytes);
  if (!decoded.ok) return decoded;
  const separator = separatorOf(decoded.value.text);
  const table = await readTable(decoded.value.text, separator);
  if (!table.ok) return table;
  const source = { decoded: decoded.value, separator, table: table.value };
  const draft = await draftOf(app, actor, { eventId, kind, file, reach, ...source });
  await putDown(app, draft, table.value);
  await dryRun(app, draft.id);
  return ok({ importId: draft.id });
}

type Source = Upload &
  Pick<Import, 'reach'> & { decoded: Decoded; separator: Separator; table: Table };

async function draftOf(
  app: IntakeApp,
  actor: Actor,
  { eventId, kind, file, reach, decoded, separator, table: { header, rows } }: Source,
): Promise<Import> {
  const known = await findMapping(app.db.read, kind, app.hash(signatureText(header)));
  const cells = rows.slice(0, BATCH).map((row) => row.cells);
  return {
    id: eventId,
    kind,
    fileName: [...file.name.normalize('NFC')].slice(-NAME_MAX).join(''),
    fileHash: app.hash(file.bytes),
    encoding: decoded.encoding,
    separator,
    header,
    rows: rows.length,
    settings: proposeSettings(kind, { header, rows: cells }, known),
    findings: null,
    state: 'reading',
    uploadedBy: actor.personId,
    uploadedAt: app.clock.now(),
    checkedAt: null,
    reach,
    confirmedBy: null,
    confirmedAt: null,
    finishedAt: null,
    undoneBy: null,
    undoneAt: null,
    undoReason: null,
  };
}

/** In parts, so that others get their turn. A file that was half put down before a breakdown begins anew. */
async function putDown(app: IntakeApp, draft: Import, { rows }: Table): Promise<void> {
  await app.db.write(async (tx) => {
    await deleteImport(tx, draft.id);
    await insertImport(tx, draft);
  });
  for (let at = 0; at < rows.length; at += BATCH) {
    const part = rows.slice(at, at + BATCH);
    await app.db.write((tx) => insertRows(tx, draft.id, part));
  }
  await app.db.write(async (tx) => {
    await updateImport(tx, draft.id, { state: 'draft' });
    await writeAudit(tx, {
      at: draft.uploadedAt,
      actorId: draft.uploadedBy,
      act: 'import-uploaded',
      subject: `import:${draft.id}`,
      detail: { import: draft.kind, rows: draft.rows },
    });
  });
}

/** Throws a draft away with all its lines; what was confirmed is undone instead. */
export async function discardImport(
  app: App,
  actor: Actor,
  importId: string,
): Promise<Result<null>> {
  return app.db.write(async (tx) => {
    const found = await findImport(tx, importId);
    if (found === undefined || !maySee(actor, found)) return refuse({ code: 'not-found' });
    if (found.state === 'discarded') return ok(null);
    if (found.state !== 'draft') return refuse({ code: 'import-not-draft' });
    await deleteRows(tx, importId);
    await updateImport(tx, importId, { state: 'discarded' });
    await writeAudit(tx, {
      at: app.clock.now(),
      actorId: actor.personId,
      act: 'import-discarded',
      subject: `import:${importId}`,
      detail: { import: found.kind },
    });
    return ok(null);
  });
}

/** Files that were never put down to their end leave nothing behind. */
export async function purgeHalfRead(app: App): Promise<void> {
  const ids = await listHalfRead(app.db.read, app.clock.now() - HOUR_MS);
  for (const id of ids) await app.db.write((tx) => deleteImport(tx, id));
}
