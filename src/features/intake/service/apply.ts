import type { Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import { readReason } from '#features/competency/revocation.ts';
import { ok, type Problem, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Import } from '../import.ts';
import { maySee, reachOf } from '../reach.ts';
import { findImport, listUnfinished, updateImport } from '../store/imports.ts';
import { countRows, listRows, moveRows, saveOutcomes } from '../store/rows.ts';
import type { IntakeApp } from './kind.ts';
import { kindOf } from './kinds.ts';
import { purgeHalfRead } from './upload.ts';

/** What whoever sent the form waits for; the rest is done by the job. */
const PARTS_AT_ONCE = 3;

export type Confirmation = {
  readonly importId: string;
  /** When the dry run ended that they had before their eyes. */
  readonly checkedAt: number;
  /** Lines that are wrong stay out, and they know. */
  readonly leaveOut: boolean;
};

/**
 * Takes a draft: from here on all its lines are worked through to the end, each exactly once, also when the process dies
 * meanwhile. Whoever confirms vouches for it. Confirming again changes nothing.
 */
export async function confirmImport(
  app: IntakeApp,
  actor: Actor,
  { importId, checkedAt, leaveOut }: Confirmation,
): Promise<Result<null>> {
  const begun = await app.db.write(async (tx) => {
    const found = await findImport(tx, importId);
    const reach = found ? reachOf(actor, found.kind) : null;
    if (found === undefined || reach === null || !maySee(actor, found))
      return refuse({ code: 'not-found' });
    if (found.state === 'applying' || found.state === 'applied') return ok(null);
    const problem = await obstacle(tx, found, { checkedAt, leaveOut });
    if (problem) return refuse(problem);
    const confirmed = { confirmedBy: actor.personId, confirmedAt: app.clock.now() };
    await updateImport(tx, importId, { state: 'applying', reach, ...confirmed });
    await trace(tx, app, { imported: found, act: 'import-confirmed', by: actor.personId });
    return ok(null);
  });
  if (begun.ok) await carryOn(app, importId, PARTS_AT_ONCE);
  return begun;
}

/** Why a draft cannot be confirmed; null when it can. */
async function obstacle(
  tx: Tx,
  { id, state, findings, ...draft }: Import,
  { checkedAt, leaveOut }: Omit<Confirmation, 'importId'>,
): Promise<Problem | null> {
  if (state !== 'draft') return { code: 'import-not-draft' };
  if (findings === null || draft.checkedAt !== checkedAt) return { code: 'import-changed' };
  const counts = await countRows(tx, id);
  const wrong = counts.find(({ verdict }) => verdict === 'wrong')?.n ?? 0;
  return wrong > 0 && !leaveOut
    ? { code: 'import-wrong-rows', field: 'leaveOut', values: { n: wrong } }
    : null;
}

/** Takes everything back that an import has done, for a reason the people concerned read. */
export async function undoImport(
  app: IntakeApp,
  actor: Actor,
  input: { importId: string; reason: string },
): Promise<Result<null>> {
  const { importId } = input;
  const reason = readReason(input.reason);
  const begun = await app.db.write(async (tx) => {
    const found = await findImport(tx, importId);
    if (found === undefined || !maySee(actor, found)) return refuse({ code: 'not-found' });
    if (found.state === 'undoing' || found.state === 'undone') return ok(null);
    if (found.state !== 'applied') return refuse({ code: 'import-not-applied' });
    if (!reason.ok) return reason;
    await moveRows(tx, importId, { from: 'waiting', to: 'undone' });
    const undone = { undoneBy: actor.personId, undoneAt: app.clock.now() };
    await updateImport(tx, importId, { state: 'undoing', undoReason: reason.value, ...undone });
    await trace(tx, app, { imported: found, act: 'import-undone', by: actor.personId });
    return ok(null);
  });
  if (begun.ok) await carryOn(app, importId, PARTS_AT_ONCE);
  return begun;
}

/** Works on every import that was begun and has not ended; for a job. */
export async function finishImports(app: IntakeApp): Promise<void> {
  await purgeHalfRead(app);
  for (const { id } of await listUnfinished(app.db.read)) await carryOn(app, id);
}

/** Goes on with an import, at most so many parts; each part is written with what became of its lines, or not at all. */
async function carryOn(app: IntakeApp, importId: string, parts = Number.POSITIVE_INFINITY) {
  for (let done = 0; done < parts; done += 1) {
    const isOver = await app.db.write(async (tx) => {
      const imported = await findImport(tx, importId);
      switch (imported?.state) {
        case 'applying':
          return applyPart(tx, app, imported);
        case 'undoing':
          return undoPart(tx, app, imported);
        default:
          return true;
      }
    });
    if (isOver) return;
  }
}

async function applyPart(tx: Tx, app: IntakeApp, imported: Import): Promise<boolean> {
  const { id, kind } = imported;
  const { apply, batch } = kindOf(kind);
  const rows = await listRows(tx, id, { state: 'open', limit: batch });
  const outcomes = await apply(tx, app, { imported, rows });
  await saveOutcomes(tx, id, outcomes);
  const isOver = rows.length < batch;
  if (isOver) await finish(tx, app, imported, 'applied');
  return isOver;
}

async function undoPart(tx: Tx, app: IntakeApp, imported: Import): Promise<boolean> {
  const { id, kind, undoReason: reason, undoneBy: by } = imported;
  if (reason === null || by === null) throw new Error(`import ${id} is undone by nobody`);
  const { undo, batch } = kindOf(kind);
  const rows = await listRows(tx, id, { state: 'applied', limit: batch, fromEnd: true });
  await undo(tx, app, { imported, rows, reason, by });
  const undone = rows.map(({ line, personId, effect }) => {
    return { line, personId, effect, state: 'undone' as const };
  });
  await saveOutcomes(tx, id, undone);
  const isOver = rows.length < batch;
  if (isOver) await finish(tx, app, imported, 'undone');
  return isOver;
}

async function finish(
  tx: Tx,
  app: IntakeApp,
  imported: Import,
  state: 'applied' | 'undone',
): Promise<void> {
  await updateImport(tx, imported.id, { state, finishedAt: app.clock.now() });
  const by = imported.undoneBy ?? imported.confirmedBy ?? imported.uploadedBy;
  await trace(tx, app, { imported, act: 'import-finished', by });
}

async function trace(
  tx: Tx,
  app: IntakeApp,
  act: {
    imported: Import;
    act: 'import-confirmed' | 'import-undone' | 'import-finished';
    by: string;
  },
): Promise<void> {
  const { id, kind, rows } = act.imported;
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId: act.by,
    act: act.act,
    subject: `import:${id}`,
    detail: { import: kind, rows },
  });
}
