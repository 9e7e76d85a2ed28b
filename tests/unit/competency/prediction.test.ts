import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Row,
  readHeader,
  readRow,
  TableError,
  toAnswers,
} from '#features/competency/prediction/answer-table.ts';
import { evaluate } from '#features/competency/prediction/evaluate.ts';
import { metricsOf } from '#features/competency/prediction/metrics.ts';
import { DEFAULT_SETTINGS, partsOf, predict } from '#features/competency/prediction/predict.ts';
import { fitLogistic, probability } from '#features/competency/prediction/regression.ts';
import { seededRandom, shuffle } from '#kernel/random.ts';
import { simulatedAnswers } from '#tests/support/simulated-answers.ts';

const TOWN = simulatedAnswers({ seed: 'a town', learners: 300, answersEach: 50 });
const ANSWERS = simulatedAnswers({ seed: 'a village', learners: 60, answersEach: 30 });

test('the model predicts new learners better than every baseline, and means what it says', () => {
  const { model, baselines } = evaluate([], TOWN);
  for (const [name, baseline] of Object.entries(baselines)) {
    assert.ok(model.auc > baseline.auc + 0.002, `${name}: ${baseline.auc} against ${model.auc}`);
    assert.ok(model.logLoss < baseline.logLoss, name);
  }
  assert.ok(model.ece < 0.02, `${model.ece}`);
});

test('what a learner answers later changes no earlier prediction', () => {
  const random = seededRandom('which');
  const before = predict([], ANSWERS);
  for (const learner of ['person-3', 'person-27', 'person-51']) {
    const own = ANSWERS.flatMap((answer, at) => (answer.learner === learner ? [at] : []));
    const cut = own[Math.floor(random() * own.length)] ?? 0;
    const later = own.filter((at) => at > cut);
    const other = [...ANSWERS];
    for (const [n, from] of shuffle(later, learner).entries()) {
      const moved = ANSWERS[from];
      assert.ok(moved);
      other[later[n] ?? 0] = { ...moved, correct: random() < 0.5 };
    }
    const after = predict([], other);
    const upTo = own.filter((at) => at <= cut);
    assert.deepEqual(
      upTo.map((at) => after[at]),
      upTo.map((at) => before[at]),
    );
    assert.notDeepEqual(after, before);
  }
});

test('what learners of the same part answer changes no prediction of each other', () => {
  const learners = [...new Set(ANSWERS.map(({ learner }) => learner))];
  const parts = partsOf(learners, DEFAULT_SETTINGS);
  const partOf = (learner: string) => parts[learners.indexOf(learner)];
  const part = partOf('person-0');
  const others = ANSWERS.map((answer) =>
    answer.learner !== 'person-0' && partOf(answer.learner) === part
      ? { ...answer, correct: !answer.correct }
      : answer,
  );
  const own = ANSWERS.flatMap(({ learner }, at) => (learner === 'person-0' ? [at] : []));
  const [before, after] = [predict([], ANSWERS), predict([], others)];
  assert.deepEqual(
    own.map((at) => after[at]),
    own.map((at) => before[at]),
  );
});

test('predictions of answers given by chance are no better than chance', () => {
  const random = seededRandom('coin');
  const coins = TOWN.map((answer) => ({ ...answer, correct: random() < 0.5 }));
  const { model } = evaluate([], coins);
  assert.ok(Math.abs(model.auc - 0.5) < 0.02, `${model.auc}`);
  assert.ok(model.logLoss < Math.log(2) + 0.01);
});

test('items and skills nobody has seen, one learner, one answer: there is always a probability', () => {
  const one = { learner: 'a', item: 'x', skill: '', correct: true };
  const strangers = ANSWERS.map((answer, at) =>
    at % 7 === 0 ? { ...answer, item: `only-${at}`, skill: `only-${at}` } : answer,
  );
  for (const answers of [[one], [one, { ...one, correct: false }], strangers]) {
    for (const chance of predict([], answers)) assert.ok(chance > 0 && chance < 1);
  }
  assert.equal(predict([], []).length, 0);
});

test('an author’s guess is used where nobody has answered', () => {
  const known = ANSWERS.map((answer, at) => (at === 0 ? { ...answer, item: 'fresh' } : answer));
  const withGuess = (difficulty: number) => predict([{ id: 'fresh', difficulty }], known)[0] ?? 0;
  assert.ok(withGuess(-2) > withGuess(0));
  assert.ok(withGuess(0) > withGuess(2));
});

test('the same answers and settings give the same predictions; another seed splits learners anew', () => {
  const few = simulatedAnswers({ seed: 'few', learners: 30, answersEach: 20 });
  assert.deepEqual(predict([], few), predict([], few));
  assert.notDeepEqual(predict([], few, { folds: 5, seed: 'other' }), predict([], few));
});

test('the measures are those of the textbook', () => {
  const outcomes = Uint8Array.from([0, 1, 0, 1]);
  const { auc, logLoss, ece } = metricsOf(Float64Array.from([0.1, 0.4, 0.4, 0.8]), outcomes);
  assert.equal(auc, 3.5 / 4);
  const loss = -(Math.log(0.9) + Math.log(0.4) + Math.log(0.6) + Math.log(0.8)) / 4;
  assert.ok(Math.abs(logLoss - loss) < 1e-12);
  assert.ok(Math.abs(ece - (0.1 + 0.2 + 0.2) / 4) < 1e-12);
});

test('a regression finds the weights that made the outcomes, and keeps to its start without any', () => {
  const random = seededRandom('regression');
  const count = 20_000;
  const cells = new Float32Array(count * 3);
  const outcomes = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const [a, b] = [random() * 4 - 2, random() * 4 - 2];
    cells.set([1, a, b], row * 3);
    outcomes[row] = random() < 1 / (1 + Math.exp(-(0.5 + a - 2 * b))) ? 1 : 0;
  }
  const table = { width: 3, cells };
  const fitting = { start: [0, 0, 0], penalty: 1 };
  const rows = Int32Array.from(outcomes.keys());
  const weights = fitLogistic(table, outcomes, { ...fitting, rows });
  for (const [at, wanted] of [0.5, 1, -2].entries()) {
    assert.ok(Math.abs((weights[at] ?? 0) - wanted) < 0.1, `${weights}`);
  }
  assert.ok(Math.abs(probability(table, 0, weights) - 0.5) < 0.5);
  const none = fitLogistic(table, outcomes, {
    start: [0, 1, 0],
    penalty: 1,
    rows: new Int32Array(),
  });
  assert.deepEqual([...none], [0, 1, 0]);
});

const HEADER = readHeader(['Order', 'correct', ' Skill', 'ITEM', 'note', 'learner']);

test('a table may name its columns in any order', () => {
  const row = readRow(['3', '1', 's', 'i', 'whatever', 'l'], HEADER, 2);
  assert.deepEqual(row, { learner: 'l', item: 'i', skill: 's', correct: true, order: 3 });
});

test('each line that cannot be used is named with what to write', () => {
  const wrong: [string[], RegExp][] = [
    [['3', 'yes', 's', 'i', '', 'l'], /Line 7: correct is "yes"; write 1 or 0/],
    [['soon', '1', 's', 'i', '', 'l'], /Line 7: order is "soon"/],
    [['', '1', 's', 'i', '', 'l'], /Line 7: order is ""/],
    [['1', '1', 's', 'i'], /Line 7: the learner is missing/],
    [['1', '1', 's', '', '', 'l'], /Line 7: the item is missing/],
  ];
  for (const [cells, sentence] of wrong) assert.match(String(readRow(cells, HEADER, 7)), sentence);
  assert.throws(() => readHeader(['learner', 'item']), /no column called skill, correct, order/);
  const problems = Array.from({ length: 25 }, (_, at) => `Line ${at + 2}: no.`);
  assert.throws(
    () => toAnswers({ rows: [], problems }),
    (error) => {
      assert.ok(error instanceof TableError);
      assert.match(error.message, /Line 2: no\..*… and 5 more\.$/s);
      return true;
    },
  );
});

test('lines are put in order, and lines of the same moment stay as they stand', () => {
  const row = (item: string, order: number): Row => ({
    learner: 'l',
    item,
    skill: 's',
    correct: true,
    order,
  });
  const answers = toAnswers({ rows: [row('c', 9), row('a', 1), row('b', 1)], problems: [] });
  assert.deepEqual(
    answers.map(({ item }) => item),
    ['a', 'b', 'c'],
  );
});
