import type { Instant } from '#kernel/date.ts';
import { type Accumulator, type Estimate, estimateAt } from './estimate.ts';
import type { Prior } from './parameters.ts';

/**
 * How much of the variance of ability all competencies of a person share. A choice until answers to many competencies of
 * the same people allow an estimate; on school answers one half predicted well.
 */
const SHARED = 0.5;

/**
 * What the other competencies of a person say about one nobody has seen yet: a prior to start from. Only for recommending
 * and for a starting point that is shown as such; a level or a confirmation rests on own evidence alone.
 *
 * Second-order model (de la Torre & Douglas 2004): ability here = what a person shares everywhere + what is special here.
 * Each other estimate, freed of the prior it began with, is one measurement of the shared part, blurred by its doubt and by
 * what is special there.
 */
export function widerPrior(others: readonly Estimate[], prior: Prior): Prior {
  const variance = prior.sd ** 2;
  const shared = { variance: SHARED * variance, special: (1 - SHARED) * variance };
  let precision = 1 / shared.variance;
  let pull = 0;
  for (const { mean, sd } of others) {
    const gained = 1 / sd ** 2 - 1 / variance;
    // An estimate as doubtful as its prior has nothing to say.
    if (gained <= 1e-9) continue;
    const measured = (mean / sd ** 2 - prior.mean / variance) / gained;
    const weight = 1 / (1 / gained + shared.special);
    precision += weight;
    pull += weight * (measured - prior.mean);
  }
  return {
    mean: prior.mean + pull / precision,
    sd: Math.sqrt(1 / precision + shared.special),
  };
}

/** Where a person probably stands in one competency when the others are asked too. Never for a level; see `widerPrior`. */
export function widerEstimate(
  own: Accumulator,
  others: readonly Estimate[],
  now: Instant,
): Estimate {
  return estimateAt({ ...own, prior: widerPrior(others, own.prior) }, now);
}
