import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';
import { placeOf, type RunState } from '../run.ts';
import { type RunView, viewRun as viewFor } from '../view.ts';
import { sectionFor } from '../words.ts';
import {
  type BranchPoint,
  findOwnRun,
  type RunHead,
  rememberedState,
  type ScenarioApp,
  stateNow,
  tokensFor,
} from './play.ts';
import type { Taken } from './take.ts';
import { type Version, versionOf } from './version.ts';

export type SeenRun = {
  readonly runId: string;
  readonly scenarioId: string;
  readonly courseId: string | null;
  readonly mode: string;
  readonly branchedFrom: (BranchPoint & { readonly heading: string }) | null;
  readonly view: RunView;
};

/** A person's own run as it stands, in one language. A run of somebody else is refused as if it did not exist. */
export async function viewRun(
  app: ScenarioApp,
  actor: Actor,
  runId: string,
  locale: Locale,
): Promise<Result<SeenRun>> {
  const run = await findOwnRun(app, actor, runId);
  if (run === null) return refuse({ code: 'run-unknown' });
  const version = await versionOf(app, run);
  const { state } = await stateNow(app, run, version.compiled);
  return ok(seenRun(app, { run, version, state, locale }));
}

/** The run as a decision has left it; while that is remembered, without asking the database again. */
export async function viewTaken(
  app: ScenarioApp,
  actor: Actor,
  { runId, seq }: Taken,
  locale: Locale,
): Promise<Result<SeenRun>> {
  const run = await findOwnRun(app, actor, runId);
  const state = rememberedState(app, runId, seq);
  if (run === null || state === undefined) return viewRun(app, actor, runId, locale);
  return ok(seenRun(app, { run, version: await versionOf(app, run), state, locale }));
}

type Seeing = {
  readonly run: RunHead;
  readonly version: Version;
  readonly state: RunState;
  readonly locale: Locale;
};

function seenRun(app: ScenarioApp, { run, version, state, locale }: Seeing): SeenRun {
  const { id: runId, scenarioId, courseId, mode, seat } = run;
  const { compiled, words } = version;
  const tokenOf = tokensFor(app, runId, state.decisions.length);
  const view = viewFor({ compiled, state, words: words[locale], seat, tokenOf });
  const branchedFrom = branchSeen(run, { version, state, locale });
  return { runId, scenarioId, courseId, mode, branchedFrom, view };
}

/** Where the run branched, with the heading of the scene that was decided anew there or still waits. */
function branchSeen(
  { branchedFrom, seat }: RunHead,
  { version, state, locale }: Omit<Seeing, 'run'>,
): SeenRun['branchedFrom'] {
  if (branchedFrom === null) return null;
  const scene = state.decisions[branchedFrom.seq]?.scene ?? placeOf(state);
  return { ...branchedFrom, heading: sectionFor(version.words[locale], scene, seat).label };
}
