import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';
import { type RunView, viewRun as viewFor } from '../view.ts';
import { findOwnRun, type ScenarioApp, stateNow, tokensFor } from './play.ts';
import { versionOf } from './version.ts';

export type SeenRun = {
  readonly runId: string;
  readonly scenarioId: string;
  readonly courseId: string | null;
  readonly mode: string;
  readonly view: RunView;
};

/** A person's own run as it stands, in one language. A run of somebody else is refused as if it did not exist. */
export async function viewRun(
  app: ScenarioApp,
  actor: Actor,
  runId: string,
  locale: Locale,
): Promise<Result<SeenRun>> {
  const run = await findOwnRun(app, actor, runId);
  if (run === null) return refuse({ code: 'run-unknown' });
  const { compiled, words } = await versionOf(app, run);
  const { state } = await stateNow(app, run, compiled);
  const tokenOf = tokensFor(app, run.id, state.decisions.length);
  const view = viewFor({ compiled, state, words: words[locale], seat: run.seat, tokenOf });
  const { scenarioId, courseId, mode } = run;
  return ok({ runId, scenarioId, courseId, mode, view });
}
