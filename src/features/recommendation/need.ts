import { accumulate, estimateAt, likeliestLevel } from '#features/competency/estimate.ts';
import type { Level } from '#features/competency/framework.ts';
import type { Model } from '#features/competency/parameters.ts';
import type { CompetencyState } from '#features/competency/profile.ts';
import { widerPrior } from '#features/competency/wider.ts';
import type { Instant } from '#kernel/date.ts';
import { knownLevel } from './ways.ts';

/**
 * Why a competency deserves attention. refresh: a confirmed level has faded. below: under the target. unknown: a target, and
 * too little shown. confirm: likely, not confirmed. uncertain: something was shown, too little to say. suggested: nothing was
 * shown, and other competencies say it may be there; only ever a recommendation, never a level.
 */
export const REASONS = [
  'refresh',
  'below',
  'unknown',
  'confirm',
  'uncertain',
  'suggested',
] as const;
export type Reason = (typeof REASONS)[number];

export type Need = {
  readonly competency: string;
  readonly reason: Reason;
  /** The level the sentence speaks of: the target, the level that faded or is likely. */
  readonly level: Level;
  readonly weight: number;
};

export type Standings = {
  readonly states: ReadonlyMap<string, CompetencyState>;
  readonly targets: ReadonlyMap<string, Level>;
  readonly now: Instant;
  readonly modelOf: (competency: string) => Model;
};

/** What is asked of somebody comes before what is not. */
const ASKED = 3;
const WEIGHTS: Readonly<Record<Reason, number>> = {
  refresh: 3,
  below: 3,
  unknown: 2.5,
  confirm: 2,
  uncertain: 1.5,
  suggested: 1,
};

/** What deserves attention, the most urgent first; ties in the order of the framework. */
export function needsOf(standings: Standings): Need[] {
  const needs = [...standings.states].flatMap(([competency, state]) => {
    const found = needOf(competency, state, standings);
    if (found === null) return [];
    const target = standings.targets.get(competency) ?? 0;
    const missing = found.reason === 'below' ? target - knownLevel(state.standing) : 0;
    const weight = WEIGHTS[found.reason] + (target > 0 ? ASKED : 0) + missing / 2;
    return [{ competency, ...found, weight }];
  });
  return needs.sort((a, b) => b.weight - a.weight);
}

function needOf(
  competency: string,
  { standing }: CompetencyState,
  standings: Standings,
): Pick<Need, 'reason' | 'level'> | null {
  const target = standings.targets.get(competency) ?? 0;
  const known = knownLevel(standing);
  if (standing.status === 'needs-refresh') return { reason: 'refresh', level: known };
  if (known === 0 && target > 0) return { reason: 'unknown', level: target };
  if (known < target) return { reason: 'below', level: target };
  if (standing.status === 'nothing-shown') return suggestion(competency, standings);
  if (standing.status === 'not-enough') return { reason: 'uncertain', level: standing.level };
  const isUnconfirmed = standing.status === 'likely' && known > 0;
  return isUnconfirmed ? { reason: 'confirm', level: known } : null;
}

const WORTH_SAYING: Level = 2;

/** What the other competencies suggest of one nobody has seen; null unless it is worth saying. */
function suggestion(
  competency: string,
  { states, now, modelOf }: Standings,
): Pick<Need, 'reason' | 'level'> | null {
  const others = [...states.values()].filter(({ lastShownAt }) => lastShownAt !== null);
  if (others.length < 2) return null;
  const model = modelOf(competency);
  const prior = widerPrior(
    others.map(({ estimate }) => estimate),
    model.prior,
  );
  const level = likeliestLevel(estimateAt(accumulate([], now, { ...model, prior }), now));
  return level >= WORTH_SAYING ? { reason: 'suggested', level } : null;
}
