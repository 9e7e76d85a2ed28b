import { allCompetencies, type WithFramework } from '#features/competency/framework.ts';
import { rememberRecent } from '#kernel/recent.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { exploreAlone } from '../alone.ts';
import { checkPlayedSlowly, checkUnplayed } from '../check.ts';
import type { Graph } from '../explore.ts';
import { countOutcomes, type Outcomes } from '../outcomes.ts';
import type { Explored, Known, ScenarioProblem } from '../problem.ts';
import { shortestRoutes } from '../routes.ts';
import type { Scenario } from '../source.ts';
import type { ScenarioApp } from './play.ts';
import { finishSlowly } from './slowly.ts';
import { horizonFor, versionOf } from './version.ts';

/** What the paths of a version come to, and how to get to each place. */
type Counted = {
  readonly outcome: Graph['outcome'];
  /** Null while there are too many paths to walk them all. */
  readonly outcomes: Outcomes | null;
  readonly routes: Readonly<Record<string, readonly string[]>>;
};
/** A scenario as its author sees it. */
export type Bench =
  | { readonly state: 'unplayable'; readonly findings: readonly ScenarioProblem[] }
  | { readonly state: 'counting' }
  | ({ readonly state: 'counted'; readonly findings: readonly ScenarioProblem[] } & Counted);

export type BenchApp = ScenarioApp & WithFramework;

const PATIENCE_MS = 1_000;
const KEPT = 20;

// Counts are named by the hash of the logic; findings also look at words and at other content, so they stay with the scenario.
const counts = rememberRecent<Promise<Counted>>(KEPT);
const benches = new WeakMap<Scenario, Promise<Bench>>();

/**
 * What can happen in a published scenario and what its author should mend. Counting goes on in the background when it takes
 * longer than `patience` (milliseconds); whoever asks again gets it.
 */
export async function benchFor(
  app: BenchApp,
  actor: Actor,
  { scenarioId, patience = PATIENCE_MS }: { scenarioId: string; patience?: number },
): Promise<Result<Bench>> {
  if (!may(actor, 'see-content')) return refuse({ code: 'not-allowed' });
  const scenario = app.scenarios.get(scenarioId);
  if (scenario === undefined) return refuse({ code: 'scenario-unknown' });
  const working = benches.get(scenario) ?? layOutBench(app, scenario);
  benches.set(scenario, working);
  return ok(await atMost(patience, working));
}

async function layOutBench(app: BenchApp, scenario: Scenario): Promise<Bench> {
  const { problems, isPlayable } = checkUnplayed(scenario, knownTo(app, scenario));
  if (!isPlayable) return { state: 'unplayable', findings: problems };
  const version = await versionOf(app, { scenarioId: scenario.id, logicHash: scenario.hash });
  const { graph } = await horizonFor(version);
  const { compiled } = version;
  const alone = await finishSlowly(exploreAlone(compiled, graph));
  const explored = { ...scenario, compiled, graph, alone };
  const counted = counts.get(scenario.hash) ?? count(explored);
  counts.set(scenario.hash, counted);
  const findings = [...problems, ...(await finishSlowly(checkPlayedSlowly(explored)))];
  return { state: 'counted', findings, ...(await counted) };
}

async function count(explored: Explored): Promise<Counted> {
  const { outcome } = explored.graph;
  const outcomes = outcome === 'whole' ? await finishSlowly(countOutcomes(explored)) : null;
  return { outcome, outcomes, routes: shortestRoutes(explored.graph) };
}

/** What a scenario may refer to outside itself. */
export function knownTo({ framework, catalogue }: BenchApp, { source }: Scenario): Known {
  const sources = Object.values(source.references).flatMap((reference) =>
    'source' in reference && catalogue.source(reference.source) ? [reference.source] : [],
  );
  return {
    competencies: new Set(allCompetencies(framework).map(({ id }) => id)),
    lessons: new Set(
      catalogue
        .courses()
        .flatMap(({ lessons }) => lessons.map(({ course, id }) => `${course}/${id}`)),
    ),
    sources: new Set(sources),
  };
}

/** The bench if it is laid out in time. */
async function atMost(patience: number, working: Promise<Bench>): Promise<Bench> {
  const { promise: late, resolve } = Promise.withResolvers<Bench>();
  const timer = setTimeout(() => resolve({ state: 'counting' }), patience);
  try {
    return await Promise.race([working, late]);
  } finally {
    clearTimeout(timer);
  }
}
