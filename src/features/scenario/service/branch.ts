import type { Tx } from '#db/client.ts';
import { findStatement } from '#features/record/service.ts';
import type { Instant } from '#kernel/date.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { ENGINE, isOver } from '../run.ts';
import { seatOfScene } from '../seats.ts';
import {
  findRun,
  findSeated,
  insertPlayer,
  insertRun,
  insertStep,
  listBranchesOf,
  type PlayerRow,
  type RunRow,
  type StepRow,
} from '../store.ts';
import { newPlayer, recordStarted } from './opening.ts';
import { branchPointOf, findOwnRun, type RunHead, type ScenarioApp, stateNow } from './play.ts';
import { versionOf } from './version.ts';

export type BranchInput = {
  /** Becomes the id of the new run. */
  readonly eventId: string;
  readonly runId: string;
  /** How many decisions to take over: the one after them is open again. */
  readonly seq: number;
};

/**
 * Begins a practice run that stands where a finished run of the actor's own stood before one of their own decisions, or
 * answers the one this event began before. It plays by the version of that run, published or not, is never evidence, and
 * is played alone in the same seat (of a rehearsal, as another rehearsal): what others decided before stays, from there on they follow the recorded path.
 */
export async function branchRun(
  app: ScenarioApp,
  actor: Actor,
  { eventId, runId, seq }: BranchInput,
): Promise<Result<{ runId: string }>> {
  const earlier = await findOwnRun(app, actor, runId);
  if (earlier === null) return refuse({ code: 'run-unknown' });
  const { compiled } = await versionOf(app, earlier);
  const { state, steps } = await stateNow(app, earlier, compiled);
  if (!isOver(state)) return refuse({ code: 'run-not-finished' });
  const decision = state.decisions[seq];
  if (decision === undefined || seatOfScene(compiled.logic, decision.scene) !== earlier.seat) {
    return refuse({ code: 'decision-unknown' });
  }
  const now = app.clock.now();
  const run = branchOf(earlier, { id: eventId, seq, now });
  const player = newPlayer(run, { ...earlier, now });
  const copies = steps.slice(0, seq).map((step) => {
    return { ...step, runId: eventId, eventId: app.newId(), at: now, ...UNPACED };
  });
  return app.db.write(async (tx) => {
    const kept = (await findSeated(tx, eventId, actor.personId))?.run ?? null;
    if (kept !== null && isSameBranch(kept, run)) return ok({ runId: kept.id });
    const used = (await findRun(tx, eventId)) ?? (await findStatement(tx, eventId));
    if (used !== null) return refuse({ code: 'event-used' });
    await insertBranch(tx, { run, player, copies });
    if (earlier.rehearsedFrom === null) await recordStarted(tx, app, { run, player, now });
    return ok({ runId: run.id });
  });
}

const UNPACED = { paceMinutes: null, dueAt: null };

export type BranchSummary = {
  readonly id: string;
  /** How many decisions it took over. */
  readonly seq: number;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  /** The id of the place where it ended. */
  readonly ending: string | null;
};

/** The runs that branch from one, newest first. */
export async function branchesOf(
  app: Pick<ScenarioApp, 'db'>,
  run: RunHead,
): Promise<BranchSummary[]> {
  const rows = await listBranchesOf(app.db.read, run);
  return rows.map((row) => {
    const { id, startedAt, finishedAt, ending } = row;
    return { id, seq: branchPointOf(row)?.seq ?? 0, startedAt, finishedAt, ending };
  });
}

function branchOf(
  { scenarioId, logicHash, rehearsedFrom, id: branchedFromRun }: RunHead,
  { id, seq, now }: { id: string; seq: number; now: Instant },
): RunRow {
  return {
    id,
    scenarioId,
    logicHash,
    engine: ENGINE,
    kind: rehearsedFrom === null ? 'alone' : 'rehearsal',
    hostId: null,
    code: null,
    startedAt: now,
    begunAt: now,
    calledOffAt: null,
    lastStepAt: now,
    finishedAt: null,
    ending: null,
    branchedFromRun,
    branchedFromSeq: seq,
  };
}

/** Only the same person can have a branch of the same run. */
function isSameBranch(one: RunRow, other: RunRow): boolean {
  return (
    one.branchedFromRun === other.branchedFromRun && one.branchedFromSeq === other.branchedFromSeq
  );
}

async function insertBranch(
  tx: Tx,
  { run, player, copies }: { run: RunRow; player: PlayerRow; copies: readonly StepRow[] },
): Promise<void> {
  await insertRun(tx, run);
  await insertPlayer(tx, player);
  for (const copy of copies) {
    if (!(await insertStep(tx, copy))) throw new Error(`step ${copy.seq} of a new run was taken`);
  }
}
