import type { Tx } from '#db/client.ts';
import type { NewEvidence } from '#features/competency/evidence.ts';
import { addEvidence } from '#features/competency/service.ts';
import { recordStep } from '#features/learning/service.ts';
import { findStatement } from '#features/record/service.ts';
import type { Instant } from '#kernel/date.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { shownBy } from '../evidence.ts';
import { choose, decisionName, isOver, placeOf, type RunState } from '../run.ts';
import type { Choice } from '../source.ts';
import { insertStep, moveRun } from '../store.ts';
import { choiceOfToken } from '../view.ts';
import {
  findOwnRun,
  type RunHead,
  rememberedState,
  rememberState,
  type ScenarioApp,
  stateAfter,
  stateNow,
  tokensFor,
} from './play.ts';
import { type Version, versionOf } from './version.ts';

export type TakeInput = {
  readonly eventId: string;
  readonly runId: string;
  /** How many decisions the person had taken when they saw the choices. */
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
  readonly after: RunState;
};

/**
 * Takes a decision in a run of the actor's own: the step, what it shows of competencies in a first run, and at the end the
 * statement that the scenario is finished, all or nothing. The same event sent again answers the same. Refused are a step
 * that has been taken meanwhile (in another window) and a token that stands for no open choice.
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
  const tokenOf = tokensFor(app, run.id, input.seq);
  const choice = choiceOfToken(version.compiled, before, { token: input.token, tokenOf });
  if (choice === undefined) return refuse({ code: 'choice-not-offered' });
  const after = choose(version.compiled, before, choice.id);
  const pending = { input, run, version, before, choice, after };
  if (!(await app.db.write((tx) => keepDecision(tx, app, pending)))) {
    return outcomeOf(app, { run, version, input });
  }
  rememberState(app, run.id, after);
  return ok({ runId: run.id, seq: input.seq + 1, finished: isOver(after) });
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

/** Whether the decision is kept: false when its step or its event was there before. */
async function keepDecision(tx: Tx, app: ScenarioApp, pending: Pending): Promise<boolean> {
  const { input, run, before, choice, after } = pending;
  const now = app.clock.now();
  const finished = isOver(after);
  if (finished && (await findStatement(tx, input.eventId)) !== null) return false;
  const choiceId = decisionName({ scene: placeOf(before), choice: choice.id });
  const step = { runId: run.id, seq: input.seq, eventId: input.eventId, choiceId, at: now };
  if (!(await insertStep(tx, step))) return false;
  const end = finished ? { finishedAt: now, ending: placeOf(after) } : {};
  await moveRun(tx, run.id, { lastStepAt: now, ...end });
  if (run.mode === 'first') await addEvidence(tx, app, evidenceOf(pending, now));
  if (finished) await recordFinished(tx, app, { pending, now });
  return true;
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

async function recordFinished(
  tx: Tx,
  app: ScenarioApp,
  { pending: { input, run, after }, now }: { pending: Pending; now: Instant },
): Promise<void> {
  await recordStep(tx, app, {
    id: input.eventId,
    actorId: run.personId,
    verb: 'finished',
    objectType: 'scenario',
    objectId: run.scenarioId,
    objectVersion: run.logicHash,
    courseId: run.courseId,
    result: { v: 1, runId: run.id, ending: placeOf(after) },
    occurredAt: now,
    recordedAt: now,
  });
}

/** What came of an event that could not be kept: its own step, sent before, or somebody else's, taken meanwhile. */
async function outcomeOf(app: ScenarioApp, { run, version, input }: Asked): Promise<Result<Taken>> {
  const { steps } = await stateNow(app, run, version.compiled);
  const own = steps.find(({ eventId }) => eventId === input.eventId);
  if (own !== undefined) {
    const upTo = steps.slice(0, own.seq + 1);
    const state = stateAfter(app, run, { compiled: version.compiled, steps: upTo });
    return ok({ runId: run.id, seq: own.seq + 1, finished: isOver(state) });
  }
  return refuse({ code: steps.length === input.seq ? 'event-used' : 'step-already-taken' });
}
