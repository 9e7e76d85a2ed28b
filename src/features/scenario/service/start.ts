import type { Result } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { letBegin, openRun, type StartInput } from './opening.ts';
import type { ScenarioApp } from './play.ts';

/**
 * Begins a run of the published version alone, or answers the one this event began before: the other seats follow the
 * recorded path. The first run of a version is evidence, every further one is practice.
 */
export async function startRun(
  app: ScenarioApp,
  actor: Actor,
  input: StartInput,
): Promise<Result<{ runId: string }>> {
  return openRun(app, actor, input, {
    kind: 'alone',
    andThen: (tx, opened) => letBegin(tx, app, opened),
  });
}
