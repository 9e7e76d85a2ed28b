/** How good predictions are. */
export type Metrics = {
  /** Probability that a right answer was given a higher chance than a wrong one; 0.5 is chance, ties count half. */
  readonly auc: number;
  /** Mean of −log of the chance given to what happened (natural logarithm); lower is better. */
  readonly logLoss: number;
  /** Expected calibration error: over ten equal ranges of chance, how far what was said lies from what happened, by size. */
  readonly ece: number;
};

const RANGES = 10;
const SMALLEST = 1e-6;

/** `outcomes` are 0 or 1. Without both a right and a wrong answer the AUC is not a number. */
export function metricsOf(chances: Float64Array, outcomes: Uint8Array): Metrics {
  return {
    auc: auc(chances, outcomes),
    logLoss: logLoss(chances, outcomes),
    ece: calibrationError(chances, outcomes),
  };
}

/** By the sum of ranks (Mann–Whitney), equal chances sharing their mean rank. */
function auc(chances: Float64Array, outcomes: Uint8Array): number {
  const order = Uint32Array.from(chances.keys()).sort(
    (a, b) => (chances[a] ?? 0) - (chances[b] ?? 0),
  );
  let positives = 0;
  let ranks = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    let right = 0;
    const chance = chances[order[from] ?? 0];
    while (to < order.length && chances[order[to] ?? 0] === chance) {
      right += outcomes[order[to] ?? 0] ?? 0;
      to += 1;
    }
    ranks += right * ((from + to + 1) / 2);
    positives += right;
    from = to;
  }
  const negatives = order.length - positives;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

function logLoss(chances: Float64Array, outcomes: Uint8Array): number {
  let sum = 0;
  for (const [at, chance] of chances.entries()) {
    const happened = outcomes[at] === 1 ? chance : 1 - chance;
    sum -= Math.log(Math.max(SMALLEST, happened));
  }
  return sum / chances.length;
}

function calibrationError(chances: Float64Array, outcomes: Uint8Array): number {
  const gaps = new Float64Array(RANGES);
  for (const [at, chance] of chances.entries()) {
    const range = Math.min(RANGES - 1, Math.floor(chance * RANGES));
    gaps[range] = (gaps[range] ?? 0) + chance - (outcomes[at] ?? 0);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / chances.length;
}
