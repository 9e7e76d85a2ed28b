/**
 * After so many days a piece of evidence counts half. A choice, not a measurement; the product says so. `quick` is for
 * self-ratings, `slow` for what a trainer saw somebody do, `normal` for everything else.
 */
export type HalfLives = { readonly [speed in Speed]: number };
export type Speed = 'quick' | 'normal' | 'slow';
export const SPEEDS = ['quick', 'normal', 'slow'] as const satisfies readonly Speed[];
export const HALF_LIVES: HalfLives = { quick: 180, normal: 540, slow: 1080 };

/** A normal distribution over ability, in logits. */
export type Prior = { readonly mean: number; readonly sd: number };

/** What answers and ratings of everybody have taught; see `calibration.ts`. */
export type Calibration = {
  /** Counts up; 0 before the first. */
  readonly version: number;
  /** Where a person is thought to stand before showing anything. */
  readonly prior: Prior;
  /** Difficulty in logits by evidence source, where answers have taught more than the author could know. */
  readonly difficulties: ReadonlyMap<string, number>;
  /** How hard the questions of a competency proved to be on average, in logits; only for those with enough questions. */
  readonly meanDifficulties: ReadonlyMap<string, number>;
  /** How much sterner than others a person rates, in logits, by person; only for those with enough ratings. */
  readonly severities: ReadonlyMap<string, number>;
};

/** Everything the estimate of one competency takes from elsewhere than the evidence of the person. */
export type Model = Omit<Calibration, 'meanDifficulties'> & {
  readonly halfLives: HalfLives;
  readonly meanDifficulty?: number;
};

/** Until calibrated on real answers: a person stands a little below the middle, with much doubt, and every author is right. */
export const UNCALIBRATED: Model & Calibration = {
  version: 0,
  prior: { mean: -0.5, sd: 1.2 },
  difficulties: new Map(),
  meanDifficulties: new Map(),
  severities: new Map(),
  halfLives: HALF_LIVES,
};
