import { type Columns, forEachRowOf, learnersWhere, type Split } from './answers.ts';

type Steps = { readonly first: number; readonly settling: number };

/** How fast learners are rated anew: these are tried, and the best on the training learners is used. */
const TRIED: readonly Steps[] = [
  { first: 0.3, settling: 0.05 },
  { first: 0.5, settling: 0.05 },
  { first: 0.5, settling: 0.1 },
  { first: 0.8, settling: 0.1 },
  { first: 0.8, settling: 0.2 },
];
const ITEM_STEPS: Steps = { first: 1, settling: 0.1 };
const ROUNDS = 2;

type Items = { readonly difficulty: Float64Array; readonly met: Int32Array };

/**
 * Elo rating with an uncertainty function (Pelánek 2016): a rating per learner, one per learner and skill, one per item.
 * Tuned on two thirds of the training learners against the rest, then rated with all of them.
 */
export function elo({ columns, isTraining }: Split, into: Float64Array): void {
  const training = learnersWhere(columns, isTraining);
  const cut = Math.ceil((training.length * 2) / 3);
  let best: { steps: Steps; loss: number } | null = null;
  for (const steps of TRIED) {
    const items = rateItems(columns, training.subarray(0, cut), steps);
    let loss = 0;
    for (const learner of training.subarray(cut)) {
      rate({ columns, learner, steps, items }, (row, chance) => {
        loss -= Math.log(columns.correct[row] === 1 ? chance : 1 - chance);
      });
    }
    if (best === null || loss < best.loss) best = { steps, loss };
  }
  const { steps } = best ?? { steps: ITEM_STEPS };
  const items = rateItems(columns, training, steps);
  for (const learner of learnersWhere(columns, (one) => !isTraining(one))) {
    rate({ columns, learner, steps, items }, (row, chance) => {
      into[row] = chance;
    });
  }
}

function rateItems(columns: Columns, learners: Int32Array, steps: Steps): Items {
  const count = columns.items.length;
  const items = { difficulty: new Float64Array(count), met: new Int32Array(count) };
  const { difficulty, met } = items;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const learner of learners) {
      rate({ columns, learner, steps, items }, (row, chance) => {
        const item = columns.item[row] ?? 0;
        const surprise = (columns.correct[row] ?? 0) - chance;
        difficulty[item] = (difficulty[item] ?? 0) - surprise * stepAt(ITEM_STEPS, met[item] ?? 0);
        met[item] = (met[item] ?? 0) + 1;
      });
    }
  }
  return items;
}

type Rating = {
  readonly columns: Columns;
  readonly learner: number;
  readonly steps: Steps;
  readonly items: Items;
};

/** Rates one learner from the first answer to the last; `see` is told each chance before the answer is taken in. */
function rate(
  { columns, learner, steps, items }: Rating,
  see: (row: number, chance: number) => void,
): void {
  const skills = new Map<number, { rating: number; answers: number }>();
  let rating = 0;
  let answers = 0;
  forEachRowOf(columns, learner, (row) => {
    const skillNumber = columns.skill[row] ?? 0;
    const skill = skills.get(skillNumber) ?? { rating: 0, answers: 0 };
    const difficulty = items.difficulty[columns.item[row] ?? 0] ?? 0;
    const chance = 1 / (1 + Math.exp(difficulty - rating - skill.rating));
    see(row, chance);
    const surprise = (columns.correct[row] ?? 0) - chance;
    rating += surprise * stepAt(steps, answers);
    skill.rating += surprise * stepAt(steps, skill.answers);
    answers += 1;
    skill.answers += 1;
    skills.set(skillNumber, skill);
  });
}

function stepAt({ first, settling }: Steps, times: number): number {
  return first / (1 + settling * times);
}
