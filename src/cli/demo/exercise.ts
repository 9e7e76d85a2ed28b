import { cohortsOf } from '#features/cohort/service.ts';
import { compile } from '#features/scenario/compile.ts';
import { beginRun, choose, decisionName, placeOf, type RunState } from '#features/scenario/run.ts';
import { decisionAt } from '#features/scenario/service.ts';
import { beginExercise, castVote, closeVote, openVote } from '#features/vote/service.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Calendar } from './days.ts';
import { type DemoApp, done } from './demo-app.ts';
import { pick, take } from './play.ts';

type PlannedExercise = {
  readonly by: string;
  readonly scenario: string;
  readonly daysAgo: number;
  readonly at: string;
  /**
   * One after another the decisions put to the vote: who voted, from 0 (what an expert would do) to 1. The last one is still
   * open; after each other one the trainer took the expert's step.
   */
  readonly votes: readonly Readonly<Record<string, number>>[];
};

const EXERCISES: readonly PlannedExercise[] = [
  {
    by: 'sora',
    scenario: 'login-fails-monday',
    daysAgo: 1,
    at: '15:00',
    votes: [
      { junho: 0, yerin: 0.4, subin: 0.9, mingyu: 0, jiwon: 0, eunji: 0.4 },
      { junho: 0, yerin: 0.4, mingyu: 0.9 },
    ],
  },
];

/** Trainers lead their cohorts through scenarios, decision by decision. */
export async function exercise(
  app: DemoApp,
  calendar: Calendar,
  actorOf: (login: string) => Actor,
): Promise<void> {
  for (const planned of EXERCISES) {
    app.clock.set(calendar.moment(planned.daysAgo, planned.at));
    await lead(app, actorOf, planned);
  }
}

async function lead(
  app: DemoApp,
  actorOf: (login: string) => Actor,
  { by, scenario: scenarioId, votes }: PlannedExercise,
): Promise<void> {
  const trainer = actorOf(by);
  const [cohort] = await cohortsOf(app, trainer);
  const scenario = app.scenarios.get(scenarioId);
  if (cohort === undefined || scenario === undefined) throw new Error(`${by} has nobody to lead`);
  const input = { eventId: app.newId(), cohortId: cohort.id, scenarioId };
  const { runId } = done(await beginExercise(app, trainer, input));
  const compiled = compile(scenario.logic);
  const game = { scenario, compiled, runId };
  let state = beginRun(compiled);
  for (const [seq, ballots] of votes.entries()) {
    app.clock.pass(4);
    const { voteId } = done(await openVote(app, trainer, { eventId: app.newId(), runId, seq }));
    for (const [login, place] of Object.entries(ballots)) {
      app.clock.pass(1);
      const choice = pick(compiled, state, place);
      const token = await tokenOf(app, { runId, state, choice });
      done(await castVote(app, actorOf(login), { eventId: app.newId(), voteId, token }));
    }
    if (seq === votes.length - 1) return;
    done(await closeVote(app, trainer, voteId));
    app.clock.pass(6);
    const step = pick(compiled, state, 0);
    await take(app, trainer, { game, state, choice: step });
    state = choose(compiled, state, step);
  }
}

async function tokenOf(
  app: DemoApp,
  { runId, state, choice }: { runId: string; state: RunState; choice: string },
): Promise<string> {
  const decision = await decisionAt(app, { runId, seq: state.decisions.length }, 'ko');
  const name = decisionName({ scene: placeOf(state), choice });
  return decision?.choices.find((one) => one.name === name)?.token ?? '';
}
