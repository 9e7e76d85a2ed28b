import type { Reader, Tx } from '#db/client.ts';
import type { Instant } from '#kernel/date.ts';
import type { Result } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';
import { type Shows, shownBy } from '../evidence.ts';
import { named } from '../named.ts';
import { beginRun, decisionName, followRecorded, isOver, placeOf, seatNow } from '../run.ts';
import type { Seat } from '../source.ts';
import { hasMet, insertMet } from '../store/met.ts';
import { changeRun, findRun, hasRun, listDecisions, listPlayers, type RunRow } from '../store.ts';
import { type RunView, viewRun } from '../view.ts';
import { type Block, sectionFor } from '../words.ts';
import { type Opened, openRun, type StartInput } from './opening.ts';
import { presentOf, type ScenarioApp, seatOf, stateAfter, tokensFor } from './play.ts';
import { keepRecorded } from './steps.ts';
import { versionOf } from './version.ts';

/**
 * Begins a run that its player takes through in front of a group: practice, and on nobody's record. `alsoKeep` writes what
 * belongs to it in the same transaction. The caller has made sure that the actor may lead one.
 */
export async function startExercise(
  app: ScenarioApp,
  actor: Actor,
  input: StartInput,
  alsoKeep: (tx: Tx, run: { runId: string; now: Instant }) => Promise<void>,
): Promise<Result<{ runId: string }>> {
  return openRun(app, actor, input, {
    kind: 'exercise',
    andThen: async (tx, opened) => {
      await letGo(tx, app, opened);
      await alsoKeep(tx, { runId: opened.run.id, now: opened.now });
    },
  });
}

async function letGo(
  tx: Tx,
  app: ScenarioApp,
  { run, players, version: { compiled }, now }: Opened,
): Promise<void> {
  const after = followRecorded(compiled, beginRun(compiled), presentOf(players));
  await keepRecorded(tx, app, { run, after, now, from: 0 });
  await changeRun(tx, run.id, { begunAt: now, lastStepAt: now });
}

/** One of the things that could be done at a decision, with what is only told afterwards. */
export type ChoiceAt = {
  readonly token: string;
  /** `scene.choice` */
  readonly name: string;
  readonly label: string;
  /** What its author says about it. */
  readonly feedback: readonly Block[];
  readonly shows: readonly Shows[];
};
export type DecisionAt = Pick<RunRow, 'scenarioId' | 'logicHash'> & {
  readonly seat: Seat;
  /** What the seat read before it all began. */
  readonly brief: { readonly heading: string; readonly blocks: readonly Block[] };
  /** The situation as the seat of the exercise sees it. */
  readonly view: RunView;
  /** In the order in which they are offered. */
  readonly choices: readonly ChoiceAt[];
};
/** A decision of an exercise: how many had been taken before it. */
export type PointInRun = { readonly runId: string; readonly seq: number };

/**
 * The decision an exercise stood at after `seq` others, whatever came later; null where its player had nothing to decide.
 * The caller has made sure who may see it, and what of it: feedback and levels are for afterwards.
 */
export async function decisionAt(
  app: ScenarioApp,
  { runId, seq }: PointInRun,
  locale: Locale,
): Promise<DecisionAt | null> {
  const run = await findRun(app.db.read, runId);
  const [player] = await listPlayers(app.db.read, [runId]);
  const steps = await listDecisions(app.db.read, runId);
  if (run?.kind !== 'exercise' || player === undefined || seq > steps.length) return null;
  const { compiled, words } = await versionOf(app, run);
  const state = stateAfter(app, run, { compiled, steps: steps.slice(0, seq) });
  const seat = seatOf(player);
  if (isOver(state) || seatNow(compiled, state) !== seat) return null;
  const tokenOf = tokensFor(app, { id: runId, seat }, seq);
  const view = viewRun({ compiled, state, words: words[locale], seat, tokenOf });
  const scene = placeOf(state);
  const byToken = new Map(
    named(compiled.logic.scenes, scene).choices.map(({ id }) => [tokenOf(scene, id), id]),
  );
  const choices = view.options.flatMap(({ token, label }) => {
    const choice = byToken.get(token);
    if (choice === undefined) return [];
    const name = decisionName({ scene, choice });
    const feedback = sectionFor(words[locale], name, seat).blocks;
    return [{ token, name, label, feedback, shows: shownBy(compiled.logic, scene, choice) }];
  });
  const { label: heading, blocks } = sectionFor(words[locale], 'brief', seat);
  const { scenarioId, logicHash } = run;
  return { scenarioId, logicHash, seat, brief: { heading, blocks }, view, choices };
}

/** A version somebody has met, or not. */
type Acquaintance = Pick<RunRow, 'scenarioId' | 'logicHash'> & {
  readonly personId: string;
  readonly runId: string;
};

/** Whether somebody knew this version before this exercise, from a run of their own or from another exercise. */
export async function knewBefore(db: Reader | Tx, person: Acquaintance): Promise<boolean> {
  return (await hasRun(db, person)) || (await hasMet(db, person));
}

/** From now on this person knows the version: what they play of it later is practice. */
export async function noteMet(tx: Tx, person: Acquaintance, at: Instant): Promise<void> {
  const { personId, scenarioId, logicHash, runId } = person;
  await insertMet(tx, { personId, scenarioId, logicHash, runId, at });
}
