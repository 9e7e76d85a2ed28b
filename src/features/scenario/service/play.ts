import type { Database, Reader, Tx } from '#db/client.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { type Recent, rememberRecent } from '#kernel/recent.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Compiled } from '../compile.ts';
import type { Pace } from '../pace.ts';
import { ENGINE, type RunState, replay } from '../run.ts';
import { SEATS, type Seat, type WithScenarios } from '../source.ts';
import {
  findSeated,
  listPlayers,
  listSteps,
  type PlayerRow,
  type RunRow,
  type SeatedRow,
  type StepRow,
} from '../store.ts';
import type { TokenOf } from '../view.ts';

export type ScenarioApp = App & WithCatalogue & WithScenarios;

/** A run in which play has begun, as one of its people has it. */
export type RunHead = Pick<RunRow, 'id' | 'scenarioId' | 'logicHash' | 'lastStepAt'> &
  Pick<PlayerRow, 'personId' | 'mode' | 'courseId' | 'heardAt' | 'leftAt'> & {
    /** Whether other people may sit in its other seats. */
    readonly isTogether: boolean;
    /** How many decisions an author's rehearsal took over; null for any other run. */
    readonly rehearsedFrom: number | null;
    /** Whether a group looks on and votes. */
    readonly isExercise: boolean;
    /** When play began. */
    readonly startedAt: Instant;
    readonly seat: Seat;
    readonly pace: Pace | null;
    readonly branchedFrom: BranchPoint | null;
  };

/** The run whose beginning another one took over, and how many decisions of it: the next one is open again. */
export type BranchPoint = { readonly runId: string; readonly seq: number };

/**
 * What a process remembers of runs in play, so that most decisions need no replay. A state is named by its run and its
 * number of decisions; decisions are only ever added, so a remembered state cannot become wrong.
 */
const memories = new WeakMap<Database, Recent<RunState>>();

function memoryOf({ db }: Pick<App, 'db'>): Recent<RunState> {
  const known = memories.get(db);
  if (known !== undefined) return known;
  const fresh = rememberRecent<RunState>(4_000);
  memories.set(db, fresh);
  return fresh;
}

/** The run, for somebody who sits in it; null for anybody else, as if it did not exist, and while people gather for it. */
export async function findOwnRun(
  app: Pick<App, 'db'>,
  actor: Actor,
  runId: string,
): Promise<RunHead | null> {
  const seated = await findSeated(app.db.read, runId, actor.personId);
  if (seated === null || !may(actor, 'learn', { owner: seated.player.personId })) return null;
  return headOf(seated);
}

/** Where the run stands after all its steps. */
export async function stateNow(
  app: Pick<App, 'db'>,
  run: Pick<RunHead, 'id'>,
  compiled: Compiled,
): Promise<{ state: RunState; steps: StepRow[] }> {
  const steps = await listSteps(app.db.read, run.id);
  return { state: stateAfter(app, run, { compiled, steps }), steps };
}

/** The state after these steps, which are all there are up to the last of them, and have been committed. */
export function stateAfter(
  app: Pick<App, 'db'>,
  run: Pick<RunHead, 'id'>,
  { compiled, steps }: { compiled: Compiled; steps: readonly Pick<StepRow, 'choiceId'>[] },
): RunState {
  const known = rememberedState(app, run.id, steps.length);
  if (known !== undefined) return known;
  const state = replay(compiled, choicesOf(steps));
  rememberState(app, run.id, state);
  return state;
}

/** Steps as `replay` takes them. */
export function choicesOf(steps: readonly Pick<StepRow, 'choiceId'>[]): string[] {
  return steps.map(({ choiceId }) => choiceId);
}

export function rememberedState(
  app: Pick<App, 'db'>,
  runId: string,
  seq: number,
): RunState | undefined {
  return memoryOf(app).get(`${runId} ${seq}`);
}

/** Only for states whose steps have been committed. */
export function rememberState(app: Pick<App, 'db'>, runId: string, state: RunState): void {
  memoryOf(app).set(`${runId} ${state.decisions.length}`, state);
}

/** Tokens differ from run to run, from step to step and from seat to seat, so one cannot be carried over. */
export function tokensFor(
  app: Pick<App, 'sign'>,
  { id, seat }: Pick<RunHead, 'id' | 'seat'>,
  seq: number,
): TokenOf {
  return (scene, choice) => app.sign(`choice ${id} ${seat} ${seq} ${scene} ${choice}`).slice(0, 16);
}

/** The seats whose people decide themselves; all others follow the recorded path. */
export async function presentIn(
  reader: Reader | Tx,
  run: Pick<RunHead, 'id' | 'seat' | 'isTogether'>,
): Promise<Seat[]> {
  return run.isTogether ? presentOf(await listPlayers(reader, [run.id])) : [run.seat];
}

export function presentOf(players: readonly PlayerRow[]): Seat[] {
  return players.flatMap((player) => (player.leftAt === null ? [seatOf(player)] : []));
}

/** Throws on a seat this version of the product does not know. */
export function seatOf({ runId, seat: word }: Pick<PlayerRow, 'runId' | 'seat'>): Seat {
  const seat = SEATS.find((known) => known === word);
  if (seat === undefined) throw new Error(`run ${runId} has the unknown seat "${word}"`);
  return seat;
}

/** Null while people gather. */
export function headOf({ run, player }: SeatedRow): RunHead | null {
  if (run.begunAt === null) return null;
  if (run.engine !== ENGINE) throw new Error(`run ${run.id} needs the engine "${run.engine}"`);
  const { id, scenarioId, logicHash, lastStepAt, begunAt: startedAt } = run;
  const { personId, mode, courseId, heardAt, leftAt } = player;
  return {
    ...{ id, scenarioId, logicHash, lastStepAt, startedAt },
    ...{ personId, mode, courseId, heardAt, leftAt },
    isTogether: run.kind === 'together',
    rehearsedFrom: rehearsedFrom(run),
    isExercise: run.kind === 'exercise',
    seat: seatOf(player),
    pace: paceOf(player),
    branchedFrom: branchPointOf(run),
  };
}

function paceOf({ paceMinutes: minutes, paceSince: since }: PlayerRow): Pace | null {
  return minutes === null || since === null ? null : { minutes, since };
}

/** How many decisions a rehearsal took over; null for any other run. */
export function rehearsedFrom(run: Pick<RunRow, 'kind' | 'branchedFromSeq'>): number | null {
  return run.kind === 'rehearsal' ? (run.branchedFromSeq ?? 0) : null;
}

/** Null for a run that began at the beginning. */
export function branchPointOf({
  branchedFromRun: runId,
  branchedFromSeq: seq,
}: Pick<RunRow, 'branchedFromRun' | 'branchedFromSeq'>): BranchPoint | null {
  return runId === null || seq === null ? null : { runId, seq };
}
