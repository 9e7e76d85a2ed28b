import type { Tx } from '#db/client.ts';
import { findStatement } from '#features/record/service.ts';
import type { Instant } from '#kernel/date.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { ENGINE, isOver } from '../run.ts';
import {
  findRun,
  insertRun,
  insertStep,
  listBranchesOf,
  type RunRow,
  type StepRow,
} from '../store.ts';
import { branchPointOf, findOwnRun, type RunHead, type ScenarioApp, stateNow } from './play.ts';
import { recordStarted } from './start.ts';
import { versionOf } from './version.ts';

export type BranchInput = {
  /** Becomes the id of the new run. */
  readonly eventId: string;
  readonly runId: string;
  /** How many decisions to take over: the one after them is open again. */
  readonly seq: number;
};

/**
 * Begins a practice run that stands where a finished run of the actor's own stood before one of its decisions, or answers
 * the one this event began before. It plays by the version of that run, published or not, and is never evidence.
 */
export async function branchRun(
  app: ScenarioApp,
  actor: Actor,
  { eventId, runId, seq }: BranchInput,
): Promise<Result<{ runId: string }>> {
  const run = await findOwnRun(app, actor, runId);
  if (run === null) return refuse({ code: 'run-unknown' });
  const { state, steps } = await stateNow(app, run, (await versionOf(app, run)).compiled);
  if (!isOver(state)) return refuse({ code: 'run-not-finished' });
  if (steps[seq] === undefined) return refuse({ code: 'decision-unknown' });
  const now = app.clock.now();
  const branch = branchOf(run, { id: eventId, seq, now });
  const copies = steps.slice(0, seq).map(({ choiceId }, index) => {
    return { runId: eventId, seq: index, eventId: app.newId(), choiceId, at: now };
  });
  return app.db.write(async (tx) => {
    const kept = await findRun(tx, eventId);
    if (kept !== null) {
      return isSameBranch(kept, branch) ? ok({ runId: kept.id }) : refuse({ code: 'event-used' });
    }
    if ((await findStatement(tx, eventId)) !== null) return refuse({ code: 'event-used' });
    await insertRun(tx, branch);
    await insertCopies(tx, copies);
    await recordStarted(tx, app, branch);
    return ok({ runId: branch.id });
  });
}

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
  { personId, scenarioId, logicHash, seat, courseId, id: branchedFromRun }: RunHead,
  { id, seq, now }: { id: string; seq: number; now: Instant },
): RunRow {
  return {
    id,
    personId,
    scenarioId,
    logicHash,
    engine: ENGINE,
    seat,
    mode: 'practice',
    courseId,
    startedAt: now,
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

async function insertCopies(tx: Tx, copies: readonly StepRow[]): Promise<void> {
  for (const copy of copies) {
    if (!(await insertStep(tx, copy))) throw new Error(`step ${copy.seq} of a new run was taken`);
  }
}
