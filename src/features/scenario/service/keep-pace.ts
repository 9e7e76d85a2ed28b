import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { PaceMinutes } from '../pace.ts';
import { changePlayer } from '../store.ts';
import { findOwnRun, type ScenarioApp } from './play.ts';

/** Sets, changes or (with null) drops the pace the actor keeps in a run; it counts from now. */
export async function setPace(
  app: ScenarioApp,
  actor: Actor,
  { runId, pace }: { runId: string; pace: PaceMinutes | null },
): Promise<Result<'stored'>> {
  const run = await findOwnRun(app, actor, runId);
  if (run === null) return refuse({ code: 'run-unknown' });
  if (pace === (run.pace?.minutes ?? null)) return ok('stored');
  const paceSince = pace === null ? null : app.clock.now();
  const whose = { runId, personId: actor.personId };
  await app.db.write((tx) => changePlayer(tx, whose, { paceMinutes: pace, paceSince }));
  return ok('stored');
}
