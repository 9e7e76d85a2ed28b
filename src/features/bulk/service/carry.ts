import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Tx } from '#db/client.ts';
import type { AuditedAct } from '#features/audit/entry.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { ProgrammeApp } from '#features/programme/service.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type BulkAct, stillTrue } from '../act.ts';
import { deleteDraftsBefore, findAct, listUnfinished, updateAct } from '../store/acts.ts';
import { listInState, type Outcome, saveOutcomes } from '../store/lines.ts';
import { workingsOf } from './kinds.ts';

/** What whoever sent the form waits for; the rest is done by the job. */
const GROUPS_AT_ONCE = 5;
const DRAFTS_KEPT_MS = 24 * 3_600_000;

/**
 * Carries a prepared act out: from here on everybody is worked through, each once, also when the process dies meanwhile. Who has
 * changed since the preview is left as they are. Confirming again changes nothing.
 */
export async function confirmAct(
  app: ProgrammeApp,
  actor: Actor,
  { actId, why }: { actId: string; why: string },
): Promise<Result<null>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const begun = await app.db.write(async (tx): Promise<Result<null>> => {
    const act = await findAct(tx, actId);
    if (act === undefined) return refuse({ code: 'not-found' });
    if (act.state === 'applying' || act.state === 'applied') return ok(null);
    if (act.state !== 'draft') return refuse({ code: 'bulk-not-draft' });
    const confirmed = { confirmedBy: actor.personId, confirmedAt: app.clock.now() };
    await updateAct(tx, actId, { state: 'applying', why, ...confirmed });
    await trace(tx, app, { act: { ...act, ...confirmed }, did: 'bulk-confirmed', why });
    return ok(null);
  });
  if (begun.ok) await carryOn(app, actId, GROUPS_AT_ONCE);
  return begun;
}

/** Takes an act back: everybody stands again as before, except where somebody has changed it since. */
export async function undoAct(
  app: ProgrammeApp,
  actor: Actor,
  { actId, why }: { actId: string; why: string },
): Promise<Result<null>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const begun = await app.db.write(async (tx): Promise<Result<null>> => {
    const act = await findAct(tx, actId);
    if (act === undefined) return refuse({ code: 'not-found' });
    if (act.state === 'undoing' || act.state === 'undone') return ok(null);
    if (act.state !== 'applied') return refuse({ code: 'bulk-not-applied' });
    const undone = { undoneBy: actor.personId, undoneAt: app.clock.now(), undoneWhy: why };
    await updateAct(tx, actId, { state: 'undoing', ...undone });
    await trace(tx, app, { act: { ...act, ...undone }, did: 'bulk-undone', why });
    return ok(null);
  });
  if (begun.ok) await carryOn(app, actId, GROUPS_AT_ONCE);
  return begun;
}

/** Goes on with every act that was begun and has not ended, and forgets what was only prepared a day ago; for a job. */
export async function finishActs(app: ProgrammeApp): Promise<void> {
  const before = app.clock.now() - DRAFTS_KEPT_MS;
  await app.db.write((tx) => deleteDraftsBefore(tx, before));
  for (const id of await listUnfinished(app.db.read)) await carryOn(app, id);
}

/** Each group is written with what became of its lines, or not at all. */
async function carryOn(
  app: ProgrammeApp,
  actId: string,
  groups = Number.POSITIVE_INFINITY,
): Promise<void> {
  for (let done = 0; done < groups; done += 1) {
    const isOver = await app.db.write(async (tx) => {
      const act = await findAct(tx, actId);
      switch (act?.state) {
        case 'applying':
          return applyGroup(tx, app, act);
        case 'undoing':
          return undoGroup(tx, app, act);
        default:
          return true;
      }
    });
    if (isOver) return;
    await nextTurn();
  }
}

async function applyGroup(tx: Tx, app: ProgrammeApp, act: BulkAct): Promise<boolean> {
  const { batch, decide, apply } = workingsOf(act);
  const lines = await listInState(tx, act.id, { state: 'open', limit: batch });
  const personIds = lines.map(({ personId }) => personId);
  const now = new Map((await decide(tx, app, personIds)).map((one) => [one.personId, one]));
  const { go, left } = stillTrue(lines, now);
  const by = { actorId: act.confirmedBy ?? act.preparedBy, why: act.why };
  const made = new Map((await apply(tx, app, by, go)).map((one) => [one.personId, one.effect]));
  const outcomes: Outcome[] = go.map(({ personId }) => {
    const effect = made.get(personId);
    return effect === undefined
      ? { personId, state: 'left', left: 'changed-meanwhile' }
      : { personId, state: 'applied', effect };
  });
  const stayed = left.map((one): Outcome => ({ ...one, state: 'left' }));
  await saveOutcomes(tx, act.id, [...outcomes, ...stayed]);
  const isOver = lines.length < batch;
  if (isOver) await updateAct(tx, act.id, { state: 'applied', finishedAt: app.clock.now() });
  return isOver;
}

async function undoGroup(tx: Tx, app: ProgrammeApp, act: BulkAct): Promise<boolean> {
  const { batch, undo } = workingsOf(act);
  const lines = await listInState(tx, act.id, { state: 'applied', limit: batch });
  const by = { actorId: act.undoneBy ?? act.preparedBy, why: act.undoneWhy ?? '' };
  const taken = await undo(tx, app, by, lines);
  const outcomes = taken.map(({ personId, kept }): Outcome => {
    return { personId, state: kept === null ? 'undone' : 'kept', left: kept };
  });
  await saveOutcomes(tx, act.id, outcomes);
  const isOver = lines.length < batch;
  if (isOver) await updateAct(tx, act.id, { state: 'undone', finishedAt: app.clock.now() });
  return isOver;
}

async function trace(
  tx: Tx,
  app: Pick<ProgrammeApp, 'clock'>,
  { act, did, why }: { act: BulkAct; did: AuditedAct; why: string },
): Promise<void> {
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId: act.undoneBy ?? act.confirmedBy,
    act: did,
    subject: `bulk:${act.id}`,
    detail: { 'bulk-kind': act.settings.kind, why },
  });
}
