import { tokensFor } from '#features/scenario/service/play.ts';
import {
  beginTogether,
  gather,
  joinRun,
  type Taken,
  takeChoice,
  viewLobby,
  viewRun,
} from '#features/scenario/service.ts';
import type { Seat } from '#features/scenario/source.ts';
import type { Result } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { accepted, newEvent, type PlayApp } from './runs.ts';

export type Seated = { readonly actor: Actor; readonly seat: Seat };

/** Opens a run together for the first of these people; the others join by its link. Answers the run. */
export async function gathered(
  app: PlayApp,
  [host, ...guests]: readonly [Seated, ...Seated[]],
): Promise<string> {
  const scenarioId = [...app.scenarios.keys()][0] ?? '';
  const opening = { eventId: newEvent(), scenarioId, seat: host.seat };
  const { runId } = accepted(await gather(app, host.actor, opening));
  const { key } = accepted(await viewLobby(app, host.actor, runId, 'en'));
  for (const { actor, seat } of guests) {
    app.clock.pass(1_000);
    accepted(await joinRun(app, actor, { runId, key, seat }));
  }
  return runId;
}

/** The same, and the host lets it begin. */
export async function begun(app: PlayApp, people: readonly [Seated, ...Seated[]]): Promise<string> {
  const runId = await gathered(app, people);
  accepted(await beginTogether(app, people[0].actor, runId));
  return runId;
}

/** Takes `scene.choice` as this person's page would send it. */
export async function decide(
  app: PlayApp,
  actor: Actor,
  { runId, decision, eventId = newEvent() }: { runId: string; decision: string; eventId?: string },
): Promise<Result<Taken>> {
  const { seat, view } = accepted(await viewRun(app, actor, runId, 'en'));
  const [scene = '', choice = ''] = decision.split('.');
  const token = tokensFor(app, { id: runId, seat }, view.seq)(scene, choice);
  return takeChoice(app, actor, { eventId, runId, seq: view.seq, token });
}
