import type { Tx } from '#db/client.ts';
import { type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { checkUnplayed } from '../check.ts';
import { shortestRoutes } from '../routes.ts';
import { seatOfScene } from '../seats.ts';
import { changeRun, insertStep } from '../store.ts';
import { type BenchApp, knownTo } from './bench.ts';
import { type Opened, openRun } from './opening.ts';
import { horizonFor, versionOf } from './version.ts';

export type RehearseInput = {
  /** Becomes the id of the run. */
  readonly eventId: string;
  readonly scenarioId: string;
  readonly scene: string;
};

/**
 * Begins a rehearsal for an author, or answers the one this event began before: a run of the published version that stands
 * at a scene, in the seat that decides there, with the fewest decisions that lead there taken over. A rehearsal is practice
 * and on nobody's record; whoever has rehearsed a version has seen it, so what they play of it later is practice too.
 */
export async function rehearseScene(
  app: BenchApp,
  actor: Actor,
  { eventId, scenarioId, scene }: RehearseInput,
): Promise<Result<{ runId: string }>> {
  if (!may(actor, 'see-content')) return refuse({ code: 'not-allowed' });
  const scenario = app.scenarios.get(scenarioId);
  if (scenario === undefined) return refuse({ code: 'scenario-unknown' });
  if (!checkUnplayed(scenario, knownTo(app, scenario)).isPlayable) {
    return refuse({ code: 'scenario-unplayable' });
  }
  if (!Object.hasOwn(scenario.logic.scenes, scene)) return refuse({ code: 'scene-unknown' });
  const version = await versionOf(app, { scenarioId, logicHash: scenario.hash });
  const { graph } = await horizonFor(version);
  const route = shortestRoutes(graph)[scene];
  if (route === undefined) return refuse({ code: 'scene-out-of-reach' });
  const seat = seatOfScene(scenario.logic, scene);
  const opening = {
    kind: 'rehearsal',
    andThen: (tx: Tx, opened: Opened) => takeOver(tx, app, opened, route),
  };
  return openRun(app, actor, { eventId, scenarioId, seat }, opening);
}

/** Play begins behind a route that nobody in the run has decided. */
async function takeOver(
  tx: Tx,
  { newId }: Pick<BenchApp, 'newId'>,
  { run, now }: Opened,
  route: readonly string[],
): Promise<void> {
  const nobody = { personId: null, paceMinutes: null, dueAt: null };
  for (const [seq, choiceId] of route.entries()) {
    const step = { runId: run.id, seq, eventId: newId(), choiceId, at: now, ...nobody };
    if (!(await insertStep(tx, step))) throw new Error(`step ${seq} of a new run was taken`);
  }
  await changeRun(tx, run.id, { begunAt: now, lastStepAt: now, branchedFromSeq: route.length });
}
