import { answered, chanceOfRight, GRID, observed, startingDifficulty } from '../likelihood.ts';
import { type Prior, UNCALIBRATED } from '../parameters.ts';
import type { Case, CaseAnswer, CaseItem, CaseRating, Cases } from './cases.ts';

/** What answers and ratings of everybody say about questions, raters and where people stand. */
export type Learned = {
  /** Logits by item; those of the input. */
  readonly difficulties: readonly number[];
  /** Logits by rater; 0 for those with too few ratings. */
  readonly severities: readonly number[];
  readonly prior: Prior;
  /** Probability of each point of the grid, by case. */
  readonly posteriors: readonly Float64Array[];
};

const ROUNDS = 25;
/** Logits from its start at which a difficulty becomes improbable: some ten answers move it half-way. */
const DIFFICULTY_SD = 0.7;
const SEVERITY_SD = 0.5;
export const RATINGS_FOR_SEVERITY = 20;
/** The prior counts as if so many people in one competency had been seen already. */
const PRIOR_CASES = 500;
/**
 * Nobody is thought better than the middle before showing anything: those who answer are mostly those who have just
 * learned, and a level must not come from the company somebody keeps.
 */
const HIGHEST_PRIOR = 0;
/** From so many questions with so many answers, a competency has a mean difficulty of its own. */
export const QUESTIONS_FOR_MEAN = 3;
export const ANSWERS_FOR_MEAN = 10;
const HARDEST = 3.5;

/**
 * Marginal maximum likelihood by expectation and maximisation (Bock & Aitkin 1981), with normal priors on difficulty and
 * severity. Each round works out where everybody probably stands, then how hard each question and how stern each rater
 * must be for that. Authors are held to be right on average, which fixes the scale; where people stand is then learned.
 * Answers do not fade here: what is asked is how hard the question was when it was answered. Same input, same output.
 */
export function learn(cases: Cases): Learned {
  const { items, raters } = cases;
  const answersOf = countFirst(cases);
  let difficulties = items.map(({ authored }) => authored);
  let severities = raters.map(() => 0);
  let prior: Prior = UNCALIBRATED.prior;
  let expected = expect(cases, { difficulties, severities, prior });
  for (let round = 0; round < ROUNDS; round += 1) {
    const means = meanDifficulties(items, difficulties, answersOf);
    const moved = items.map((item, at) => {
      const start = startingDifficulty(item.authored, means.get(item.competency));
      return hardness(item, { counts: expected.items[at], start, from: difficulties[at] ?? start });
    });
    difficulties = anchored(items, moved, answersOf);
    severities = raters.map((_, at) => sternness(expected.raters[at]));
    prior = standing(expected.posteriors);
    expected = expect(cases, { difficulties, severities, prior });
  }
  return { difficulties, severities, prior, posteriors: expected.posteriors };
}

/** The mean difficulty of the questions of each competency that has enough of them with enough answers. */
export function meanDifficulties(
  items: readonly Pick<CaseItem, 'competency'>[],
  difficulties: readonly number[],
  answers: readonly number[],
): Map<string, number> {
  const known = [...items.keys()].filter((at) => (answers[at] ?? 0) >= ANSWERS_FOR_MEAN);
  const byCompetency = Map.groupBy(known, (at) => items[at]?.competency ?? '');
  const means = new Map<string, number>();
  for (const [competency, own] of byCompetency) {
    if (own.length < QUESTIONS_FOR_MEAN) continue;
    means.set(competency, own.reduce((sum, at) => sum + (difficulties[at] ?? 0), 0) / own.length);
  }
  return means;
}

/** First answers of each item, or those of them that are wanted. */
export function countFirst(
  { cases, items }: Cases,
  isWanted: (answer: CaseAnswer) => boolean = () => true,
): number[] {
  const counts = items.map(() => 0);
  for (const { answers } of cases) {
    for (const answer of answers) {
      if (answer.isFirst && isWanted(answer)) {
        counts[answer.item] = (counts[answer.item] ?? 0) + 1;
      }
    }
  }
  return counts;
}

type Parameters = {
  readonly difficulties: readonly number[];
  readonly severities: readonly number[];
  readonly prior: Prior;
};
/** People expected at each point of the grid who answered, and who answered rightly. */
type ItemCounts = { readonly all: Float64Array; readonly right: Float64Array };
/** Ratings by level and point of the grid. */
type RaterCounts = { readonly levels: readonly Float64Array[]; ratings: number };
type Expected = {
  readonly items: readonly ItemCounts[];
  readonly raters: readonly RaterCounts[];
  readonly posteriors: readonly Float64Array[];
};

const LEVELS = [0, 1, 2, 3, 4] as const;

function expect({ cases, items, raters }: Cases, parameters: Parameters): Expected {
  const rows = itemRows(items, parameters.difficulties);
  const counts = items.map(() => ({ all: zeros(), right: zeros() }));
  const raterCounts = raters.map(() => ({ levels: LEVELS.map(zeros), ratings: 0 }));
  const posteriors = cases.map((one) => {
    const posterior = posteriorOf(one, rows, parameters);
    for (const answer of one.answers) countAnswer(counts[answer.item], answer, posterior);
    for (const rating of one.ratings) countRating(raterCounts[rating.rater], rating, posterior);
    return posterior;
  });
  return { items: counts, raters: raterCounts, posteriors };
}

function countAnswer(
  own: ItemCounts | undefined,
  { correct, isFirst }: CaseAnswer,
  posterior: Float64Array,
): void {
  if (!isFirst || own === undefined) return;
  addTo(own.all, posterior);
  if (correct) addTo(own.right, posterior);
}

function countRating(
  own: RaterCounts | undefined,
  { level }: CaseRating,
  posterior: Float64Array,
): void {
  const counts = own?.levels[level];
  if (own === undefined || counts === undefined) return;
  addTo(counts, posterior);
  own.ratings += 1;
}

export type ItemRows = readonly {
  readonly right: readonly number[];
  readonly wrong: readonly number[];
}[];

export function itemRows(items: readonly CaseItem[], difficulties: readonly number[]): ItemRows {
  return items.map(({ options }, at) => ({
    right: answered(true, difficulties[at] ?? 0, options),
    wrong: answered(false, difficulties[at] ?? 0, options),
  }));
}

function posteriorOf(one: Case, rows: ItemRows, { severities, prior }: Parameters): Float64Array {
  const logs = one.rest.slice();
  for (const [point, theta] of GRID.entries()) {
    logs[point] = (logs[point] ?? 0) - 0.5 * ((theta - prior.mean) / prior.sd) ** 2;
  }
  for (const { item, correct, weight } of one.answers) {
    addTo(logs, (correct ? rows[item]?.right : rows[item]?.wrong) ?? [], weight);
  }
  for (const { rater, level, weight } of one.ratings) {
    addTo(logs, observed(level, severities[rater] ?? 0), weight);
  }
  return normalised(logs);
}

export function normalised(logs: Float64Array): Float64Array {
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

type Search = {
  readonly counts: ItemCounts | undefined;
  readonly start: number;
  readonly from: number;
};

/** The most probable difficulty for these expected counts: a step of Fisher's scoring, safe because rounds repeat it. */
function hardness({ options }: CaseItem, { counts, start, from }: Search): number {
  let pull = -(from - start) / DIFFICULTY_SD ** 2;
  let stiffness = 1 / DIFFICULTY_SD ** 2;
  for (const [point, theta] of GRID.entries()) {
    const right = chanceOfRight(theta, from, options);
    const change = (chanceOfRight(theta, from + 1e-4, options) - right) / 1e-4;
    const all = counts?.all[point] ?? 0;
    const spread = right * (1 - right);
    pull += (((counts?.right[point] ?? 0) - all * right) * change) / spread;
    stiffness += (all * change * change) / spread;
  }
  const step = Math.max(-1, Math.min(1, pull / stiffness));
  return Math.max(-HARDEST, Math.min(HARDEST, from + step));
}

/** Moves all difficulties so that authors are right on average, counting a question by how much is known of it. */
function anchored(
  items: readonly CaseItem[],
  difficulties: readonly number[],
  answers: readonly number[],
): number[] {
  let sum = 0;
  let total = 0;
  for (const [at, { authored }] of items.entries()) {
    const known = answers[at] ?? 0;
    const weight = known / (known + 10);
    sum += weight * ((difficulties[at] ?? 0) - authored);
    total += weight;
  }
  const shift = total === 0 ? 0 : sum / total;
  return difficulties.map((difficulty) => difficulty - shift);
}

const SEVERITIES = Array.from({ length: 81 }, (_, at) => -2 + at * 0.05);
const SEVERITY_ROWS = SEVERITIES.map((severity) =>
  LEVELS.map((level) => observed(level, severity)),
);

/** The most probable severity, to the nearest 0.05; 0 until there are enough ratings. */
function sternness(counts: RaterCounts | undefined): number {
  if (counts === undefined || counts.ratings < RATINGS_FOR_SEVERITY) return 0;
  let best = { severity: 0, log: Number.NEGATIVE_INFINITY };
  for (const [at, severity] of SEVERITIES.entries()) {
    const prior = -0.5 * (severity / SEVERITY_SD) ** 2;
    const rows = SEVERITY_ROWS[at] ?? [];
    const logs = counts.levels.map((own, level) => product(own, rows[level] ?? []));
    const log = logs.reduce((sum, one) => sum + one, prior);
    if (log > best.log) best = { severity, log };
  }
  return best.severity;
}

function product(counts: Float64Array, row: readonly number[]): number {
  return counts.reduce((sum, count, point) => sum + count * (row[point] ?? 0), 0);
}

/** Where people stand, starting from what was thought before. */
function standing(posteriors: readonly Float64Array[]): Prior {
  const start = UNCALIBRATED.prior;
  let sum = PRIOR_CASES * start.mean;
  let square = PRIOR_CASES * (start.sd ** 2 + start.mean ** 2);
  for (const posterior of posteriors) {
    for (const [point, theta] of GRID.entries()) {
      const probability = posterior[point] ?? 0;
      sum += probability * theta;
      square += probability * theta * theta;
    }
  }
  const count = PRIOR_CASES + posteriors.length;
  const mean = sum / count;
  const sd = Math.sqrt(square / count - mean * mean);
  return { mean: Math.min(HIGHEST_PRIOR, mean), sd: Math.max(0.7, Math.min(1.6, sd)) };
}

function zeros(): Float64Array {
  return new Float64Array(GRID.length);
}

function addTo(sums: Float64Array, row: ArrayLike<number>, weight = 1): void {
  for (let point = 0; point < sums.length; point += 1) {
    sums[point] = (sums[point] ?? 0) + weight * (row[point] ?? 0);
  }
}
