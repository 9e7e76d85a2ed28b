import assert from 'node:assert/strict';
import { openDatabase } from '#db/client.ts';
import type { Draft } from '#features/scenario/problem.ts';
import { type ScenarioApp, tokensFor } from '#features/scenario/service/play.ts';
import { startRun, takeChoice, viewRun } from '#features/scenario/service.ts';
import { scenariosOf } from '#features/scenario/source.ts';
import type { Result } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { type TestApp, testApp, testId } from './app.ts';
import { withCivics } from './civics.ts';
import { scenarioOf } from './scenarios.ts';

export type PlayApp = ScenarioApp & TestApp;

/** An app with one scenario, which is also a step of its course `civics`. */
export async function playApp(draft: Draft): Promise<PlayApp> {
  const app = await testApp();
  const civics = withCivics(app, [['first', 'a'], draft.id]);
  return { ...civics, errors: app.errors, scenarios: scenariosOf([scenarioOf(draft)]) };
}

/** The same file through another connection, as after a restart: nothing is remembered. */
export function restarted(app: PlayApp): PlayApp {
  return { ...app, db: { ...openDatabase(app.db.url), url: app.db.url } };
}

export function accepted<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

let events = 600_000;
/** An id nobody has used in this test process. */
export function newEvent(): string {
  events += 1;
  return testId(events);
}

/** Takes decisions, each `scene.choice`, a minute apart. */
export async function playOn(
  app: PlayApp,
  actor: Actor,
  { runId, decisions }: { runId: string; decisions: readonly string[] },
): Promise<void> {
  for (const decision of decisions) {
    app.clock.pass(60_000);
    const { seat, view } = accepted(await viewRun(app, actor, runId, 'en'));
    const { seq } = view;
    const [scene = '', choice = ''] = decision.split('.');
    const token = tokensFor(app, { id: runId, seat }, seq)(scene, choice);
    accepted(await takeChoice(app, actor, { eventId: newEvent(), runId, seq, token }));
  }
}

/** Begins a run and takes these decisions in it. */
export async function playRun(
  app: PlayApp,
  actor: Actor,
  decisions: readonly string[],
): Promise<string> {
  const scenarioId = [...app.scenarios.keys()][0] ?? '';
  const { runId } = accepted(await startRun(app, actor, { eventId: newEvent(), scenarioId }));
  await playOn(app, actor, { runId, decisions });
  return runId;
}
