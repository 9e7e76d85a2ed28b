import type { Tx } from '#db/client.ts';
import { keepSnapshot, type Snapshot, snapshotOf } from '#features/catalogue/service.ts';
import { ensureEnrolled, progressOf, recordStep } from '#features/learning/service.ts';
import { findStatement } from '#features/record/service.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { ENGINE } from '../run.ts';
import type { Scenario } from '../source.ts';
import { findRun, hasRun, insertRun, type RunRow } from '../store.ts';
import type { ScenarioApp } from './play.ts';

export type StartInput = {
  /** Becomes the id of the run. */
  readonly eventId: string;
  readonly scenarioId: string;
  /** The course it is played for; without it, one the person is on that has this scenario as a step. */
  readonly courseId?: string;
};

/**
 * Begins a run of the published version, or answers the one this event began before. The first run of a version is
 * evidence, every further one is practice. Keeps logic and words, so that the run can be ended whatever is published later.
 */
export async function startRun(
  app: ScenarioApp,
  actor: Actor,
  input: StartInput,
): Promise<Result<{ runId: string }>> {
  if (!may(actor, 'learn', { owner: actor.personId })) return refuse({ code: 'not-allowed' });
  const scenario = app.scenarios.get(input.scenarioId);
  if (scenario === undefined) return refuse({ code: 'scenario-unknown' });
  const courseId = await courseFor(app, actor, input);
  const versions = snapshotsNow(app, scenario);
  return app.db.write(async (tx) => {
    const kept = await findRun(tx, input.eventId);
    if (kept !== null) {
      const isSame = kept.personId === actor.personId && kept.scenarioId === scenario.id;
      return isSame ? ok({ runId: kept.id }) : refuse({ code: 'event-used' });
    }
    if ((await findStatement(tx, input.eventId)) !== null) return refuse({ code: 'event-used' });
    const run = await newRun(tx, app, { id: input.eventId, actor, scenario, courseId });
    for (const version of versions) await keepSnapshot(tx, version);
    await insertRun(tx, run);
    if (courseId !== null) {
      await ensureEnrolled(tx, app, { personId: actor.personId, courseId });
    }
    await recordStarted(tx, app, run);
    return ok({ runId: run.id });
  });
}

async function newRun(
  tx: Tx,
  app: ScenarioApp,
  begun: { id: string; actor: Actor; scenario: Scenario; courseId: string | null },
): Promise<RunRow> {
  const { id, actor, scenario, courseId } = begun;
  const whose = {
    personId: actor.personId,
    scenarioId: scenario.id,
    logicHash: scenario.hash,
  };
  const now = app.clock.now();
  return {
    id,
    ...whose,
    engine: ENGINE,
    seat: seatOf(scenario),
    mode: (await hasRun(tx, whose)) ? 'practice' : 'first',
    courseId,
    startedAt: now,
    lastStepAt: now,
    finishedAt: null,
    ending: null,
    branchedFromRun: null,
    branchedFromSeq: null,
  };
}

/** The statement that a run has begun, under the id of the run. */
export async function recordStarted(tx: Tx, app: ScenarioApp, run: RunRow): Promise<void> {
  await recordStep(tx, app, {
    id: run.id,
    actorId: run.personId,
    verb: 'started',
    objectType: 'scenario',
    objectId: run.scenarioId,
    objectVersion: run.logicHash,
    courseId: run.courseId,
    result: { v: 1, runId: run.id },
    occurredAt: run.startedAt,
    recordedAt: run.startedAt,
  });
}

/** The course named, if the scenario is a step of it; otherwise the first such course the person is on. */
async function courseFor(
  app: ScenarioApp,
  actor: Actor,
  { scenarioId, courseId }: StartInput,
): Promise<string | null> {
  const having = app.catalogue
    .courses()
    .filter(({ steps }) => steps.some(({ id }) => id === `scenario:${scenarioId}`))
    .map(({ id }) => id);
  if (courseId !== undefined && having.includes(courseId)) return courseId;
  if (having.length === 0) return null;
  const rows = await progressOf(app, [actor.personId], having);
  return having.find((id) => rows.some((row) => row.courseId === id)) ?? null;
}

function snapshotsNow(app: ScenarioApp, { id, hash, logic, words }: Scenario): Snapshot[] {
  return [
    snapshotOf(app, 'scenario', id, logic),
    // The hash of the logic stands inside, because two versions may share all their words.
    snapshotOf(app, 'scenario-words', hash, { logic: hash, words }),
  ];
}

function seatOf(scenario: Scenario) {
  const [seat] = scenario.logic.seats;
  if (seat === undefined) throw new Error(`${scenario.id} has no seat`);
  return seat;
}
