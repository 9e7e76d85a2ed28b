import { startingDifficulty } from '../likelihood.ts';
import { type Columns, forEachRow, type KnownItem } from './answers.ts';

/** How hard items are, in logits. NaN for an item nobody has answered, which is then as hard as its skill. */
export type Difficulties = {
  readonly item: Float64Array;
  readonly skill: Float64Array;
};

/** Answers to learn difficulties from, with what was known of the learner before each. */
export type Sightings = {
  readonly columns: Columns;
  /** Whose answers may be learned from, by learner. */
  readonly mayLearnFrom: (learner: number) => boolean;
  /** Ability by row, in logits, as believed before the answer. */
  readonly ability: Float32Array;
  /** Its standard deviation, by row. */
  readonly doubt: Float32Array;
  /** Chance of a right answer without knowing, by item. */
  readonly guess: Float64Array;
};

export const SLOPE = 1;
const SKILL_SD = 1.5;
const ITEM_SD = 1;
const STEPS = 6;
const HARDEST = 3.9;

/**
 * Most probable difficulties given the answers (Newton's method), each skill drawn towards the mean of all and each item
 * towards its skill, halfway to the author's guess where there is one: few answers move an item little.
 */
export function learnDifficulties(
  sightings: Sightings,
  known: ReadonlyMap<string, KnownItem>,
): Difficulties {
  const { columns } = sightings;
  const everything = climb(sightings, {
    group: new Int32Array(columns.count),
    start: new Float64Array(1),
    sd: 3,
  });
  const skill = climb(sightings, {
    group: columns.skill,
    start: new Float64Array(columns.skills.length).fill(everything[0] ?? 0),
    sd: SKILL_SD,
  });
  const answered = answeredItems(sightings);
  const start = answered.skillOf.map((of) => skill[of] ?? 0);
  for (const [at, id] of columns.items.entries()) {
    const authored = known.get(id)?.difficulty;
    if (authored !== undefined) start[at] = startingDifficulty(authored, start[at] ?? 0);
  }
  const item = climb(sightings, { group: columns.item, start, sd: ITEM_SD });
  for (const [at, id] of columns.items.entries()) {
    const isUnknown = !answered.seen[at] && known.get(id)?.difficulty === undefined;
    if (isUnknown) item[at] = Number.NaN;
  }
  return { item, skill };
}

export function difficultyOf(difficulties: Difficulties, item: number, skill: number): number {
  const own = difficulties.item[item] ?? Number.NaN;
  return Number.isNaN(own) ? (difficulties.skill[skill] ?? 0) : own;
}

function answeredItems({ columns, mayLearnFrom }: Sightings): {
  skillOf: Float64Array;
  seen: Uint8Array;
} {
  const skillOf = new Float64Array(columns.items.length);
  const seen = new Uint8Array(columns.items.length);
  forEachRow(columns, mayLearnFrom, (row) => {
    const item = columns.item[row] ?? 0;
    skillOf[item] = columns.skill[row] ?? 0;
    seen[item] = 1;
  });
  return { skillOf, seen };
}

type Grouping = {
  /** Which difficulty a row has a say in. */
  readonly group: Int32Array;
  readonly start: Float64Array;
  /** Logits from its start at which a difficulty becomes improbable. */
  readonly sd: number;
};

function climb(sightings: Sightings, { group, start, sd }: Grouping): Float64Array {
  const { columns, mayLearnFrom, ability, doubt, guess } = sightings;
  const value = start.slice();
  const precision = 1 / (sd * sd);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = new Float64Array(value.length);
    const curvature = new Float64Array(value.length);
    forEachRow(columns, mayLearnFrom, (row) => {
      const at = group[row] ?? 0;
      const slope = blunted(doubt[row] ?? 0);
      const knows = logistic(slope * ((ability[row] ?? 0) - (value[at] ?? 0)));
      const floor = guess[columns.item[row] ?? 0] ?? 0;
      const right = floor + (1 - floor) * knows;
      const share = knows / right;
      gradient[at] = (gradient[at] ?? 0) - slope * ((columns.correct[row] ?? 0) - right) * share;
      curvature[at] =
        (curvature[at] ?? 0) + slope * slope * knows * (1 - knows) * (1 - floor) * share;
    });
    for (const [at, now] of value.entries()) {
      const pull = (gradient[at] ?? 0) - (now - (start[at] ?? 0)) * precision;
      const move = pull / ((curvature[at] ?? 0) + precision);
      value[at] = clamp(now + clamp(move, 1), HARDEST);
    }
  }
  return value;
}

/** The slope that a logistic curve seems to have when ability is only known to ±doubt (MacKay 1992). */
function blunted(doubt: number): number {
  return SLOPE / Math.sqrt(1 + (Math.PI / 8) * SLOPE * SLOPE * doubt * doubt);
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
