import { shuffle } from '#kernel/random.ts';
import {
  type Answer,
  type Columns,
  forEachRow,
  forEachRowOf,
  type KnownItem,
  learnersWhere,
  toColumns,
} from './answers.ts';
import { type Difficulties, difficultyOf, learnDifficulties } from './difficulty.ts';
import { type History, type Now, SIGNS, startHistory } from './history.ts';
import { fitLogistic, probability, type Table } from './regression.ts';
import { newLearners } from './two-layers.ts';

export type Settings = {
  /** Into how many parts the learners are split; at least 3. */
  readonly folds: number;
  /** Decides who is in which part. */
  readonly seed: string;
};
export const DEFAULT_SETTINGS: Settings = { folds: 5, seed: 'hamkke' };

const WIDTH = SIGNS.length;
/** Without other learners to learn from, the two layers speak for themselves. */
const TRUST_THE_LAYERS = SIGNS.map((sign) => (sign === 'two-layers' ? 1 : 0));
const PENALTY = 5;
/** Chance of a right answer without knowing, where nothing is said about an item. */
const USUAL_GUESS = 0.1;
/** Difficulties and abilities are learned from each other this many times over. */
const SWEEPS = 2;

/**
 * The library's one entry point: takes items, answers in order and settings, and returns for every answer the probability
 * that it would be right, in the order of the answers.
 *
 * A prediction uses only earlier answers of the same learner, and parameters (difficulties, the weights of the signs)
 * learned only from learners of other parts. Changing what a learner answers later, or anything another learner of the same
 * part answers, changes nothing. Items and skills nobody else has answered are allowed; `items` may be empty or name only
 * some.
 *
 * The model: a two-layer posterior on a grid (`two-layers.ts`), difficulties shrunk to their skill (`difficulty.ts`), and a
 * logistic regression over the two layers and the recent past (`history.ts`), in the manner of Gervet et al. 2020.
 */
export function predict(
  items: readonly KnownItem[],
  answers: readonly Answer[],
  settings: Settings = DEFAULT_SETTINGS,
): Float64Array {
  const data = gather(items, answers, settings);
  const predictions = new Float64Array(answers.length);
  const table: Table = { width: WIDTH, cells: new Float32Array(answers.length * WIDTH) };
  const pairs = new Map<string, Learned>();
  for (let fold = 0; fold < data.folds; fold += 1) {
    // What describes a learner to the regression was learned without them, as it will be for those it is used on.
    for (let other = 0; other < data.folds; other += 1) {
      if (other !== fold) describe(data, learnWithout(data, [fold, other], pairs), other, table);
    }
    const weights = fitLogistic(table, data.columns.correct, {
      rows: rowsOf(data, (part) => part !== fold),
      start: TRUST_THE_LAYERS,
      penalty: PENALTY,
    });
    describe(data, learnWithout(data, [fold], pairs), fold, table);
    for (const row of rowsOf(data, (part) => part === fold)) {
      predictions[data.columns.place[row] ?? 0] = probability(table, row, weights);
    }
  }
  return predictions;
}

/** Splits learners into parts of nearly equal size: a part for each learner, by number. */
export function partsOf(learners: readonly string[], { folds, seed }: Settings): Uint8Array {
  const parts = new Uint8Array(learners.length);
  const numbers = new Map(learners.map((learner, number) => [learner, number]));
  for (const [at, learner] of shuffle(learners.toSorted(), seed).entries()) {
    parts[numbers.get(learner) ?? 0] = at % folds;
  }
  return parts;
}

type Data = {
  readonly columns: Columns;
  readonly known: ReadonlyMap<string, KnownItem>;
  readonly guess: Float64Array;
  readonly folds: number;
  readonly parts: Uint8Array;
};

type Learned = {
  readonly difficulties: Difficulties;
  /** Answers that the difficulty of each item rests on. */
  readonly familiarity: Int32Array;
};

function gather(
  items: readonly KnownItem[],
  answers: readonly Answer[],
  { folds, seed }: Settings,
): Data {
  const columns = toColumns(answers);
  const known = new Map(items.map((item) => [item.id, item]));
  const used = Math.max(1, Math.min(folds, columns.learners.length));
  return {
    columns,
    known,
    guess: Float64Array.from(columns.items, (id) => {
      const options = known.get(id)?.options;
      return options === undefined ? USUAL_GUESS : 1 / options;
    }),
    folds: used,
    parts: partsOf(columns.learners, { folds: used, seed }),
  };
}

function rowsOf({ columns, parts }: Data, isWanted: (part: number) => boolean): Int32Array {
  const rows: number[] = [];
  const wanted = (learner: number) => isWanted(parts[learner] ?? 0);
  forEachRow(columns, wanted, (row) => rows.push(row));
  return Int32Array.from(rows);
}

function learnWithout(
  data: Data,
  excluded: readonly number[],
  pairs: Map<string, Learned>,
): Learned {
  const key = excluded.toSorted().join(' ');
  const learned = pairs.get(key) ?? learn(data, (part) => !excluded.includes(part));
  pairs.set(key, learned);
  return learned;
}

/** Difficulties from abilities, abilities from difficulties, and again. */
function learn(data: Data, isWanted: (part: number) => boolean): Learned {
  const { columns, known, guess, parts } = data;
  const ability = new Float32Array(columns.count);
  const doubt = new Float32Array(columns.count).fill(1);
  const mayLearnFrom = (learner: number) => isWanted(parts[learner] ?? 0);
  const sightings = { columns, mayLearnFrom, ability, doubt, guess };
  const familiarity = new Int32Array(columns.items.length);
  forEachRow(columns, mayLearnFrom, (row) => {
    const item = columns.item[row] ?? 0;
    familiarity[item] = (familiarity[item] ?? 0) + 1;
  });
  let difficulties = learnDifficulties(sightings, known);
  for (let sweep = 1; sweep < SWEEPS; sweep += 1) {
    follow(
      data,
      { difficulties, familiarity },
      {
        isWanted: mayLearnFrom,
        meet: (row, now) => {
          ability[row] = now.belief.ability;
          doubt[row] = now.belief.doubt;
        },
      },
    );
    difficulties = learnDifficulties(sightings, known);
  }
  return { difficulties, familiarity };
}

/** Writes the signs of every answer of one part into the table. */
function describe(data: Data, learned: Learned, part: number, { cells }: Table): void {
  follow(data, learned, {
    isWanted: (learner) => data.parts[learner] === part,
    meet: (row, now, history) => history.describe(now, cells, row * WIDTH),
  });
}

type Following = {
  readonly isWanted: (learner: number) => boolean;
  /** Called for each answer before it is taken in. */
  readonly meet: (row: number, now: Now, history: History) => void;
};

/** Goes through the answers of learners in order, each learner from a blank page. */
function follow(
  { columns, guess }: Data,
  { difficulties, familiarity }: Learned,
  { isWanted, meet }: Following,
): void {
  const newLearner = newLearners();
  for (const number of learnersWhere(columns, isWanted)) {
    const learner = newLearner();
    const history = startHistory();
    forEachRowOf(columns, number, (row) => {
      const item = columns.item[row] ?? 0;
      const skill = columns.skill[row] ?? 0;
      const meeting = {
        skill,
        difficulty: difficultyOf(difficulties, item, skill),
        guess: guess[item] ?? USUAL_GUESS,
        repeats: history.timesAnswered(item),
      };
      const belief = learner.meet(meeting);
      const now = { item, meeting, belief, familiarity: familiarity[item] ?? 0 };
      meet(row, now, history);
      const correct = columns.correct[row] === 1;
      learner.take(correct);
      history.take(now, correct);
    });
  }
}
