import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { SILENT_AFTER_MS } from '../silence.ts';
import { countSteps, findSeated, listPlayers } from '../store.ts';
import type { ScenarioApp } from './play.ts';

/**
 * A word that stays the same while there is nothing new to see in a run, for pages that wait. It tells how many decisions
 * have been taken and how many people are there, nothing else.
 */
export async function positionOf(
  app: Pick<ScenarioApp, 'db' | 'clock'>,
  actor: Actor,
  runId: string,
): Promise<Result<{ position: string }>> {
  const seated = await findSeated(app.db.read, runId, actor.personId);
  if (seated === null) return refuse({ code: 'run-unknown' });
  const { run } = seated;
  const players = await listPlayers(app.db.read, [runId]);
  if (run.calledOffAt !== null) return ok({ position: 'called-off' });
  if (run.begunAt === null) {
    const seats = players.map(({ seat, joinedAt }) => `${seat}-${joinedAt}`);
    return ok({ position: ['lobby', ...seats].join(' ') });
  }
  const steps = await countSteps(app.db.read, runId);
  const left = players.filter(({ leftAt }) => leftAt !== null).length;
  const heard = Math.max(run.lastStepAt, ...players.map(({ heardAt }) => heardAt));
  const isQuiet = run.finishedAt === null && app.clock.now() - heard >= SILENT_AFTER_MS;
  return ok({ position: ['play', steps, left, isQuiet ? 'quiet' : 'heard'].join(' ') });
}
