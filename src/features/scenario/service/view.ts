import type { Instant } from '#kernel/date.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';
import { dueFor } from '../pace.ts';
import { placeOf, type RunState } from '../run.ts';
import { decisionsOf } from '../seats.ts';
import { isSilent } from '../silence.ts';
import type { Seat } from '../source.ts';
import { findSeated, listDecisions } from '../store.ts';
import { type RunView, viewRun as viewFor } from '../view.ts';
import { type Block, sectionFor } from '../words.ts';
import { type Companion, companionsOf, peopleIn, type Seated } from './people.ts';
import {
  type BranchPoint,
  findOwnRun,
  headOf,
  type RunHead,
  rememberedState,
  type ScenarioApp,
  stateAfter,
  tokensFor,
} from './play.ts';
import type { Taken } from './take.ts';
import { type Version, versionOf } from './version.ts';

export type SeenRun = {
  readonly runId: string;
  readonly scenarioId: string;
  readonly courseId: string | null;
  readonly mode: string;
  readonly seat: Seat;
  /** All seats of the version, in the author's order. */
  readonly seats: readonly Seat[];
  readonly isTogether: boolean;
  /** Whether it is played in front of a group that votes. */
  readonly isExercise: boolean;
  /** Whether the own seat follows the recorded path by now. */
  readonly hasLeft: boolean;
  readonly companions: readonly Companion[];
  /** The person this one waits for; null when it is their own turn, and at the end. */
  readonly waitingFor: (Companion & { readonly since: Instant; readonly isSilent: boolean }) | null;
  /** Whether others wait for this person. */
  readonly isAwaited: boolean;
  /** The pace the person has set themselves, in minutes; `pace` is what it asks of them while it is their turn. */
  readonly keptPace: number | null;
  readonly pace: {
    readonly minutes: number;
    readonly dueAt: Instant;
    readonly now: Instant;
  } | null;
  /** What this seat reads before it first decides, where a scenario has several; what others read is theirs. */
  readonly brief: { readonly heading: string; readonly blocks: readonly Block[] } | null;
  readonly branchedFrom: (BranchPoint & { readonly heading: string }) | null;
  /** Where an author's rehearsal began and how many decisions it took over; null for any other run. */
  readonly rehearsal: { readonly seq: number; readonly heading: string } | null;
  readonly view: RunView;
};

/**
 * A person's own run as it stands, from their seat, in one language. A run they do not sit in is refused as if it did not
 * exist, one that people still gather for with `run-not-begun`.
 */
export async function viewRun(
  app: ScenarioApp,
  actor: Actor,
  runId: string,
  locale: Locale,
): Promise<Result<SeenRun>> {
  const seated = await findSeated(app.db.read, runId, actor.personId);
  if (seated === null) return refuse({ code: 'run-unknown' });
  const run = headOf(seated);
  if (run === null) return refuse({ code: 'run-not-begun' });
  const version = await versionOf(app, run);
  const steps = await listDecisions(app.db.read, run.id);
  const state = stateAfter(app, run, { compiled: version.compiled, steps });
  return ok(await seenRun(app, { run, version, state, locale }));
}

/** The run as a decision has left it; while that is remembered, without replaying it. */
export async function viewTaken(
  app: ScenarioApp,
  actor: Actor,
  { runId, seq }: Taken,
  locale: Locale,
): Promise<Result<SeenRun>> {
  const run = await findOwnRun(app, actor, runId);
  const state = rememberedState(app, runId, seq);
  if (run === null || state === undefined) return viewRun(app, actor, runId, locale);
  return ok(await seenRun(app, { run, version: await versionOf(app, run), state, locale }));
}

type Seeing = {
  readonly run: RunHead;
  readonly version: Version;
  readonly state: RunState;
  readonly locale: Locale;
};

async function seenRun(
  app: ScenarioApp,
  { run, version, state, locale }: Seeing,
): Promise<SeenRun> {
  const { id: runId, scenarioId, courseId, mode, seat, isTogether, isExercise } = run;
  const { compiled, words } = version;
  const tokenOf = tokensFor(app, run, state.decisions.length);
  const view = viewFor({ compiled, state, words: words[locale], seat, tokenOf });
  const people = isTogether ? ((await peopleIn(app, [runId])).get(runId) ?? []) : [];
  const companions = companionsOf(people, run.personId);
  const isOwnTurn = !view.over && view.waitingFor === null;
  return {
    ...{ runId, scenarioId, courseId, mode, seat, isTogether, isExercise, companions, view },
    seats: compiled.logic.seats,
    hasLeft: run.leftAt !== null,
    waitingFor: waitedFor(app, { run, view, people }),
    isAwaited: isOwnTurn && companions.some(({ hasLeft }) => !hasLeft),
    keptPace: run.pace?.minutes ?? null,
    pace: isOwnTurn ? paceSeen(app, run) : null,
    brief: briefFor(run, { version, state, locale }),
    branchedFrom: branchSeen(run, { version, state, locale }),
    rehearsal: rehearsalSeen(run, { version, state, locale }),
  };
}

function briefFor(
  { seat, branchedFrom }: RunHead,
  { version: { compiled, words }, state, locale }: Omit<Seeing, 'run'>,
): SeenRun['brief'] {
  const hasDecided = decisionsOf(compiled.logic, state.decisions, seat).length > 0;
  if (compiled.logic.seats.length === 1 || hasDecided || branchedFrom !== null) return null;
  const { label, blocks } = sectionFor(words[locale], 'brief', seat);
  return { heading: label, blocks };
}

function waitedFor(
  app: ScenarioApp,
  { run, view, people }: { run: RunHead; view: RunView; people: readonly Seated[] },
): SeenRun['waitingFor'] {
  const person = people.find(({ seat }) => seat === view.waitingFor);
  if (person === undefined) return null;
  const { seat, name, hasLeft } = person;
  const waiting = {
    waitingSince: run.lastStepAt,
    heardAt: person.row.heardAt,
    now: app.clock.now(),
  };
  return { seat, name, hasLeft, since: run.lastStepAt, isSilent: isSilent(waiting) };
}

function paceSeen(app: ScenarioApp, { pace, lastStepAt }: RunHead): SeenRun['pace'] {
  if (pace === null) return null;
  return { minutes: pace.minutes, dueAt: dueFor(pace, lastStepAt), now: app.clock.now() };
}

/** Where the run branched, with the heading of the scene that was decided anew there or still waits. */
function branchSeen(run: RunHead, seeing: Omit<Seeing, 'run'>): SeenRun['branchedFrom'] {
  const { branchedFrom } = run;
  if (branchedFrom === null) return null;
  return { ...branchedFrom, heading: headingAt(run, branchedFrom.seq, seeing) };
}

function rehearsalSeen(run: RunHead, seeing: Omit<Seeing, 'run'>): SeenRun['rehearsal'] {
  const { rehearsedFrom: seq } = run;
  return seq === null ? null : { seq, heading: headingAt(run, seq, seeing) };
}

/** The heading of the scene that was decided, or still waits, after so many decisions. */
function headingAt(
  { seat }: RunHead,
  seq: number,
  { version, state, locale }: Omit<Seeing, 'run'>,
): string {
  const scene = state.decisions[seq]?.scene ?? placeOf(state);
  return sectionFor(version.words[locale], scene, seat).label;
}
