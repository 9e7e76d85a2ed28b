/** Right and wrong answers of two groups among people of about the same ability. */
export type Stratum = {
  readonly reference: { right: number; wrong: number };
  readonly focal: { right: number; wrong: number };
};

export type Fairness = {
  /** People compared, in the reference group and in the other. */
  readonly reference: number;
  readonly focal: number;
  /** ETS delta: negative when the question is harder for the focal group at the same ability; 1 is worth a look. */
  readonly delta: number;
  /** Mantel–Haenszel χ² with one degree of freedom, corrected for continuity. */
  readonly chiSquare: number;
  readonly size: 'negligible' | 'moderate' | 'large';
};

/** Fewer than this in either group, and nothing is said: it could point at people, and it would be noise. */
export const PEOPLE_TO_COMPARE = 20;
/** 5 % level of χ² with one degree of freedom. */
const SIGNIFICANT = 3.84;

/**
 * Whether a question is easier for one group than for another at the same ability (differential item functioning) by
 * Mantel & Haenszel 1959, in the sizes of Zwick & Ercikan 1989: moderate from |delta| ≥ 1, large from 1.5, both only when
 * significant. Null for groups that are too small or never met in one stratum.
 */
export function fairnessOf(strata: readonly Stratum[]): Fairness | null {
  const reference = strata.reduce((sum, one) => sum + one.reference.right + one.reference.wrong, 0);
  const focal = strata.reduce((sum, one) => sum + one.focal.right + one.focal.wrong, 0);
  if (reference < PEOPLE_TO_COMPARE || focal < PEOPLE_TO_COMPARE) return null;
  const { forReference, forFocal, surplus, variance } = sums(strata);
  if (forReference === 0 || forFocal === 0 || variance === 0) return null;
  const delta = -2.35 * Math.log(forReference / forFocal);
  const chiSquare = Math.max(0, Math.abs(surplus) - 0.5) ** 2 / variance;
  return { reference, focal, delta, chiSquare, size: sizeOf(delta, chiSquare) };
}

function sums(strata: readonly Stratum[]) {
  let forReference = 0;
  let forFocal = 0;
  let surplus = 0;
  let variance = 0;
  for (const { reference: r, focal: f } of strata) {
    const ofReference = r.right + r.wrong;
    const ofFocal = f.right + f.wrong;
    const all = ofReference + ofFocal;
    if (ofReference === 0 || ofFocal === 0) continue;
    const right = r.right + f.right;
    forReference += (r.right * f.wrong) / all;
    forFocal += (r.wrong * f.right) / all;
    surplus += r.right - (ofReference * right) / all;
    variance += (ofReference * ofFocal * right * (all - right)) / (all * all * (all - 1));
  }
  return { forReference, forFocal, surplus, variance };
}

function sizeOf(delta: number, chiSquare: number): Fairness['size'] {
  if (chiSquare < SIGNIFICANT || Math.abs(delta) < 1) return 'negligible';
  return Math.abs(delta) < 1.5 ? 'moderate' : 'large';
}
