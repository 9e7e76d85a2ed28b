export type Degree = 'high' | 'middle' | 'low';

/** Certainty in three words, by the standard deviation in logits; above 0.9 nothing is said about a level. */
export function certainty(sd: number): Degree {
  if (sd <= 0.65) return 'high';
  return sd <= 0.9 ? 'middle' : 'low';
}

/** Freshness in three words, by the share of its weight that the evidence still has. */
export function freshnessDegree(freshness: number): Degree {
  if (freshness >= 0.7) return 'high';
  return freshness >= 0.35 ? 'middle' : 'low';
}

/** Whether a piece of evidence pulls the estimate up, down, or less than 0.02 logits either way. */
export function effectOf(shift: number): 'raises' | 'lowers' | 'no-effect' {
  if (Math.abs(shift) < 0.02) return 'no-effect';
  return shift > 0 ? 'raises' : 'lowers';
}

/** Probabilities as whole percentages that add up to 100 (largest remainders). */
export function percentages(distribution: readonly number[]): number[] {
  const percents = distribution.map((share) => Math.floor(share * 100));
  const missing = 100 - percents.reduce((sum, percent) => sum + percent, 0);
  const byRemainder = distribution
    .map((share, index) => ({ index, remainder: share * 100 - Math.floor(share * 100) }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder.slice(0, missing)) {
    percents[index] = (percents[index] ?? 0) + 1;
  }
  return percents;
}
