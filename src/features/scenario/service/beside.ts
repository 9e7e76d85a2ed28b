import type { Actor } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';
import { type Comparison, compareRuns } from '../compare.ts';
import type { RunState } from '../run.ts';
import { sectionFor } from '../words.ts';
import { type BranchSummary, branchesOf } from './branch.ts';
import { findOwnRun, type RunHead, type ScenarioApp, stateNow } from './play.ts';
import type { Version } from './version.ts';

/** A branched run beside the one it branched from. */
export type Beside = Comparison & {
  readonly runId: string;
  /** How many decisions were taken over. */
  readonly seq: number;
};
/** A run that branched from this one; `ended` is its ending in words, null while it is played. */
export type Branch = Omit<BranchSummary, 'ending'> & { readonly ended: string | null };

type Finished = {
  readonly run: RunHead;
  readonly version: Version;
  readonly state: RunState;
  readonly locale: Locale;
};

/** A finished run beside the one it branched from; null when it began at the beginning. */
export async function besideEarlier(
  app: ScenarioApp,
  actor: Actor,
  { run, version, state, locale }: Finished,
): Promise<Beside | null> {
  if (run.branchedFrom === null) return null;
  const { runId, seq } = run.branchedFrom;
  const earlier = await findOwnRun(app, actor, runId);
  if (earlier === null) return null;
  const { compiled } = version;
  const { state: before } = await stateNow(app, earlier, compiled);
  const reading = { compiled, words: version.words[locale], seat: run.seat };
  return { runId, seq, ...compareRuns(reading, before, state) };
}

/** The runs that branched from a finished run, newest first. */
export async function toldBranches(
  app: ScenarioApp,
  { run, version, locale }: Finished,
): Promise<Branch[]> {
  const branches = await branchesOf(app, run);
  return branches.map(({ ending, ...branch }) => {
    const ended = ending && sectionFor(version.words[locale], ending, run.seat).label;
    return { ...branch, ended };
  });
}
