import type { Instant } from '#kernel/date.ts';
import type { Weighed } from './evidence.ts';
import type { Level } from './framework.ts';
import { GRID, LEVEL_CUTS, logLikelihood, speedOf } from './likelihood.ts';
import {
  type HalfLives,
  type Model,
  type Prior,
  SPEEDS,
  type Speed,
  UNCALIBRATED,
} from './parameters.ts';

const DAY_MS = 86_400_000;
const POINTS = GRID.length;

/**
 * All evidence boiled down to the moment `at`: the log-likelihood over the grid, apart for evidence that fades at different
 * speeds. A speed without evidence is absent.
 */
export type Accumulator = {
  readonly at: Instant;
  readonly sums: Readonly<Partial<Record<Speed, readonly number[]>>>;
  readonly halfLives: HalfLives;
  readonly prior: Prior;
};

export type Estimate = {
  /** Logits. */
  readonly mean: number;
  readonly sd: number;
  /** Probability of each level 0–4; adds up to 1. */
  readonly distribution: readonly number[];
};

/**
 * Adds evidence up. Log-likelihoods add, so the order of arrival does not matter:
 * S_h(t) = Σ wᵢ · 2^(−(t − tᵢ)/h) · log Lᵢ(θ) for each half-life h.
 */
export function accumulate(
  weighed: readonly Weighed[],
  at: Instant,
  model: Model = UNCALIBRATED,
): Accumulator {
  const sums: Sums = {};
  for (const one of weighed) addTo(sums, one, at, model);
  return { at, sums, halfLives: model.halfLives, prior: model.prior };
}

/** The same with one piece more. With its weight negated, a piece that is in there is taken out again. */
export function withPiece(
  accumulator: Accumulator,
  weighed: Weighed,
  model: Model = UNCALIBRATED,
): Accumulator {
  const sums = copyOf(accumulator.sums);
  addTo(sums, weighed, accumulator.at, model);
  return { ...accumulator, sums };
}

/** To a millionth, which changes no probability that anybody could see; short to keep in millions. */
export function rounded(accumulator: Accumulator): Accumulator {
  const sums: Sums = {};
  for (const speed of SPEEDS) {
    const sum = accumulator.sums[speed];
    if (sum !== undefined) sums[speed] = sum.map((value) => Math.round(value * 1e6) / 1e6 + 0); // Never −0, which JSON does not keep.
  }
  return { ...accumulator, sums };
}

/** The same evidence seen from another moment. */
export function fadeTo(accumulator: Accumulator, at: Instant): Accumulator {
  const sums = copyOf(accumulator.sums);
  for (const speed of SPEEDS) {
    const fade = fading(accumulator.at, at, accumulator.halfLives[speed]);
    const sum = sums[speed];
    if (sum !== undefined) sums[speed] = sum.map((value) => value * fade);
  }
  return { ...accumulator, at, sums };
}

/**
 * Two bodies of evidence about one person in one: what one has shown under two names, for example. Says what accumulating
 * everything would say unless both answered the same question, which then counts in full in both.
 */
export function addUp(one: Accumulator, other: Accumulator): Accumulator {
  return combine(one, fadeTo(other, one.at), 1);
}

/** What is left of the first without the second, which is part of it. */
export function minus(whole: Accumulator, part: Accumulator): Accumulator {
  return combine(whole, fadeTo(part, whole.at), -1);
}

/** The estimate at a moment: with no news it drifts to the prior and its doubt grows. */
export function estimateAt(accumulator: Accumulator, now: Instant): Estimate {
  const probabilities = pointProbabilities(accumulator, now);
  let mean = 0;
  let square = 0;
  const distribution = [0, 0, 0, 0, 0];
  for (let point = 0; point < POINTS; point += 1) {
    const theta = GRID[point] ?? 0;
    const probability = probabilities[point] ?? 0;
    mean += probability * theta;
    square += probability * theta * theta;
    const level = LEVEL_AT[point] ?? 0;
    distribution[level] = (distribution[level] ?? 0) + probability;
  }
  return { mean, sd: Math.sqrt(Math.max(0, square - mean * mean)), distribution };
}

/** The probability of each point of the grid at a moment; adds up to 1. */
export function pointProbabilities(accumulator: Accumulator, now: Instant): number[] {
  const { at, sums, halfLives, prior } = accumulator;
  const logs = GRID.map((theta) => -0.5 * ((theta - prior.mean) / prior.sd) ** 2);
  for (const speed of SPEEDS) {
    const sum = sums[speed];
    if (sum !== undefined) addScaled(logs, sum, fading(at, now, halfLives[speed]));
  }
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
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
export function fading(then: Instant, now: Instant, halfLifeDays: number): number {
  return 2 ** (-(now - then) / DAY_MS / halfLifeDays);
}

/** The level of each point of the grid. */
const LEVEL_AT = GRID.map((theta) => LEVEL_CUTS.filter((cut) => theta > cut).length);

type Sums = Partial<Record<Speed, number[]>>;

function addTo(sums: Sums, { piece, weight }: Weighed, at: Instant, model: Model): void {
  const speed = speedOf(piece.shown.kind);
  const counts = weight * fading(piece.occurredAt, at, model.halfLives[speed]);
  const row = logLikelihood(piece.shown, piece.source, model);
  const sum = sums[speed];
  if (sum === undefined) sums[speed] = row.map((value) => counts * value);
  else addScaled(sum, row, counts);
}

function addScaled(sums: number[], row: readonly number[], by: number): void {
  for (let point = 0; point < POINTS; point += 1) {
    sums[point] = (sums[point] ?? 0) + by * (row[point] ?? 0);
  }
}

function combine(one: Accumulator, other: Accumulator, sign: 1 | -1): Accumulator {
  const sums = copyOf(one.sums);
  for (const speed of SPEEDS) {
    const added = other.sums[speed];
    if (added === undefined) continue;
    const sum = sums[speed] ?? GRID.map(() => 0);
    sums[speed] = sum.map((value, point) => value + sign * (added[point] ?? 0));
  }
  return { ...one, sums };
}

function copyOf(sums: Accumulator['sums']): Sums {
  const copy: Sums = {};
  for (const speed of SPEEDS) {
    const sum = sums[speed];
    if (sum !== undefined) copy[speed] = [...sum];
  }
  return copy;
}
