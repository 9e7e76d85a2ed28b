import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Seat } from '../source.ts';
import { listRunsOf } from '../store.ts';
import { type Companion, companionsOf, peopleIn } from './people.ts';
import { type BranchPoint, branchPointOf, rehearsedFrom, seatOf } from './play.ts';

export type RunSummary = {
  readonly id: string;
  readonly scenarioId: string;
  readonly logicHash: string;
  readonly seat: Seat;
  readonly mode: string;
  /** Who else plays; empty for a run alone. */
  readonly companions: readonly Companion[];
  readonly isTogether: boolean;
  /** Whether people still gather for it. */
  readonly isGathering: boolean;
  readonly hasLeft: boolean;
  /** When play began, or while people gather, when it was opened. */
  readonly startedAt: Instant;
  readonly lastStepAt: Instant;
  readonly finishedAt: Instant | null;
  readonly branchedFrom: BranchPoint | null;
  /** How many decisions an author's rehearsal took over; null for any other run. */
  readonly rehearsedFrom: number | null;
};

const MOST_RUNS = 200;

/** The actor's own runs, newest first; of one scenario if one is named. Those called off are left out. */
export async function listRuns(
  app: Pick<App, 'db'>,
  actor: Actor,
  scenarioId?: string,
): Promise<RunSummary[]> {
  const rows = (await listRunsOf(app.db.read, actor.personId, MOST_RUNS)).filter(
    ({ run }) => scenarioId === undefined || run.scenarioId === scenarioId,
  );
  const together = rows.filter(({ run }) => run.kind === 'together').map(({ run }) => run.id);
  const people = await peopleIn(app, together);
  return rows.map(({ run, player }) => {
    const { id, scenarioId, logicHash, startedAt, begunAt, lastStepAt, finishedAt } = run;
    return {
      ...{ id, scenarioId, logicHash, lastStepAt, finishedAt },
      seat: seatOf(player),
      mode: player.mode,
      companions: companionsOf(people.get(id) ?? [], player.personId),
      isTogether: run.kind === 'together',
      isGathering: begunAt === null,
      hasLeft: player.leftAt !== null,
      startedAt: begunAt ?? startedAt,
      branchedFrom: branchPointOf(run),
      rehearsedFrom: rehearsedFrom(run),
    };
  });
}
