import type { Database } from '#db/client.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { type Recent, rememberRecent } from '#kernel/recent.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';
import { simulatedTime } from '../clock.ts';
import { type Story, tellStory } from '../debrief.ts';
import { tookAgainst } from '../pace.ts';
import { type Tally, without } from '../peers.ts';
import { type Answers, answersFrom, LONGEST_ANSWER, QUESTIONS } from '../reflection.ts';
import { isOver } from '../run.ts';
import { listReflections, saveReflection } from '../store/reflections.ts';
import { listFirstChoices, type StepRow, tallyChoices } from '../store.ts';
import { type Beside, type Branch, besideEarlier, toldBranches } from './beside.ts';
import { type Companion, companionsOf, peopleIn } from './people.ts';
import { findOwnRun, type RunHead, type ScenarioApp, stateNow } from './play.ts';
import { horizonFor, versionOf } from './version.ts';

export type Debrief = {
  readonly run: RunHead;
  readonly finishedAt: Instant;
  /** The simulated time of day at which the run began: `09:00`. */
  readonly startsAt: string;
  readonly story: Story;
  readonly answers: Answers;
  /** The run this one branched from, side by side. */
  readonly beside: Beside | null;
  readonly branches: readonly Branch[];
  /** Who else played; empty for a run alone. */
  readonly companions: readonly Companion[];
  /** How long decisions took for which the person had set themselves a pace. */
  readonly paces: readonly Paced[];
};
export type Paced = {
  /** The number of the decision among those of all seats, counted from 1. */
  readonly place: number;
  /** Milliseconds. */
  readonly took: number;
  readonly minutes: number;
};

/** The story of a finished run of the actor's own, with the shares of others and what else was possible. */
export async function debriefRun(
  app: ScenarioApp,
  actor: Actor,
  runId: string,
  locale: Locale,
): Promise<Result<Debrief>> {
  const run = await findOwnRun(app, actor, runId);
  if (run === null) return refuse({ code: 'run-unknown' });
  const version = await versionOf(app, run);
  const { state, steps } = await stateNow(app, run, version.compiled);
  if (!isOver(state)) return refuse({ code: 'run-not-finished' });
  const story = tellStory({
    compiled: version.compiled,
    state,
    words: version.words[locale],
    seat: run.seat,
    horizon: await horizonFor(version),
    peers: await othersOf(app, run),
    recorded: steps.flatMap(({ personId, seq }) => (personId === null ? [seq] : [])),
  });
  const answers = answersFrom(
    await listReflections(app.db.read, { runId, personId: run.personId }),
  );
  const finished = { run, version, state, locale };
  const beside = await besideEarlier(app, actor, finished);
  const branches = await toldBranches(app, finished);
  const { time: startsAt } = simulatedTime(version.compiled.logic.clock.start, 0);
  const finishedAt = steps.at(-1)?.at ?? run.startedAt;
  const companions = run.isTogether ? await companionsIn(app, run) : [];
  const paces = pacesOf(run, steps);
  const told = { run, finishedAt, startsAt, story, answers };
  return ok({ ...told, beside, branches, companions, paces });
}

async function companionsIn(app: ScenarioApp, { id, personId }: RunHead): Promise<Companion[]> {
  return companionsOf((await peopleIn(app, [id])).get(id) ?? [], personId);
}

function pacesOf(run: RunHead, steps: readonly StepRow[]): Paced[] {
  return steps.flatMap(({ seq, at, personId, paceMinutes: minutes, dueAt }) => {
    if (personId !== run.personId || minutes === null || dueAt === null) return [];
    return [{ place: seq + 1, took: tookAgainst({ at, dueAt, minutes }), minutes }];
  });
}

/** Keeps what a person wrote after a finished run of their own; writing again replaces it. */
export async function reflect(
  app: ScenarioApp,
  actor: Actor,
  { runId, answers }: { runId: string; answers: Answers },
): Promise<Result<'stored'>> {
  const run = await findOwnRun(app, actor, runId);
  if (run === null) return refuse({ code: 'run-unknown' });
  const { state } = await stateNow(app, run, (await versionOf(app, run)).compiled);
  if (!isOver(state)) return refuse({ code: 'run-not-finished' });
  const tooLong = QUESTIONS.find((question) => answers[question].length > LONGEST_ANSWER);
  if (tooLong !== undefined) {
    return refuse({ code: 'too-long', field: tooLong, values: { max: LONGEST_ANSWER } });
  }
  const at = app.clock.now();
  await app.db.write(async (tx) => {
    for (const question of QUESTIONS) {
      const answer = answers[question].trim();
      await saveReflection(tx, { runId, personId: run.personId, question, answer, at });
    }
  });
  return ok('stored');
}

const TALLY_KEPT_MS = 60_000;
type KeptTally = { readonly at: Instant; readonly tally: Tally };
const tallies = new WeakMap<Database, Recent<KeptTally>>();

/** What others chose in their first runs of the same version, at most a minute old: counting walks over every run. */
async function othersOf(app: Pick<App, 'db' | 'clock'>, run: RunHead): Promise<Tally> {
  const { at, tally } = await tallyOf(app, run);
  return without(tally, await listFirstChoices(app.db.read, run, at));
}

async function tallyOf(app: Pick<App, 'db' | 'clock'>, run: RunHead): Promise<KeptTally> {
  const memory = tallies.get(app.db) ?? rememberRecent<KeptTally>(50);
  tallies.set(app.db, memory);
  const now = app.clock.now();
  const known = memory.get(run.logicHash);
  if (known !== undefined && now - known.at < TALLY_KEPT_MS) return known;
  const rows = await tallyChoices(app.db.read, { ...run, before: now });
  const tally = Object.fromEntries(rows.map(({ choiceId, taken }) => [choiceId, taken]));
  const kept = { at: now, tally };
  memory.set(run.logicHash, kept);
  return kept;
}
