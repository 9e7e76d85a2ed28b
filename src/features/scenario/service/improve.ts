import type { Tx } from '#db/client.ts';
import { dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Problem, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import {
  type Improvement,
  improvementsAfter,
  isFull,
  MOST_IMPROVEMENTS,
  type Move,
  planProblem,
  type Standing,
  standingOf,
  tidyPlan,
} from '../improvement.ts';
import { isOver } from '../run.ts';
import {
  findChange,
  insertChange,
  type KeptChange,
  listChanges,
  scenariosImproved,
} from '../store/improvements.ts';
import { findOwnRun, type ScenarioApp, stateNow } from './play.ts';
import { versionOf } from './version.ts';

export type WriteInput = {
  /** Becomes the id of an improvement that is written down for the first time. */
  readonly eventId: string;
  readonly runId: string;
  /** The one to write anew; null for one more. */
  readonly improvementId: string | null;
  readonly what: string;
  /** Empty for the actor themselves. */
  readonly owner: string;
  readonly due: string;
};
export type MoveInput = {
  readonly eventId: string;
  readonly runId: string;
  readonly improvementId: string;
  readonly move: Move;
};
/** An improvement with how it stands today. */
export type StandingImprovement = Improvement & { readonly standing: Standing };
export type OpenImprovement = StandingImprovement & { readonly scenarioId: string };

/** Writes an improvement down after a finished run of the actor's own, or writes one of that run anew. */
export async function writeImprovement(
  app: ScenarioApp,
  actor: Actor,
  input: WriteInput,
): Promise<Result<'stored'>> {
  const { eventId, runId } = input;
  const refusal = await refusalAt(app, actor, runId);
  if (refusal !== null) return refuse(refusal);
  const plan = tidyPlan(input);
  const improvementId = input.improvementId ?? eventId;
  const at = app.clock.now();
  const today = dayAt(at, app.zone);
  const { personId } = actor;
  const change = { eventId, improvementId, runId, personId, at, act: 'write', plan } as const;
  return keepOnce(app, change, (own) => {
    const before = own.find(({ id }) => id === improvementId);
    if (before !== undefined) return planProblem(plan, { today, dueBefore: before.due });
    if (input.improvementId !== null) return { code: 'improvement-unknown' };
    if (isFull(own)) return { code: 'improvements-full', values: { max: MOST_IMPROVEMENTS } };
    return planProblem(plan, { today, dueBefore: null });
  });
}

/** Finishes, opens again, removes or brings back an improvement of the actor's own. */
export async function moveImprovement(
  app: ScenarioApp,
  actor: Actor,
  { eventId, runId, improvementId, move }: MoveInput,
): Promise<Result<'stored'>> {
  const refusal = await refusalAt(app, actor, runId);
  if (refusal !== null) return refuse(refusal);
  const { personId } = actor;
  const change = { eventId, improvementId, runId, personId, at: app.clock.now(), act: move };
  return keepOnce(app, change, (own) => {
    const isKnown = own.some(({ id }) => id === improvementId);
    return isKnown ? null : { code: 'improvement-unknown' };
  });
}

/** What the actor means to improve after one run, removed ones included, in the order in which it was written down. */
export async function improvementsOf(
  app: Pick<App, 'db' | 'clock' | 'zone'>,
  actor: Actor,
  runId: string,
): Promise<StandingImprovement[]> {
  const changes = await listChanges(app.db.read, { personId: actor.personId, runId });
  return improvementsAfter(changes).map((one) => withStanding(app, one));
}

/** What the actor still means to do after all their runs, the nearest day first. */
export async function openImprovements(
  app: Pick<App, 'db' | 'clock' | 'zone'>,
  actor: Actor,
): Promise<OpenImprovement[]> {
  const changes = await listChanges(app.db.read, { personId: actor.personId });
  const open = improvementsAfter(changes).filter((one) => !one.isRemoved && !one.finishedAt);
  if (open.length === 0) return [];
  const scenarios = await scenariosImproved(app.db.read, actor.personId);
  return open
    .map((one) => ({ ...withStanding(app, one), scenarioId: scenarios.get(one.runId) ?? '' }))
    .sort((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));
}

function withStanding({ clock, zone }: Pick<App, 'clock' | 'zone'>, one: Improvement) {
  return { ...one, standing: standingOf(one, dayAt(clock.now(), zone)) };
}

/** Improvements are written after a finished run of one's own. */
async function refusalAt(app: ScenarioApp, actor: Actor, runId: string): Promise<Problem | null> {
  const run = await findOwnRun(app, actor, runId);
  if (run === null) return { code: 'run-unknown' };
  const { state } = await stateNow(app, run, (await versionOf(app, run)).compiled);
  return isOver(state) ? null : { code: 'run-not-finished' };
}

/** Keeps a change unless its event was kept before or there is a reason against it. */
async function keepOnce(
  { db }: Pick<App, 'db'>,
  change: KeptChange,
  reasonAgainst: (own: readonly Improvement[]) => Problem | null,
): Promise<Result<'stored'>> {
  return db.write(async (tx: Tx) => {
    const kept = await findChange(tx, change.eventId);
    if (kept !== null) return isSame(kept, change) ? ok('stored') : refuse({ code: 'event-used' });
    const reason = reasonAgainst(improvementsAfter(await listChanges(tx, change)));
    if (reason !== null) return refuse(reason);
    await insertChange(tx, change);
    return ok('stored');
  });
}

function isSame(kept: KeptChange, { personId, improvementId, act }: KeptChange): boolean {
  return kept.personId === personId && kept.improvementId === improvementId && kept.act === act;
}
