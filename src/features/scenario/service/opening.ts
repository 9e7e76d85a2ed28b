import type { Tx } from '#db/client.ts';
import { keepSnapshot, type Snapshot, snapshotOf } from '#features/catalogue/service.ts';
import { ensureEnrolled, progressOf, recordStep } from '#features/learning/service.ts';
import { findStatement } from '#features/record/service.ts';
import type { Instant } from '#kernel/date.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { PaceMinutes } from '../pace.ts';
import { beginRun, ENGINE, followRecorded } from '../run.ts';
import { firstSeat } from '../seats.ts';
import type { Scenario, Seat } from '../source.ts';
import { hasMet } from '../store/met.ts';
import {
  changePlayer,
  changeRun,
  findRun,
  findSeated,
  hasRun,
  insertPlayer,
  insertRun,
  type PlayerRow,
  type RunRow,
} from '../store.ts';
import { presentOf, type ScenarioApp } from './play.ts';
import { keepRecorded } from './steps.ts';
import { type Version, versionOf } from './version.ts';

export type StartInput = {
  /** Becomes the id of the run. */
  readonly eventId: string;
  readonly scenarioId: string;
  /** The seat to play from; without it, the scenario's first. */
  readonly seat?: Seat;
  /** The pace the person sets themselves; without it, none. */
  readonly pace?: PaceMinutes;
  /** The course it is played for; without it, one the person is on that has this scenario as a step. */
  readonly courseId?: string;
};

/** A row that has been put down, in the caller's transaction, together with its first player. */
export type Opened = {
  readonly run: RunRow;
  readonly players: readonly PlayerRow[];
  readonly version: Version;
  readonly now: Instant;
};

/**
 * Opens a run of the published version with one player and lets `andThen` go on in the same transaction; answers the run
 * this event opened before. Keeps logic and words, so that it can be ended whatever is published later.
 */
export async function openRun(
  app: ScenarioApp,
  actor: Actor,
  input: StartInput,
  { kind, andThen }: { kind: RunRow['kind']; andThen: (tx: Tx, opened: Opened) => Promise<void> },
): Promise<Result<{ runId: string }>> {
  if (!may(actor, 'learn', { owner: actor.personId })) return refuse({ code: 'not-allowed' });
  const scenario = app.scenarios.get(input.scenarioId);
  if (scenario === undefined) return refuse({ code: 'scenario-unknown' });
  const { seats } = scenario.logic;
  const seat = input.seat ?? firstSeat(scenario.logic);
  if (!seats.includes(seat)) return refuse({ code: 'seat-unknown' });
  const courseId = await courseFor(app, actor, input);
  const version = await versionOf(app, { scenarioId: scenario.id, logicHash: scenario.hash });
  const snapshots = snapshotsNow(app, scenario);
  const now = app.clock.now();
  const run = newRun(scenario, { id: input.eventId, kind, now });
  return app.db.write(async (tx) => {
    const before = await openedBefore(tx, actor, run);
    if (before !== null) return before;
    const player = newPlayer(run, { personId: actor.personId, seat, courseId, now });
    const paced = { ...player, ...(input.pace && { paceMinutes: input.pace, paceSince: now }) };
    for (const snapshot of snapshots) await keepSnapshot(tx, snapshot);
    await insertRun(tx, run);
    await insertPlayer(tx, paced);
    await andThen(tx, { run, players: [paced], version, now });
    return ok({ runId: run.id });
  });
}

/** What this event opened before; null when it is new. */
async function openedBefore(
  tx: Tx,
  actor: Actor,
  run: RunRow,
): Promise<Result<{ runId: string }> | null> {
  const own = (await findSeated(tx, run.id, actor.personId))?.run;
  if (own?.scenarioId === run.scenarioId && own.kind === run.kind) return ok({ runId: run.id });
  const used = (await findRun(tx, run.id)) ?? (await findStatement(tx, run.id));
  return used === null ? null : refuse({ code: 'event-used' });
}

/**
 * Begins play inside the caller's transaction: settles for each player whether it is their first run, puts it on their
 * record, and lets the recorded path go before whoever has to decide first.
 */
export async function letBegin(
  tx: Tx,
  app: ScenarioApp,
  { run, players, version: { compiled }, now }: Opened,
): Promise<void> {
  for (const player of players) {
    const person = { ...run, runId: run.id, personId: player.personId };
    const isAgain = (await hasRun(tx, person)) || (await hasMet(tx, person));
    const mode = isAgain ? 'practice' : 'first';
    await changePlayer(tx, player, {
      mode,
      heardAt: now,
      ...(player.paceSince && { paceSince: now }),
    });
    const { courseId, personId } = player;
    if (courseId !== null) await ensureEnrolled(tx, app, { personId, courseId });
    await recordStarted(tx, app, { run, player, now });
  }
  const after = followRecorded(compiled, beginRun(compiled), presentOf(players));
  await keepRecorded(tx, app, { run, after, now, from: 0 });
  await changeRun(tx, run.id, { begunAt: now, lastStepAt: now, code: null });
}

/** The statement that a person's run has begun; that of its first person has the id of the run. */
export async function recordStarted(
  tx: Tx,
  app: ScenarioApp,
  { run, player, now }: Pick<Opened, 'run' | 'now'> & { player: PlayerRow },
): Promise<void> {
  const isFirst = run.hostId === null || run.hostId === player.personId;
  await recordStep(tx, app, {
    id: isFirst ? run.id : app.newId(),
    actorId: player.personId,
    verb: 'started',
    objectType: 'scenario',
    objectId: run.scenarioId,
    objectVersion: run.logicHash,
    courseId: player.courseId,
    result: { v: 1, runId: run.id },
    occurredAt: now,
    recordedAt: now,
  });
}

function newRun(
  scenario: Scenario,
  { id, kind, now }: { id: string; kind: RunRow['kind']; now: Instant },
): RunRow {
  return {
    id,
    scenarioId: scenario.id,
    logicHash: scenario.hash,
    engine: ENGINE,
    kind,
    hostId: null,
    code: null,
    startedAt: now,
    begunAt: null,
    calledOffAt: null,
    lastStepAt: now,
    finishedAt: null,
    ending: null,
    branchedFromRun: null,
    branchedFromSeq: null,
  };
}

/** A person who sits down. Whether it is their first run is settled when play begins. */
export function newPlayer(
  { id: runId }: Pick<RunRow, 'id'>,
  {
    personId,
    seat,
    courseId,
    now,
  }: Pick<PlayerRow, 'personId' | 'courseId'> & { seat: Seat; now: Instant },
): PlayerRow {
  return {
    runId,
    seat,
    personId,
    mode: 'practice',
    courseId,
    joinedAt: now,
    heardAt: now,
    leftAt: null,
    paceMinutes: null,
    paceSince: null,
  };
}

/** The course named, if the scenario is a step of it; otherwise the first such course the person is on. */
export async function courseFor(
  app: ScenarioApp,
  actor: Actor,
  { scenarioId, courseId }: Pick<StartInput, 'scenarioId' | 'courseId'>,
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
