import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import { listRunsOf } from '../store.ts';
import { type BranchPoint, branchPointOf } from './play.ts';

export type RunSummary = {
  readonly id: string;
  readonly scenarioId: string;
  readonly logicHash: string;
  readonly mode: string;
  readonly startedAt: Instant;
  readonly lastStepAt: Instant;
  readonly finishedAt: Instant | null;
  readonly branchedFrom: BranchPoint | null;
};

const MOST_RUNS = 200;

/** The actor's own runs, newest first; of one scenario if one is named. */
export async function listRuns(
  app: Pick<App, 'db'>,
  actor: Actor,
  scenarioId?: string,
): Promise<RunSummary[]> {
  const rows = await listRunsOf(app.db.read, actor.personId, MOST_RUNS);
  return rows
    .filter((row) => scenarioId === undefined || row.scenarioId === scenarioId)
    .map((row) => {
      const { id, scenarioId, logicHash, mode, startedAt, lastStepAt, finishedAt } = row;
      const branchedFrom = branchPointOf(row);
      return { id, scenarioId, logicHash, mode, startedAt, lastStepAt, finishedAt, branchedFrom };
    });
}
