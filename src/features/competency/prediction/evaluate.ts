import { type Answer, type Columns, type KnownItem, toColumns } from './answers.ts';
import { BASELINES } from './baselines.ts';
import { type Metrics, metricsOf } from './metrics.ts';
import { DEFAULT_SETTINGS, partsOf, predict, type Settings } from './predict.ts';

export type Evaluation = {
  readonly model: Metrics;
  readonly baselines: { readonly [name in keyof typeof BASELINES]: Metrics };
  /** The same for answers to an item the learner had not answered before: files often hold an answer once per skill. */
  readonly modelOnFirstAnswers: Metrics;
  readonly counts: {
    readonly answers: number;
    readonly firstAnswers: number;
    readonly learners: number;
    readonly items: number;
    readonly skills: number;
  };
};

/** How well the model predicts answers of learners it has not learned from, beside what it has to beat. */
export function evaluate(
  items: readonly KnownItem[],
  answers: readonly Answer[],
  settings: Settings = DEFAULT_SETTINGS,
): Evaluation {
  const columns = toColumns(answers);
  const outcomes = Uint8Array.from(answers, ({ correct }) => (correct ? 1 : 0));
  const predictions = predict(items, answers, settings);
  const first = firstAnswers(answers);
  const at = <T extends Float64Array | Uint8Array>(values: T) =>
    values.filter((_, place) => first[place] === 1) as T; // filter() keeps the kind of array.
  const baseline = (name: keyof typeof BASELINES) =>
    metricsOf(baselinePredictions(name, columns, settings), outcomes);
  return {
    model: metricsOf(predictions, outcomes),
    baselines: {
      itemMean: baseline('itemMean'),
      runningAverage: baseline('runningAverage'),
      elo: baseline('elo'),
      bkt: baseline('bkt'),
    },
    modelOnFirstAnswers: metricsOf(at(predictions), at(outcomes)),
    counts: {
      answers: answers.length,
      firstAnswers: first.reduce((sum, one) => sum + one, 0),
      learners: columns.learners.length,
      items: columns.items.length,
      skills: columns.skills.length,
    },
  };
}

function baselinePredictions(
  name: keyof typeof BASELINES,
  columns: Columns,
  settings: Settings,
): Float64Array {
  const rows = new Float64Array(columns.count).fill(0.5);
  const folds = Math.min(settings.folds, columns.learners.length);
  const parts = partsOf(columns.learners, { ...settings, folds });
  for (let fold = 0; fold < folds; fold += 1) {
    BASELINES[name]({ columns, isTraining: (learner) => parts[learner] !== fold }, rows);
  }
  const predictions = new Float64Array(columns.count);
  for (const [row, place] of columns.place.entries()) predictions[place] = rows[row] ?? 0.5;
  return predictions;
}

function firstAnswers(answers: readonly Answer[]): Uint8Array {
  const seen = new Map<string, Set<string>>();
  return Uint8Array.from(answers, ({ learner, item }) => {
    const items = seen.get(learner) ?? new Set();
    const isFirst = !items.has(item);
    items.add(item);
    seen.set(learner, items);
    return isFirst ? 1 : 0;
  });
}
