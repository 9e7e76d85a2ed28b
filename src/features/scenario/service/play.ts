import type { Database } from '#db/client.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import type { App } from '#kernel/ports.ts';
import { type Recent, rememberRecent } from '#kernel/recent.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Compiled } from '../compile.ts';
import { ENGINE, type RunState, replay } from '../run.ts';
import { SEATS, type Seat, type WithScenarios } from '../source.ts';
import { findRun, listSteps, type RunRow, type StepRow } from '../store.ts';
import type { TokenOf } from '../view.ts';

export type ScenarioApp = App & WithCatalogue & WithScenarios;

/** What never changes about a run once it has begun. */
export type RunHead = Pick<
  RunRow,
  'id' | 'personId' | 'scenarioId' | 'logicHash' | 'mode' | 'courseId' | 'startedAt'
> & { readonly seat: Seat; readonly branchedFrom: BranchPoint | null };

/** The run whose beginning another one took over, and how many decisions of it: the next one is open again. */
export type BranchPoint = { readonly runId: string; readonly seq: number };

/**
 * What a process remembers of runs in play, so that most decisions need no replay. A state is named by its run and its
 * number of decisions; decisions are only ever added, so a remembered state cannot become wrong.
 */
type Memory = { readonly heads: Recent<RunHead>; readonly states: Recent<RunState> };
const memories = new WeakMap<Database, Memory>();

function memoryOf({ db }: Pick<App, 'db'>): Memory {
  const known = memories.get(db);
  if (known !== undefined) return known;
  const fresh = { heads: rememberRecent<RunHead>(2_000), states: rememberRecent<RunState>(4_000) };
  memories.set(db, fresh);
  return fresh;
}

/** The run, for the person whose run it is; null for anybody else, as if it did not exist. */
export async function findOwnRun(
  app: Pick<App, 'db'>,
  actor: Actor,
  runId: string,
): Promise<RunHead | null> {
  const { heads } = memoryOf(app);
  const head = heads.get(runId) ?? headOf(await findRun(app.db.read, runId));
  if (head === null) return null;
  heads.set(runId, head);
  return may(actor, 'learn', { owner: head.personId }) ? head : null;
}

/** Where the run stands after all its steps. */
export async function stateNow(
  app: Pick<App, 'db'>,
  run: RunHead,
  compiled: Compiled,
): Promise<{ state: RunState; steps: StepRow[] }> {
  const steps = await listSteps(app.db.read, run.id);
  return { state: stateAfter(app, run, { compiled, steps }), steps };
}

/** The state after these steps, which are all there are up to the last of them. */
export function stateAfter(
  app: Pick<App, 'db'>,
  run: RunHead,
  { compiled, steps }: { compiled: Compiled; steps: readonly StepRow[] },
): RunState {
  const known = rememberedState(app, run.id, steps.length);
  if (known !== undefined) return known;
  const state = replay(
    compiled,
    steps.map(({ choiceId }) => choiceId),
  );
  rememberState(app, run.id, state);
  return state;
}

export function rememberedState(
  app: Pick<App, 'db'>,
  runId: string,
  seq: number,
): RunState | undefined {
  return memoryOf(app).states.get(`${runId} ${seq}`);
}

/** Only for states whose steps have been committed. */
export function rememberState(app: Pick<App, 'db'>, runId: string, state: RunState): void {
  memoryOf(app).states.set(`${runId} ${state.decisions.length}`, state);
}

/** Tokens differ from run to run and from step to step, so one cannot be carried over. */
export function tokensFor(app: Pick<App, 'sign'>, runId: string, seq: number): TokenOf {
  return (scene, choice) => app.sign(`choice ${runId} ${seq} ${scene} ${choice}`).slice(0, 16);
}

function headOf(row: RunRow | null): RunHead | null {
  if (row === null) return null;
  const seat = SEATS.find((word) => word === row.seat);
  if (seat === undefined) throw new Error(`run ${row.id} has the unknown seat "${row.seat}"`);
  if (row.engine !== ENGINE) throw new Error(`run ${row.id} needs the engine "${row.engine}"`);
  const { id, personId, scenarioId, logicHash, mode, courseId, startedAt } = row;
  const branchedFrom = branchPointOf(row);
  return { id, personId, scenarioId, logicHash, mode, courseId, startedAt, seat, branchedFrom };
}

/** Null for a run that began at the beginning. */
export function branchPointOf({
  branchedFromRun: runId,
  branchedFromSeq: seq,
}: Pick<RunRow, 'branchedFromRun' | 'branchedFromSeq'>): BranchPoint | null {
  return runId === null || seq === null ? null : { runId, seq };
}
