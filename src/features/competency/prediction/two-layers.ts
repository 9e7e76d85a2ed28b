import { GRID } from '../likelihood.ts';
import { SLOPE } from './difficulty.ts';

/**
 * What is believed of one learner while their answers come in, in two layers on the grid of `likelihood.ts`: an ability
 * that all skills share, and one ability per skill that starts from it. Evidence fades with every further answer.
 */
export type Belief = {
  /** Logits: the shared ability; the ability in the skill asked for and its standard deviation. */
  readonly shared: number;
  readonly ability: number;
  readonly doubt: number;
  /** Probability of a right answer. */
  readonly chance: number;
};

/** One item as a learner meets it. */
export type Meeting = {
  readonly skill: number;
  readonly difficulty: number;
  readonly guess: number;
  /** How often this learner has answered this item before. */
  readonly repeats: number;
};

const POINTS = GRID.length;
const SHARED_SLOPE = 0.8;
const SHARED_SD = 1;
/** How far an ability in one skill strays from the shared one. */
const OWN_SD = 0.7;
/** What is left of older evidence after each further answer, of all kinds and of the same skill. */
const SHARED_FADING = 0.99;
const OWN_FADING = 0.85;
const REPEAT_FACTOR = 0.5;
/** Curves are looked up for difficulties rounded to this many a logit. */
const PER_LOGIT = 20;
const HARDEST = 4;

export type Learner = {
  /** What is believed before the answer is known. */
  readonly meet: (meeting: Meeting) => Belief;
  /** Takes in the answer to the item met last. */
  readonly take: (correct: boolean) => void;
};

type Curves = {
  readonly right: Float64Array;
  readonly logRight: Float64Array;
  readonly logWrong: Float64Array;
};

/** Makes learners who share the curves of items, which are worked out once. */
export function newLearners(): () => Learner {
  const own = new Map<number, Curves>();
  const shared = new Map<number, Curves>();
  return () => startLearner(own, shared);
}

function startLearner(ownCurves: Map<number, Curves>, sharedCurves: Map<number, Curves>): Learner {
  const general = new Float64Array(POINTS);
  const bySkill = new Map<number, Float64Array>();
  let met: { meeting: Meeting; own: Float64Array } | null = null;
  return {
    meet: (meeting) => {
      const own = bySkill.get(meeting.skill) ?? new Float64Array(POINTS);
      bySkill.set(meeting.skill, own);
      met = { meeting, own };
      const whole = posterior(general, 0, SHARED_SD ** 2);
      const curve = curvesOf(ownCurves, meeting.guess, SLOPE).right;
      const from = offsetOf(meeting.difficulty);
      const here = posterior(own, whole.mean, whole.variance + OWN_SD ** 2, { curve, from });
      return {
        shared: whole.mean,
        ability: here.mean,
        doubt: Math.sqrt(here.variance),
        chance: here.expected,
      };
    },
    take: (correct) => {
      if (met === null) throw new Error('take() before meet()');
      const { meeting, own } = met;
      const weight = REPEAT_FACTOR ** meeting.repeats;
      const from = offsetOf(meeting.difficulty);
      const narrow = curvesOf(ownCurves, meeting.guess, SLOPE);
      const wide = curvesOf(sharedCurves, meeting.guess, SHARED_SLOPE);
      add(own, {
        fade: OWN_FADING,
        weight,
        row: correct ? narrow.logRight : narrow.logWrong,
        from,
      });
      add(general, {
        fade: SHARED_FADING,
        weight,
        row: correct ? wide.logRight : wide.logWrong,
        from,
      });
    },
  };
}

type Read = { readonly curve: Float64Array; readonly from: number };

/** Mean and variance of a normal prior times the likelihood in `sums`, and what a curve comes to on average. */
function posterior(
  sums: Float64Array,
  mean: number,
  variance: number,
  read: Read | null = null,
): { mean: number; variance: number; expected: number } {
  const logs = new Float64Array(POINTS);
  let highest = Number.NEGATIVE_INFINITY;
  for (let point = 0; point < POINTS; point += 1) {
    const away = (GRID[point] ?? 0) - mean;
    const log = (-0.5 * away * away) / variance + (sums[point] ?? 0);
    logs[point] = log;
    if (log > highest) highest = log;
  }
  let total = 0;
  let first = 0;
  let second = 0;
  let expected = 0;
  for (let point = 0; point < POINTS; point += 1) {
    const weight = Math.exp((logs[point] ?? 0) - highest);
    const theta = GRID[point] ?? 0;
    total += weight;
    first += weight * theta;
    second += weight * theta * theta;
    if (read !== null) expected += weight * (read.curve[read.from + point] ?? 0);
  }
  const centre = first / total;
  return {
    mean: centre,
    variance: Math.max(1e-6, second / total - centre * centre),
    expected: expected / total,
  };
}

type Addition = {
  readonly fade: number;
  readonly weight: number;
  readonly row: Float64Array;
  readonly from: number;
};

function add(sums: Float64Array, { fade, weight, row, from }: Addition): void {
  for (let point = 0; point < POINTS; point += 1) {
    sums[point] = (sums[point] ?? 0) * fade + weight * (row[from + point] ?? 0);
  }
}

function offsetOf(difficulty: number): number {
  const within = Math.max(-HARDEST, Math.min(HARDEST, difficulty));
  return Math.round((within + HARDEST) * PER_LOGIT) * POINTS;
}

/** The curves of all difficulties one after another, POINTS numbers each; few chances of guessing occur. */
function curvesOf(known: Map<number, Curves>, guess: number, slope: number): Curves {
  const found = known.get(guess);
  if (found !== undefined) return found;
  const rows = 2 * HARDEST * PER_LOGIT + 1;
  const right = new Float64Array(rows * POINTS);
  for (let at = 0; at < right.length; at += 1) {
    const difficulty = Math.floor(at / POINTS) / PER_LOGIT - HARDEST;
    const knows = 1 / (1 + Math.exp(-slope * ((GRID[at % POINTS] ?? 0) - difficulty)));
    right[at] = guess + (1 - guess) * knows;
  }
  const curves = {
    right,
    logRight: right.map((chance) => Math.log(chance)),
    logWrong: right.map((chance) => Math.log(1 - chance)),
  };
  known.set(guess, curves);
  return curves;
}
