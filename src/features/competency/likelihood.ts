import type { EvidenceKind, Shown } from './evidence.ts';
import type { Model, Speed } from './parameters.ts';

/**
 * Ability is a posterior on 16 grid points at ±0.25, ±0.75 … ±3.75 logits. The cuts between levels (±0.5, ±1.5) lie midway
 * between points, never on one: points on cuts broke calibration.
 */
export const GRID: readonly number[] = Array.from({ length: 16 }, (_, i) => -3.75 + i * 0.5);
export const LEVEL_CUTS = [-1.5, -0.5, 0.5, 1.5] as const;
const DECISION_CUTS = [-1.2, 0, 1.2] as const;

/** How sharply each kind tells abilities apart, per logit. */
const SLOPES: { readonly [kind in EvidenceKind]: number } = {
  question: 1.2,
  decision: 1.2,
  vote: 1.2,
  observation: 1.8,
  peer: 0.9,
  self: 0.7,
  prior: 1.2,
  imported: 0.9,
};

/** How fast each kind grows old. */
const SPEED_OF: { readonly [kind in EvidenceKind]: Speed } = {
  question: 'normal',
  decision: 'normal',
  vote: 'normal',
  observation: 'slow',
  peer: 'normal',
  self: 'quick',
  prior: 'normal',
  imported: 'normal',
};

/** A share of right answers elsewhere counts as so many answers: what was asked there is not known. */
const ANSWERS_IN_A_SHARE = 3;

export function speedOf(kind: EvidenceKind): Speed {
  return SPEED_OF[kind];
}

/**
 * log L(θ) of what was shown, on the grid. Questions: three-parameter logistic model (Birnbaum 1968) with guessing at
 * 1/options. Decisions, votes and ratings: graded response model (Samejima 1969). An observer who is sterner than others
 * by s logits has cuts s higher (many-facet Rasch model, Linacre 1989). `source` names the question for its difficulty.
 */
export function logLikelihood(shown: Shown, source: string, model: Model): number[] {
  const slope = SLOPES[shown.kind];
  switch (shown.kind) {
    case 'question': {
      const difficulty = model.difficulties.get(source) ?? startOf(shown.difficulty, model);
      return answered(shown.correct, difficulty, shown.options);
    }
    case 'decision':
    case 'vote':
      return graded(shown.level, { slope, cuts: DECISION_CUTS, shift: 0 });
    case 'observation':
      return observed(shown.level, model.severities.get(shown.raterId) ?? 0);
    case 'peer':
    case 'self':
    case 'prior':
      return graded(shown.level, { slope, cuts: LEVEL_CUTS, shift: 0 });
    case 'imported':
      return 'level' in shown.result
        ? graded(shown.result.level, { slope, cuts: LEVEL_CUTS, shift: 0 })
        : ofShare(shown.result.share, slope);
  }
}

/** log P of a right or wrong answer, by ability. */
export function answered(correct: boolean, difficulty: number, options: number): number[] {
  const chances = GRID.map((theta) => chanceOfRight(theta, difficulty, options));
  return chances.map((right) => Math.log(correct ? right : 1 - right));
}

/** Probability that somebody of this ability answers a question rightly. */
export function chanceOfRight(theta: number, difficulty: number, options: number): number {
  const guess = 1 / options;
  return guess + (1 - guess) * logistic(SLOPES.question * (theta - difficulty));
}

/** log P that an observer so stern gives this level, by ability. */
export function observed(level: number, severity: number): number[] {
  return graded(level, { slope: SLOPES.observation, cuts: LEVEL_CUTS, shift: severity });
}

/** A question starts halfway between its author's guess and how hard the questions of its competency proved to be. */
export function startingDifficulty(authored: number, mean: number | undefined): number {
  return mean === undefined ? authored : (authored + mean) / 2;
}

function startOf(authored: number, { meanDifficulty }: Model): number {
  return startingDifficulty(authored, meanDifficulty);
}

type Scale = {
  readonly slope: number;
  readonly cuts: readonly number[];
  /** Logits added to every cut. */
  readonly shift: number;
};

/** log P(reached exactly `level`), by ability. */
function graded(level: number, { slope, cuts, shift }: Scale): number[] {
  const reaches = (theta: number, wanted: number) => {
    if (wanted <= 0) return 1;
    const cut = cuts[wanted - 1];
    return cut === undefined ? 0 : logistic(slope * (theta - cut - shift));
  };
  return GRID.map((theta) =>
    Math.log(Math.max(1e-9, reaches(theta, level) - reaches(theta, level + 1))),
  );
}

function ofShare(share: number, slope: number): number[] {
  return GRID.map((theta) => {
    const right = logistic(slope * theta);
    return ANSWERS_IN_A_SHARE * (share * Math.log(right) + (1 - share) * Math.log(1 - right));
  });
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
