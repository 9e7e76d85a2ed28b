import { type Columns, forEachRow, forEachRowOf, learnersWhere, type Split } from './answers.ts';
import { elo } from './elo.ts';
import { knowledgeTracing } from './knowledge-tracing.ts';

/** Writes a prediction for every row of the learners that are not for training. */
export type Baseline = (split: Split, into: Float64Array) => void;

/** What the model has to beat. */
export const BASELINES = {
  itemMean,
  runningAverage,
  elo,
  bkt: knowledgeTracing,
} as const satisfies Record<string, Baseline>;

const ITEM_PRIOR = 4;
const SKILL_PRIOR = 5;
const OWN_PRIOR = 3;

/** Share of right answers to the item, drawn towards that of its skill. */
function itemMean({ columns, isTraining }: Split, into: Float64Array): void {
  const all = shareOf(columns, isTraining);
  const items = counts(columns.items.length);
  const skills = counts(columns.skills.length);
  forEachRow(columns, isTraining, (row) => {
    const right = columns.correct[row] ?? 0;
    count(items, columns.item[row] ?? 0, right);
    count(skills, columns.skill[row] ?? 0, right);
  });
  forEachRow(
    columns,
    (learner) => !isTraining(learner),
    (row) => {
      const ofSkill = drawn(skills, columns.skill[row] ?? 0, { to: all, by: SKILL_PRIOR });
      into[row] = drawn(items, columns.item[row] ?? 0, { to: ofSkill, by: ITEM_PRIOR });
    },
  );
}

/** Share of right answers of the learner up to now, starting from that of everybody. */
function runningAverage({ columns, isTraining }: Split, into: Float64Array): void {
  const all = shareOf(columns, isTraining);
  const own = counts(columns.learners.length);
  for (const learner of learnersWhere(columns, (one) => !isTraining(one))) {
    forEachRowOf(columns, learner, (row) => {
      into[row] = drawn(own, learner, { to: all, by: OWN_PRIOR });
      count(own, learner, columns.correct[row] ?? 0);
    });
  }
}

type Counts = { readonly answers: Float64Array; readonly right: Float64Array };

function counts(length: number): Counts {
  return { answers: new Float64Array(length), right: new Float64Array(length) };
}

function count({ answers, right }: Counts, at: number, correct: number): void {
  answers[at] = (answers[at] ?? 0) + 1;
  right[at] = (right[at] ?? 0) + correct;
}

function drawn(
  { answers, right }: Counts,
  at: number,
  { to, by }: { readonly to: number; readonly by: number },
): number {
  return ((right[at] ?? 0) + by * to) / ((answers[at] ?? 0) + by);
}

function shareOf(columns: Columns, isWanted: (learner: number) => boolean): number {
  let answers = 0;
  let right = 0;
  forEachRow(columns, isWanted, (row) => {
    answers += 1;
    right += columns.correct[row] ?? 0;
  });
  return answers === 0 ? 0.5 : right / answers;
}
