import type { Tx } from '#db/client.ts';
import type { Instant } from '#kernel/date.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';
import { firstSeat } from '../seats.ts';
import type { Seat } from '../source.ts';
import {
  changePlayer,
  changeRun,
  deletePlayer,
  findRun,
  findRunByCode,
  findSeated,
  insertPlayer,
  listPlayers,
  type RunRow,
} from '../store.ts';
import { type Section, sectionFor } from '../words.ts';
import { courseFor, letBegin, newPlayer, openRun, type StartInput } from './opening.ts';
import { peopleIn } from './people.ts';
import type { ScenarioApp } from './play.ts';
import { versionOf } from './version.ts';

/** A seat of a run that people gather for; a free one follows the recorded path if it stays free. */
export type SeatTaken = {
  readonly seat: Seat;
  readonly role: string;
  readonly name: string | null;
  readonly isOwn: boolean;
  readonly isHost: boolean;
};
/** Where people gather before play begins. */
export type Lobby = {
  readonly runId: string;
  readonly scenarioId: string;
  readonly title: string;
  /** What the person's own seat reads before it begins; what others read is theirs. */
  readonly brief: Section | null;
  readonly state: 'gathering' | 'begun' | 'called-off';
  readonly openedAt: Instant;
  readonly seats: readonly SeatTaken[];
  readonly isHost: boolean;
  /** What the link to send ends in; nobody can guess it. */
  readonly key: string;
  /** What somebody beside the host types; null once play has begun or was called off. */
  readonly code: string | null;
};

const CODE_DIGITS = 6;

/** Opens a run to be played together, with the actor in one of its seats, or answers the one this event opened before. */
export async function gather(
  app: ScenarioApp,
  actor: Actor,
  input: StartInput,
): Promise<Result<{ runId: string }>> {
  if (app.scenarios.get(input.scenarioId)?.logic.seats.length === 1) {
    return refuse({ code: 'one-seat' });
  }
  return openRun(app, actor, input, {
    kind: 'together',
    andThen: async (tx, { run }) => {
      const code = await freeCode(tx, app);
      await changeRun(tx, run.id, { code, hostId: actor.personId });
    },
  });
}

/** The lobby of a run for somebody who sits in it. */
export async function viewLobby(
  app: ScenarioApp,
  actor: Actor,
  runId: string,
  locale: Locale,
): Promise<Result<Lobby>> {
  const seated = await findSeated(app.db.read, runId, actor.personId);
  if (seated === null || seated.run.kind !== 'together') return refuse({ code: 'run-unknown' });
  return ok(await lobbyOf(app, actor, seated.run, locale));
}

/** The same for somebody who was sent the link; whoever does not know the key finds nothing. */
export async function viewInvitation(
  app: ScenarioApp,
  actor: Actor,
  { runId, key }: Invited,
  locale: Locale,
): Promise<Result<Lobby>> {
  const run = await findInvited(app, { runId, key });
  if (run === null) return refuse({ code: 'run-unknown' });
  return ok(await lobbyOf(app, actor, run, locale));
}

/** What a link to a run names. */
export type Invited = { readonly runId: string; readonly key: string };

/** The run behind a short code. A person may try a few times and then has to wait: codes are short. */
export async function findByCode(
  app: ScenarioApp,
  actor: Actor,
  typed: string,
): Promise<Result<Invited>> {
  const wait = await app.signInThrottle.take(`run-code:${actor.personId}`);
  if (wait > 0) {
    return refuse({ code: 'too-many-tries', values: { minutes: Math.ceil(wait / 60) } });
  }
  const code = typed.normalize('NFKC').replace(/\D/g, '');
  const run = code.length === CODE_DIGITS ? await findRunByCode(app.db.read, code) : null;
  if (run === null) return refuse({ code: 'code-unknown', field: 'code' });
  return ok({ runId: run.id, key: keyOf(app, run.id) });
}

/**
 * Takes a free seat in a run that has not begun, or moves there from the seat one has. Doing it twice is the same as once;
 * of two people who want one seat at the same moment, one gets it.
 */
export async function joinRun(
  app: ScenarioApp,
  actor: Actor,
  { runId, key, seat }: Invited & { seat: Seat },
): Promise<Result<{ runId: string }>> {
  if (!may(actor, 'learn', { owner: actor.personId })) return refuse({ code: 'not-allowed' });
  const invited = await findInvited(app, { runId, key });
  if (invited === null) return refuse({ code: 'run-unknown' });
  const { compiled } = await versionOf(app, invited);
  if (!compiled.logic.seats.includes(seat)) return refuse({ code: 'seat-unknown' });
  const courseId = await courseFor(app, actor, invited);
  const now = app.clock.now();
  return app.db.write(async (tx) => {
    const run = await findRun(tx, runId);
    const players = await listPlayers(tx, [runId]);
    const own = players.find(({ personId }) => personId === actor.personId);
    if (run === null || run.calledOffAt !== null) return refuse({ code: 'run-called-off' });
    if (own?.seat === seat) return ok({ runId });
    if (run.begunAt !== null) return refuse({ code: 'run-begun' });
    if (players.some((player) => player.seat === seat)) return refuse({ code: 'seat-taken' });
    const player = newPlayer(run, { personId: actor.personId, seat, courseId, now });
    if (own === undefined) await insertPlayer(tx, player);
    else await changePlayer(tx, own, { seat });
    return ok({ runId });
  });
}

/** Lets play begin; only the host may. Seats that are free follow the recorded path. Once it has begun, nothing changes. */
export async function beginTogether(
  app: ScenarioApp,
  actor: Actor,
  runId: string,
): Promise<Result<{ runId: string }>> {
  const seated = await findSeated(app.db.read, runId, actor.personId);
  if (seated === null || seated.run.kind !== 'together') return refuse({ code: 'run-unknown' });
  if (seated.run.hostId !== actor.personId) return refuse({ code: 'host-only' });
  const version = await versionOf(app, seated.run);
  const now = app.clock.now();
  return app.db.write(async (tx) => {
    const run = await findRun(tx, runId);
    if (run === null || run.calledOffAt !== null) return refuse({ code: 'run-called-off' });
    const players = await listPlayers(tx, [runId]);
    if (run.begunAt === null) await letBegin(tx, app, { run, players, version, now });
    return ok({ runId });
  });
}

/** Before play begins: a guest gives the seat back, the host calls the whole run off. */
export async function leaveLobby(
  app: ScenarioApp,
  actor: Actor,
  runId: string,
): Promise<Result<'left' | 'called-off'>> {
  return app.db.write(async (tx) => {
    const seated = await findSeated(tx, runId, actor.personId);
    if (seated === null || seated.run.kind !== 'together') return refuse({ code: 'run-unknown' });
    const { run, player } = seated;
    if (run.begunAt !== null) return refuse({ code: 'run-begun' });
    if (run.hostId !== actor.personId) {
      await deletePlayer(tx, player);
      return ok('left');
    }
    const calledOffAt = run.calledOffAt ?? app.clock.now();
    await changeRun(tx, runId, { calledOffAt, code: null });
    return ok('called-off');
  });
}

async function lobbyOf(
  app: ScenarioApp,
  actor: Actor,
  run: RunRow,
  locale: Locale,
): Promise<Lobby> {
  const version = await versionOf(app, run);
  const { seats } = version.compiled.logic;
  const words = version.words[locale];
  const people = (await peopleIn(app, [run.id])).get(run.id) ?? [];
  const own = people.find(({ row }) => row.personId === actor.personId);
  return {
    runId: run.id,
    scenarioId: run.scenarioId,
    title: sectionFor(words, 'title', firstSeat({ seats })).label,
    brief: own === undefined ? null : sectionFor(words, 'brief', own.seat),
    state: run.calledOffAt !== null ? 'called-off' : run.begunAt !== null ? 'begun' : 'gathering',
    openedAt: run.startedAt,
    isHost: run.hostId === actor.personId,
    key: keyOf(app, run.id),
    code: run.code,
    seats: seats.map((seat) => {
      const person = people.find((one) => one.seat === seat);
      return {
        seat,
        role: sectionFor(words, 'role', seat).label,
        name: person?.name ?? null,
        isOwn: person !== undefined && person === own,
        isHost: person !== undefined && person.row.personId === run.hostId,
      };
    }),
  };
}

/** Null for whoever does not know the key, as if the run did not exist. */
async function findInvited(app: ScenarioApp, { runId, key }: Invited): Promise<RunRow | null> {
  const run = await findRun(app.db.read, runId);
  return run?.kind === 'together' && key === keyOf(app, runId) ? run : null;
}

function keyOf(app: Pick<ScenarioApp, 'sign'>, runId: string): string {
  return app.sign(`join ${runId}`).slice(0, 22);
}

/** Digits that no run people gather for has; drawn from a secret, so that nobody can tell the next ones. */
async function freeCode(tx: Tx, app: ScenarioApp): Promise<string> {
  for (;;) {
    const drawn = Number.parseInt(app.hash(app.newSecret()).slice(0, 12), 16);
    const code = String(drawn % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0');
    if ((await findRunByCode(tx, code)) === null) return code;
  }
}
