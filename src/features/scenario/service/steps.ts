import type { Tx } from '#db/client.ts';
import { noteShown, recordStep } from '#features/learning/service.ts';
import type { Instant } from '#kernel/date.ts';
import { type Grade, gradeOf } from '../grade.ts';
import { decisionName, isOver, placeOf, type RunState } from '../run.ts';
import { decisionsOf } from '../seats.ts';
import { SEATS } from '../source.ts';
import { changeRun, insertStep, type PlayerRow, type RunRow } from '../store.ts';
import type { ScenarioApp } from './play.ts';

type Going = {
  readonly run: Pick<RunRow, 'id' | 'scenarioId' | 'logicHash'>;
  readonly after: RunState;
  readonly now: Instant;
};

/** Keeps what the recorded path decided from the step `from` on. Its steps belong to the act that led to them. */
export async function keepRecorded(
  tx: Tx,
  app: ScenarioApp,
  { run, after, now, from }: Going & { from: number },
): Promise<void> {
  for (const [index, decision] of after.decisions.slice(from).entries()) {
    const isKept = await insertStep(tx, {
      runId: run.id,
      seq: from + index,
      eventId: app.newId(),
      choiceId: decisionName(decision),
      at: now,
      personId: null,
      paceMinutes: null,
      dueAt: null,
    });
    if (!isKept) throw new Error(`step ${from + index} of run ${run.id} was taken`);
  }
}

/**
 * Notes where the run stands. At its end it is on the record of everybody who stayed, each under an id of its own: the
 * event of the person who brought it there for them.
 */
export async function noteStanding(
  tx: Tx,
  app: ScenarioApp,
  { run, after, now, stayed, by }: Going & { stayed: readonly Staying[]; by?: EndedBy },
): Promise<void> {
  if (!isOver(after)) return changeRun(tx, run.id, { lastStepAt: now });
  const ending = placeOf(after);
  await changeRun(tx, run.id, { lastStepAt: now, finishedAt: now, ending });
  for (const player of stayed) {
    const { personId, courseId } = player;
    const grade = gradeFor(app, { run, after, player });
    await recordStep(tx, app, {
      id: personId === by?.personId ? by.eventId : app.newId(),
      actorId: personId,
      verb: 'finished',
      objectType: 'scenario',
      objectId: run.scenarioId,
      objectVersion: run.logicHash,
      courseId,
      result: { v: 1, runId: run.id, ending, ...(grade && { grade }) },
      occurredAt: now,
      recordedAt: now,
    });
    await noteShown(tx, app, { personId, objectId: run.scenarioId });
  }
}

/** How a first run of the published version went; further runs are practice, whatever came of them. */
function gradeFor(
  app: ScenarioApp,
  { run, after, player }: Pick<Going, 'run' | 'after'> & { player: Staying },
): Grade | null {
  const scenario = app.scenarios.get(run.scenarioId);
  const seat = SEATS.find((one) => one === player.seat);
  const isFirst = player.mode === 'first' && scenario?.hash === run.logicHash;
  if (!isFirst || seat === undefined) return null;
  const decisions = decisionsOf(scenario.logic, after.decisions, seat);
  return gradeOf(scenario, { seat, decisions });
}

export type Staying = Pick<PlayerRow, 'personId' | 'courseId' | 'seat' | 'mode'>;
type EndedBy = { readonly personId: string; readonly eventId: string };
