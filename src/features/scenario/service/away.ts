import type { Tx } from '#db/client.ts';
import type { Instant } from '#kernel/date.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { followRecorded, isOver, type RunState, replay, seatNow } from '../run.ts';
import { isSilent } from '../silence.ts';
import type { Seat } from '../source.ts';
import {
  changePlayer,
  findRun,
  listPlayers,
  listSteps,
  type PlayerRow,
  type RunRow,
} from '../store.ts';
import { choicesOf, findOwnRun, presentOf, type ScenarioApp, seatOf } from './play.ts';
import { keepRecorded, noteStanding } from './steps.ts';
import { type Version, versionOf } from './version.ts';

/** A run played together as it stands inside a transaction. */
type Table = {
  readonly run: RunRow;
  readonly version: Version;
  readonly players: readonly PlayerRow[];
  readonly state: RunState;
  readonly now: Instant;
};

/**
 * Leaves a run played together: the seat follows the recorded path from here on. Whoever left may still read on and look
 * back at the end. The last one cannot leave, only stop and come back.
 */
export async function leaveRun(
  app: ScenarioApp,
  actor: Actor,
  runId: string,
): Promise<Result<'left'>> {
  return atTable(app, actor, runId, async (tx, table) => {
    const own = table.players.find(({ personId }) => personId === actor.personId);
    if (own === undefined || own.leftAt !== null) return ok('left');
    return vacate(tx, app, table, own);
  });
}

/**
 * Hands the seat of somebody who has kept the others waiting for ten minutes to the recorded path; anybody who still plays
 * may. Doing it again changes nothing.
 */
export async function handOver(
  app: ScenarioApp,
  actor: Actor,
  { runId, seat }: { runId: string; seat: Seat },
): Promise<Result<'left'>> {
  return atTable(app, actor, runId, async (tx, table) => {
    const { players, state, version, run, now } = table;
    const own = players.find(({ personId }) => personId === actor.personId);
    if (own === undefined || own.leftAt !== null) return refuse({ code: 'seat-left' });
    const silent = players.find((player) => seatOf(player) === seat);
    if (silent === undefined || silent === own) return refuse({ code: 'seat-unknown' });
    if (silent.leftAt !== null) return ok('left');
    const isAwaited = seatNow(version.compiled, state) === seat;
    const waiting = { waitingSince: run.lastStepAt, heardAt: silent.heardAt, now };
    if (!isAwaited || !isSilent(waiting)) return refuse({ code: 'seat-not-silent' });
    return vacate(tx, app, table, silent);
  });
}

/** Says that one is still there and thinking: the others are asked to wait on. */
export async function sayPresent(
  app: ScenarioApp,
  actor: Actor,
  runId: string,
): Promise<Result<'heard'>> {
  const run = await findOwnRun(app, actor, runId);
  if (run === null) return refuse({ code: 'run-unknown' });
  if (run.leftAt !== null) return refuse({ code: 'seat-left' });
  const heardAt = app.clock.now();
  await app.db.write((tx) => changePlayer(tx, { runId, personId: actor.personId }, { heardAt }));
  return ok('heard');
}

/** Everything is read inside the transaction: a decision that comes at the same moment stands before or after all of it. */
async function atTable(
  app: ScenarioApp,
  actor: Actor,
  runId: string,
  act: (tx: Tx, table: Table) => Promise<Result<'left'>>,
): Promise<Result<'left'>> {
  const head = await findOwnRun(app, actor, runId);
  if (head === null) return refuse({ code: 'run-unknown' });
  if (!head.isTogether) return refuse({ code: 'run-alone' });
  const version = await versionOf(app, head);
  const now = app.clock.now();
  return app.db.write(async (tx) => {
    const run = await findRun(tx, runId);
    if (run === null) return refuse({ code: 'run-unknown' });
    // Steps of a transaction that may yet fail: the state after them is not remembered.
    const state = replay(version.compiled, choicesOf(await listSteps(tx, runId)));
    if (isOver(state)) return refuse({ code: 'run-finished' });
    return act(tx, { run, version, players: await listPlayers(tx, [runId]), state, now });
  });
}

async function vacate(
  tx: Tx,
  app: ScenarioApp,
  { run, version, players, state, now }: Table,
  leaving: PlayerRow,
): Promise<Result<'left'>> {
  const stayed = players.filter((player) => player.leftAt === null && player !== leaving);
  if (stayed.length === 0) return refuse({ code: 'seat-last' });
  await changePlayer(tx, leaving, { leftAt: now });
  const after = followRecorded(version.compiled, state, presentOf(stayed));
  if (after === state) return ok('left');
  await keepRecorded(tx, app, { run, after, now, from: state.decisions.length });
  await noteStanding(tx, app, { run, after, now, stayed });
  return ok('left');
}
