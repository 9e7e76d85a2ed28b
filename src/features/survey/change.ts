/** Mean and spread of answers on a scale. */
export type Spread = { readonly n: number; readonly mean: number; readonly deviation: number };

/** How a mean changed between two groups of answers, with the interval it lies in nineteen times out of twenty. */
export type Change = {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** `unsure`: the interval holds nought, so that there may be no change at all. */
  readonly word: 'up' | 'down' | 'unsure';
};

/** Sample mean and standard deviation (n − 1); null for fewer than two. */
export function spreadOf(values: readonly number[]): Spread | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, deviation: Math.sqrt(squares / (n - 1)) };
}

/**
 * The difference of two means with Welch's 95 % interval (Welch 1947, Biometrika 34): answers carry no name, so nobody's
 * before can be paired with their after, and the two groups need not spread alike.
 */
export function changeBetween(before: Spread, after: Spread): Change {
  const difference = after.mean - before.mean;
  const [a, b] = [before, after].map(({ deviation, n }) => deviation ** 2 / n) as [number, number]; // Two in, two out.
  const error = Math.sqrt(a + b);
  const degrees = (a + b) ** 2 / (a ** 2 / (before.n - 1) + b ** 2 / (after.n - 1));
  // Where nobody differs from anybody the spread is nought and says nothing about others: the widest step stands in for it.
  const half = error === 0 ? LEAST_HALF : quantile(degrees) * error;
  const [low, high] = [difference - half, difference + half];
  return { difference, low, high, word: low > 0 ? 'up' : high < 0 ? 'down' : 'unsure' };
}

const LEAST_HALF = 0.5;
const Z = 1.959964;

/**
 * Student's t that 97.5 % stay below, by the expansion of Cornish and Fisher to the fourth order
 * (Abramowitz & Stegun 26.7.5); off by less than 0.002 from four degrees of freedom on.
 */
export function quantile(degrees: number): number {
  const z3 = Z ** 3;
  const z5 = Z ** 5;
  const z7 = Z ** 7;
  const z9 = Z ** 9;
  return (
    Z +
    (z3 + Z) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * Z) / (96 * degrees ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * degrees ** 3) +
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * Z) / (92_160 * degrees ** 4)
  );
}
