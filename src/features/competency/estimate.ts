import type { Instant } from '#kernel/date.ts';
import type { Shown, Weighed } from './evidence.ts';
import type { Level } from './framework.ts';

/**
 * Ability is a posterior on 16 grid points at ±0.25, ±0.75 … ±3.75 logits. The cuts between levels (±0.5, ±1.5) lie midway
 * between points, never on one: points on cuts broke calibration.
 */
export const GRID: readonly number[] = Array.from({ length: 16 }, (_, i) => -3.75 + i * 0.5);
const LEVEL_CUTS = [-1.5, -0.5, 0.5, 1.5] as const;
const DECISION_CUTS = [-1.2, 0, 1.2] as const;

/** Until calibrated on real answers, a person is thought to stand a little below the middle, with much doubt. */
const PRIOR = { mean: -0.5, sd: 1.2 } as const;
const SLOPE = 1.2;
const DAY_MS = 86_400_000;
/** After this many days a piece of evidence counts half. A choice, not a measurement; the product says so. */
export const HALF_LIFE_DAYS = 540;

/** Log-likelihood of all evidence over the grid, faded to the moment `at`. */
export type Accumulator = { readonly at: Instant; readonly sums: readonly number[] };

export type Estimate = {
  /** Logits. */
  readonly mean: number;
  readonly sd: number;
  /** Probability of each level 0–4; adds up to 1. */
  readonly distribution: readonly number[];
};

/**
 * Adds evidence up. Log-likelihoods add, so the order of arrival does not matter:
 * S(t) = Σ wᵢ · 2^(−(t − tᵢ)/h) · log Lᵢ(θ).
 */
export function accumulate(weighed: readonly Weighed[], at: Instant): Accumulator {
  const sums = GRID.map(() => 0);
  for (const { piece, weight } of weighed) {
    const counts = weight * fading(piece.occurredAt, at);
    const row = logLikelihood(piece.shown);
    for (const [point, value] of row.entries()) sums[point] = (sums[point] ?? 0) + counts * value;
  }
  return { at, sums };
}

/** The estimate at a moment: with no news it drifts to the prior and its doubt grows. */
export function estimateAt(accumulator: Accumulator, now: Instant): Estimate {
  const fade = fading(accumulator.at, now);
  const logs = GRID.map((theta, point) => {
    const prior = -0.5 * ((theta - PRIOR.mean) / PRIOR.sd) ** 2;
    return prior + fade * (accumulator.sums[point] ?? 0);
  });
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let mean = 0;
  let square = 0;
  const distribution = [0, 0, 0, 0, 0];
  for (const [point, theta] of GRID.entries()) {
    const probability = (weights[point] ?? 0) / total;
    mean += probability * theta;
    square += probability * theta * theta;
    const level = levelOf(theta);
    distribution[level] = (distribution[level] ?? 0) + probability;
  }
  return { mean, sd: Math.sqrt(Math.max(0, square - mean * mean)), distribution };
}

/** P(level ≥ wanted). */
export function atLeast(estimate: Estimate, wanted: Level): number {
  return estimate.distribution.slice(wanted).reduce((sum, probability) => sum + probability, 0);
}

/** The most probable level; of two equally probable ones the lower. */
export function likeliestLevel(estimate: Estimate): Level {
  const highest = Math.max(...estimate.distribution);
  return estimate.distribution.indexOf(highest) as Level; // The distribution has the five levels as indexes.
}

/** The share of its weight that something from `then` still has `now`. */
export function fading(then: Instant, now: Instant): number {
  return 2 ** (-(now - then) / DAY_MS / HALF_LIFE_DAYS);
}

/**
 * log L(θ) of what was shown. Questions: three-parameter logistic model (Birnbaum 1968) with guessing at 1/options and
 * slope 1.2. Decisions: graded response model (Samejima 1969), four grades.
 */
function logLikelihood(shown: Shown): number[] {
  if (shown.kind === 'question') {
    const guess = 1 / shown.options;
    return GRID.map((theta) => {
      const right = guess + (1 - guess) * logistic(SLOPE * (theta - shown.difficulty));
      return Math.log(shown.correct ? right : 1 - right);
    });
  }
  return GRID.map((theta) => {
    const reaches = (grade: number) => {
      if (grade <= 0) return 1;
      const cut = DECISION_CUTS[grade - 1];
      return cut === undefined ? 0 : logistic(SLOPE * (theta - cut));
    };
    return Math.log(Math.max(1e-9, reaches(shown.level) - reaches(shown.level + 1)));
  });
}

function levelOf(theta: number): Level {
  return LEVEL_CUTS.filter((cut) => theta > cut).length as Level; // Four cuts give 0 to 4.
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
