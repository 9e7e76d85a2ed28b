import type { Tx } from '#db/client.ts';
import type { NewEvidence } from '#features/competency/evidence.ts';
import { addEvidence } from '#features/competency/service.ts';
import { findStatement } from '#features/record/service.ts';
import type { Instant } from '#kernel/date.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { shownBy } from '../evidence.ts';
import { dueFor } from '../pace.ts';
import {
  choose,
  decisionName,
  followRecorded,
  isOver,
  placeOf,
  type RunState,
  seatNow,
} from '../run.ts';
import type { Choice, Seat } from '../source.ts';
import { insertStep, listPlayers, type StepRow } from '../store.ts';
import { choiceOfToken } from '../view.ts';
import {
  findOwnRun,
  presentIn,
  presentOf,
  type RunHead,
  rememberedState,
  rememberState,
  type ScenarioApp,
  stateAfter,
  stateNow,
  tokensFor,
} from './play.ts';
import { keepRecorded, noteStanding, type Staying } from './steps.ts';
import { type Version, versionOf } from './version.ts';

export type TakeInput = {
  readonly eventId: string;
  readonly runId: string;
  /** How many decisions had been taken when the person saw the choices. */
  readonly seq: number;
  readonly token: string;
};
/** `seq` decisions have been taken now. */
export type Taken = { readonly runId: string; readonly seq: number; readonly finished: boolean };

/** A decision that has been weighed and waits to be written. */
type Pending = {
  readonly input: TakeInput;
  readonly run: RunHead;
  readonly version: Version;
  readonly before: RunState;
  readonly choice: Choice;
  readonly present: readonly Seat[];
  /** When nobody who is present has to wait for the recorded path any more. */
  readonly after: RunState;
};

/**
 * Takes a decision in a run the actor sits in, at a scene of their seat: the step, those the recorded path takes after it,
 * what it shows of competencies in a first run, and at the end the statements that the scenario is finished, all or
 * nothing. The same event sent again answers the same. Refused are a step that has been taken meanwhile (in another
 * window, or by the recorded path), another seat's turn, and a token that stands for no open choice.
 */
export async function takeChoice(
  app: ScenarioApp,
  actor: Actor,
  input: TakeInput,
): Promise<Result<Taken>> {
  const run = await findOwnRun(app, actor, input.runId);
  if (run === null) return refuse({ code: 'run-unknown' });
  const version = await versionOf(app, run);
  const before = await stateBefore(app, { run, version, input });
  if (before === null) return outcomeOf(app, { run, version, input });
  if (isOver(before)) return refuse({ code: 'run-finished' });
  const present = await presentIn(app.db.read, run);
  if (!present.includes(run.seat)) return refuse({ code: 'seat-left' });
  if (seatNow(version.compiled, before) !== run.seat) return refuse({ code: 'not-your-turn' });
  const tokenOf = tokensFor(app, run, input.seq);
  const choice = choiceOfToken(version.compiled, before, { token: input.token, tokenOf });
  if (choice === undefined) return refuse({ code: 'choice-not-offered' });
  const chosen = choose(version.compiled, before, choice.id);
  const after = followRecorded(version.compiled, chosen, present);
  const pending = { input, run, version, before, choice, present, after };
  switch (await app.db.write((tx) => keepDecision(tx, app, pending))) {
    case 'people-changed':
      return takeChoice(app, actor, input);
    case 'taken-before':
      return outcomeOf(app, { run, version, input });
    case 'kept':
      rememberState(app, run.id, after);
      return ok({ runId: run.id, seq: after.decisions.length, finished: isOver(after) });
  }
}

type Asked = Pick<Pending, 'run' | 'version' | 'input'>;

/** The state the person decided in; null when the run does not stand there any more. */
async function stateBefore(
  app: ScenarioApp,
  { run, version, input }: Asked,
): Promise<RunState | null> {
  const known = rememberedState(app, run.id, input.seq);
  if (known !== undefined) return known;
  const { state, steps } = await stateNow(app, run, version.compiled);
  return steps.length === input.seq ? state : null;
}

/** Whoever leaves or is handed over meanwhile changes who decides next: then the decision is weighed anew. */
async function keepDecision(
  tx: Tx,
  app: ScenarioApp,
  pending: Pending,
): Promise<'kept' | 'taken-before' | 'people-changed'> {
  const { input, run, after } = pending;
  const now = app.clock.now();
  const stayed = await whoStays(tx, pending);
  if (stayed === null) return 'people-changed';
  if (isOver(after) && (await findStatement(tx, input.eventId)) !== null) return 'taken-before';
  if (!(await insertStep(tx, stepOf(pending, now)))) return 'taken-before';
  await keepRecorded(tx, app, { run, after, now, from: input.seq + 1 });
  const by = { personId: run.personId, eventId: input.eventId };
  if (run.mode === 'first') await addEvidence(tx, app, evidenceOf(pending, now));
  await noteStanding(tx, app, { run, after, now, stayed, by });
  return 'kept';
}

/** On whose record the end of a run is; null when somebody has come or gone meanwhile. Rehearsals and exercises are on nobody's. */
async function whoStays(tx: Tx, { run, present }: Pending): Promise<readonly Staying[] | null> {
  if (!run.isTogether) return run.rehearsedFrom === null && !run.isExercise ? [run] : [];
  const players = await listPlayers(tx, [run.id]);
  if (presentOf(players).join() !== present.join()) return null;
  return players.filter(({ leftAt }) => leftAt === null);
}

function stepOf({ input, run, before, choice }: Pending, now: Instant): StepRow {
  const { pace } = run;
  return {
    runId: run.id,
    seq: input.seq,
    eventId: input.eventId,
    choiceId: decisionName({ scene: placeOf(before), choice: choice.id }),
    at: now,
    personId: run.personId,
    paceMinutes: pace?.minutes ?? null,
    dueAt: pace === null ? null : dueFor(pace, run.lastStepAt),
  };
}

function evidenceOf({ input, run, version, before, choice }: Pending, now: Instant): NewEvidence[] {
  const scene = placeOf(before);
  return shownBy(version.compiled.logic, scene, choice.id).map(({ competency, level, weight }) => ({
    id: `${run.id}/${input.seq}/${competency}`,
    personId: run.personId,
    competency,
    shown: {
      v: 1,
      kind: 'decision',
      level,
      weight,
      decision: decisionName({ scene, choice: choice.id }),
    },
    source: `scenario:${run.scenarioId}`,
    runId: run.id,
    occurredAt: now,
  }));
}

/** What came of an event that could not be kept: its own step, sent before, or another one, taken meanwhile. */
async function outcomeOf(app: ScenarioApp, { run, version, input }: Asked): Promise<Result<Taken>> {
  const { steps } = await stateNow(app, run, version.compiled);
  const own = steps.findIndex(({ eventId }) => eventId === input.eventId);
  if (own !== -1) {
    const next = steps.findIndex(({ personId }, seq) => seq > own && personId !== null);
    const upTo = next === -1 ? steps : steps.slice(0, next);
    const state = stateAfter(app, run, { compiled: version.compiled, steps: upTo });
    return ok({ runId: run.id, seq: upTo.length, finished: isOver(state) });
  }
  return refuse({ code: steps.length === input.seq ? 'event-used' : 'step-already-taken' });
}
