import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Group, startCases } from '#features/competency/calibration/cases.ts';
import { changesBetween } from '#features/competency/calibration/changes.ts';
import { chosenIn } from '#features/competency/calibration/chosen.ts';
import { fairnessOf, type Stratum } from '#features/competency/calibration/fairness.ts';
import { findingsOf } from '#features/competency/calibration/findings.ts';
import { countFirst, learn } from '#features/competency/calibration/learn.ts';
import {
  type CalibratedItem,
  peopleShown,
  reportRows,
} from '#features/competency/calibration/report.ts';
import type { Evidence } from '#features/competency/evidence.ts';
import { seededRandom } from '#kernel/random.ts';
import { pieceOf } from '#tests/support/simulated-people.ts';

const OFFICIAL: Group = { part: 'official', language: 'ko' };
const ITEMS = Array.from({ length: 12 }, (_, at) => ({ true: (at - 5.5) / 3 }));

type Town = {
  readonly people: number;
  readonly raters?: readonly number[];
  /** Makes question 0 harder for residents, in logits. */
  readonly unfair?: number;
};

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** A town that answers questions whose true difficulty differs from what authors thought. */
function town(seed: string, { people, raters = [], unfair = 0 }: Town) {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const collecting = startCases();
  for (let person = 0; person < people; person += 1) {
    const ability = -0.5 + 1.2 * normal();
    const group: Group = { part: person % 2 === 0 ? 'official' : 'resident', language: 'ko' };
    const isHarder = (at: number) => at === 0 && group.part === 'resident';
    const answers = ITEMS.map((item, at) => {
      const difficulty = item.true + (isHarder(at) ? unfair : 0);
      const correct = random() < 0.25 + 0.75 * logistic(1.2 * (ability - difficulty));
      return answer(person, at, correct);
    });
    const ratings = raters.map((severity, at) => rating(person, at, random(), ability - severity));
    const chosen = new Map(answers.map(({ id }) => [id, ['some']]));
    collecting.add({ pieces: [...answers, ...ratings], group, chosen });
  }
  return collecting.finish();
}

function answer(person: number, at: number, correct: boolean): Evidence {
  // Questions are numbered in the order in which they are met.
  const id = `${person}-${String(at).padStart(2, '0')}`;
  const shown = { v: 1, kind: 'question', correct, difficulty: 0, options: 4 } as const;
  return pieceOf(shown, { id, source: `item:course/lesson/${at}` });
}

function rating(person: number, rater: number, luck: number, seemingAbility: number): Evidence {
  const reaches = (cut: number) => luck < logistic(1.8 * (seemingAbility - cut));
  const level = [-1.5, -0.5, 0.5, 1.5].filter(reaches).length;
  return pieceOf(
    { v: 1, kind: 'observation', level, raterId: `rater-${rater}`, form: 'counter' },
    { id: `${person}-seen-${rater}`, source: `observation:${person}-${rater}` },
  );
}

const TOWN = town('town', { people: 300, raters: [0.9, -0.9] });
const LEARNED = learn(TOWN);

test('many answers find how hard questions are, whatever their authors thought', () => {
  for (const [at, item] of ITEMS.entries()) {
    const found = LEARNED.difficulties[at] ?? 9;
    assert.ok(Math.abs(found - item.true) < 0.45, `${at}: ${found} for ${item.true}`);
  }
});

test('few answers leave a question close to its author’s guess', () => {
  const { difficulties } = learn(town('hamlet', { people: 4 }));
  for (const difficulty of difficulties) assert.ok(Math.abs(difficulty) < 0.8);
});

test('authors are right on average, and nobody starts better than the middle', () => {
  const mean = LEARNED.difficulties.reduce((sum, one) => sum + one, 0) / ITEMS.length;
  assert.ok(Math.abs(mean) < 1e-6);
  assert.ok(LEARNED.prior.mean <= 0 && LEARNED.prior.sd > 0.7);
});

test('stern and mild raters are told apart once they have rated twenty times', () => {
  const [stern = 0, mild = 0] = LEARNED.severities;
  assert.ok(stern > 0.4 && mild < -0.4, `${LEARNED.severities}`);
  const few = learn(town('few ratings', { people: 19, raters: [1.5] }));
  assert.deepEqual(few.severities, [0]);
});

test('the same evidence teaches the same', () => {
  assert.deepEqual(learn(TOWN), LEARNED);
});

test('only the first answer of a person says how hard a question is', () => {
  const collecting = startCases();
  const first = pieceOf(
    { v: 1, kind: 'question', correct: false, difficulty: 0, options: 4 },
    { id: 'first', source: 'item:a/b/c', daysAgo: 3 },
  );
  const later = pieceOf(
    { v: 1, kind: 'question', correct: true, difficulty: 0.4, options: 4 },
    { id: 'later', source: 'item:a/b/c' },
  );
  collecting.add({ pieces: [later, first], group: OFFICIAL, chosen: new Map() });
  const cases = collecting.finish();
  assert.deepEqual(countFirst(cases), [1]);
  assert.deepEqual(
    countFirst(cases, ({ correct }) => correct),
    [0],
  );
  assert.equal(cases.items[0]?.authored, 0.4, 'the author’s newest guess counts');
});

test('a question that tells people apart is seen to, and one answered by coin is not', () => {
  const findings = findingsOf(TOWN, LEARNED);
  for (const { discrimination } of findings) assert.ok((discrimination ?? 0) > 0.15);
  const random = seededRandom('coin');
  const coin = {
    ...TOWN,
    cases: TOWN.cases.map((one) => ({
      ...one,
      answers: one.answers.map((answer) =>
        answer.item === 3 ? { ...answer, correct: random() < 0.5 } : answer,
      ),
    })),
  };
  const [row] = rowsFor(findingsOf(coin, learn(coin))[3]);
  assert.ok(row?.remarks.includes('tells-nobody-apart'));
});

test('a question harder for residents of the same ability is found, and a fair one is not', () => {
  const cases = town('unfair', { people: 500, unfair: 1.5 });
  const findings = findingsOf(cases, learn(cases));
  assert.equal(findings[0]?.parts?.size, 'large');
  assert.ok((findings[0]?.parts?.delta ?? 0) < -1.5);
  const fair = findings.slice(1).filter(({ parts }) => parts?.size === 'negligible');
  assert.ok(fair.length >= 9, `${fair.length}`);
  assert.equal(findings[0]?.languages, null, 'everybody reads Korean: nothing to compare');
});

test('nothing is compared while either group is small', () => {
  const stratum = (n: number): Stratum => ({
    reference: { right: 40, wrong: 10 },
    focal: { right: 1, wrong: n - 1 },
  });
  assert.equal(fairnessOf([stratum(19)]), null);
  assert.notEqual(fairnessOf([stratum(20)]), null);
});

test('the comparison is that of Mantel and Haenszel', () => {
  const strata: Stratum[] = [
    { reference: { right: 20, wrong: 10 }, focal: { right: 10, wrong: 20 } },
    { reference: { right: 15, wrong: 15 }, focal: { right: 10, wrong: 20 } },
  ];
  const found = fairnessOf(strata);
  const ratio = (20 * 20 + 15 * 20) / (10 * 10 + 15 * 10);
  assert.ok(found && Math.abs(found.delta - -2.35 * Math.log(ratio)) < 1e-9);
  const variance = (30 * 30 * 30 * 30 + 30 * 30 * 25 * 35) / (60 * 60 * 59);
  assert.ok(Math.abs(found.chiSquare - (7.5 - 0.5) ** 2 / variance) < 1e-9);
});

const ITEM: CalibratedItem = {
  source: 'item:course/lesson/one',
  competency: 'C1.1',
  difficulty: 0,
  authored: 0,
  answers: 40,
  rightAnswers: 20,
  findings: {
    v: 1,
    discrimination: 0.4,
    choices: [
      { id: 'a', people: 20, ability: 0.3 },
      { id: 'b', people: 20, ability: -0.4 },
    ],
    parts: null,
    languages: null,
  },
};
const rowsFor = (findings: CalibratedItem['findings'] | undefined) =>
  reportRows(
    [{ ...ITEM, findings: findings ?? ITEM.findings }],
    { remark: null, sort: 'remarks' },
    () => [],
  );

test('a choice nobody takes is pointed out, once enough people have answered', () => {
  const ask = (item: CalibratedItem) =>
    reportRows([item], { remark: 'unused-choice', sort: 'remarks' }, () => ['a', 'b', 'c']);
  assert.deepEqual(ask(ITEM)[0]?.unused, ['c']);
  assert.deepEqual(ask({ ...ITEM, answers: 7 }), []);
  assert.deepEqual(ask({ ...ITEM, findings: { ...ITEM.findings, choices: null } }), []);
});

test('rows come in the order asked for, and those with most to look at first', () => {
  const items = [
    { ...ITEM, source: 'item:a', difficulty: 1.4, authored: 0 },
    { ...ITEM, source: 'item:b', difficulty: 0.2, rightAnswers: 39 },
    { ...ITEM, source: 'item:c', difficulty: -2, authored: 0, rightAnswers: 40 },
    { ...ITEM, source: 'item:d', answers: 3 },
  ];
  const order = (sort: 'remarks' | 'difficulty' | 'answers') =>
    reportRows(items, { remark: null, sort }, () => []).map(({ source }) => source.slice(-1));
  assert.deepEqual(order('remarks'), ['c', 'a', 'b', 'd']);
  assert.deepEqual(order('difficulty'), ['a', 'b', 'd', 'c']);
  assert.equal(order('answers').at(-1), 'd');
  const few = reportRows(items, { remark: 'few-answers', sort: 'remarks' }, () => []);
  assert.deepEqual(
    few.map(({ source }) => source),
    ['item:d'],
  );
});

test('so few that it would point at people is not shown', () => {
  assert.deepEqual([0, 1, 4, 5].map(peopleShown), [0, null, null, 5]);
});

test('what was ticked is read from the record, and only where something is ticked', () => {
  assert.deepEqual(chosenIn({ type: 'single', choice: 'a' }), ['a']);
  assert.deepEqual(chosenIn({ type: 'multiple', choices: ['a', 'b'] }), ['a', 'b']);
  assert.equal(chosenIn({ type: 'number', value: 3 }), null);
  assert.equal(chosenIn(undefined), null);
});

test('what moved is told, furthest first; a hair is not', () => {
  const changes = changesBetween(
    { items: [{ source: 'a', authored: 0, difficulty: 0 }], raters: [] },
    {
      items: [
        { source: 'a', authored: 0, difficulty: 0.05 },
        { source: 'b', authored: 0.5, difficulty: 0.2 },
        { source: 'c', authored: 0, difficulty: 1 },
      ],
      raters: [{ raterId: 'lee', severity: 0.4 }],
    },
  );
  assert.deepEqual(
    changes.items.map(({ source }) => source),
    ['c', 'b'],
  );
  assert.equal(changes.newItems, 2);
  assert.deepEqual(changes.raters, [{ raterId: 'lee', from: 0, to: 0.4 }]);
});
