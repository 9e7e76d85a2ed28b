import { type Compiled, compile } from '#features/scenario/compile.ts';
import { shownBy } from '#features/scenario/evidence.ts';
import {
  beginRun,
  choose,
  followRecorded,
  isOver,
  openChoices,
  placeOf,
  type RunState,
} from '#features/scenario/run.ts';
import { firstSeat } from '#features/scenario/seats.ts';
import {
  moveImprovement,
  reflect,
  startRun,
  takeChoice,
  viewRun,
  writeImprovement,
} from '#features/scenario/service.ts';
import type { Scenario } from '#features/scenario/source.ts';
import { sectionFor } from '#features/scenario/words.ts';
import { addDays, dayAt } from '#kernel/date.ts';
import { seededRandom } from '#kernel/random.ts';
import type { Actor } from '#kernel/rights.ts';
import type { RunAct } from './act.ts';
import { type DemoApp, done } from './demo-app.ts';

type Game = { readonly scenario: Scenario; readonly compiled: Compiled; readonly runId: string };

/** Plays a scenario from its first seat, alone, as carefully as planned, to its end or to where it was left; the seed settles the slips. */
export async function play(app: DemoApp, actor: Actor, act: RunAct, seed: string): Promise<void> {
  const scenario = app.scenarios.get(act.scenario);
  if (scenario === undefined) throw new Error(`there is no scenario ${act.scenario}`);
  const compiled = compile(scenario.logic);
  const begun = done(await startRun(app, actor, { eventId: app.newId(), scenarioId: scenario.id }));
  const game = { scenario, compiled, runId: begun.runId };
  const random = seededRandom(seed);
  const last = act.decisions ?? Number.POSITIVE_INFINITY;
  const present = [firstSeat(scenario.logic)];
  let state = followRecorded(compiled, beginRun(compiled), present);
  for (let decided = 0; !isOver(state) && decided < last; decided += 1) {
    app.clock.pass(2);
    const choice = pick(compiled, state, random() < act.care ? 0 : random());
    await take(app, actor, { game, state, choice });
    state = followRecorded(compiled, choose(compiled, state, choice), present);
  }
  app.clock.pass(6);
  if (act.reflection !== null) {
    done(await reflect(app, actor, { runId: game.runId, answers: act.reflection }));
  }
  await improve(app, actor, { runId: game.runId, act });
}

/** Writes down what is to change; what is done by now was done while it was written. */
async function improve(
  app: DemoApp,
  actor: Actor,
  { runId, act }: { runId: string; act: RunAct },
): Promise<void> {
  for (const { what, owner, withinDays, isDone } of act.improvements) {
    const eventId = app.newId();
    const due = addDays(dayAt(app.clock.now(), app.zone), withinDays);
    const plan = { eventId, runId, improvementId: null, what, owner, due };
    done(await writeImprovement(app, actor, plan));
    const finish = { eventId: app.newId(), runId, improvementId: eventId, move: 'finish' } as const;
    if (isDone) done(await moveImprovement(app, actor, finish));
  }
}

/** The open choice at a place between the most expert (0) and the most harmful (towards 1). */
export function pick(compiled: Compiled, state: RunState, place: number): string {
  const scene = placeOf(state);
  const worth = (id: string) =>
    shownBy(compiled.logic, scene, id).reduce((sum, { level, weight }) => sum + level * weight, 0);
  const ranked = openChoices(compiled, state)
    .map(({ id }) => id)
    .sort((a, b) => worth(b) - worth(a));
  const chosen = ranked[Math.floor(place * ranked.length)];
  if (chosen === undefined) throw new Error(`nothing can be decided at ${scene}`);
  return chosen;
}

/** Takes the choice as a page offers it: by the token beside its label. */
export async function take(
  app: DemoApp,
  actor: Actor,
  { game, state, choice }: { game: Game; state: RunState; choice: string },
): Promise<void> {
  const { runId, scenario } = game;
  const { view, seat } = done(await viewRun(app, actor, runId, 'ko'));
  const { label } = sectionFor(scenario.words.ko, `${placeOf(state)}.${choice}`, seat);
  const option = view.options.find((one) => one.label === label);
  if (option === undefined) throw new Error(`${scenario.id} does not offer ${choice}`);
  const { token } = option;
  done(await takeChoice(app, actor, { eventId: app.newId(), runId, seq: view.seq, token }));
}
