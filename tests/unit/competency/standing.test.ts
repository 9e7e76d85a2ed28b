import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingSorts } from '#features/competency/confirmation.ts';
import { accumulate, estimateAt } from '#features/competency/estimate.ts';
import { type Evidence, type Shown, weigh } from '#features/competency/evidence.ts';
import {
  outcomesOf,
  type Possible,
  whatRaisesFastest,
} from '#features/competency/next-evidence.ts';
import { UNCALIBRATED } from '#features/competency/parameters.ts';
import { cellOf, competencyState, standingOf } from '#features/competency/profile.ts';
import { widerEstimate, widerPrior } from '#features/competency/wider.ts';
import { NOW, pieceOf } from '#tests/support/simulated-people.ts';

const DAY = 86_400_000;

const answer = (n: number, correct = true, daysAgo = 0) =>
  pieceOf(
    { v: 1, kind: 'question', correct, difficulty: 0, options: 4 },
    { id: `q${n}`, source: `item:${n}`, daysAgo },
  );
const seen = (n: number, level: number, daysAgo = 0) =>
  pieceOf(
    { v: 1, kind: 'observation', level, raterId: `rater-${n}`, form: 'counter' },
    { id: `o${n}`, source: `observation:${n}`, daysAgo },
  );
const peer = (n: number, level: number) =>
  pieceOf(
    { v: 1, kind: 'peer', level, raterId: `peer-${n}` },
    { id: `p${n}`, source: `peer:${n}` },
  );
const times = (count: number, make: (n: number) => Evidence) =>
  Array.from({ length: count }, (_, n) => make(n));

test('the word of peers alone confirms nothing, however many they are', () => {
  const { standing } = competencyState(
    times(20, (n) => peer(n, 3)),
    NOW,
  );
  assert.equal(standing.status, 'likely');
});

test('peers and one other sort of evidence confirm together', () => {
  const pieces = [...times(10, (n) => peer(n, 3)), ...times(4, (n) => answer(n))];
  assert.equal(competencyState(pieces, NOW).standing.status, 'confirmed');
});

test('a decision and a vote are one sort of evidence, and a self-rating is none', () => {
  assert.equal(missingSorts(['decision', 'vote']), 1);
  assert.equal(missingSorts(['self', 'question']), 1);
  assert.equal(missingSorts(['peer', 'self']), 1);
  assert.equal(missingSorts(['peer', 'vote']), 0);
  assert.equal(missingSorts([]), 2);
});

test('where a signature is demanded, the level waits for it and holds up to what was signed', () => {
  const pieces = [...times(8, (n) => answer(n)), seen(1, 3), seen(2, 3)];
  const cell = cellOf({ personId: 'kim', competency: 'C5.2' }, pieces);
  assert.ok(cell);
  const free = standingOf(cell, NOW);
  assert.ok(free.status === 'confirmed');
  assert.deepEqual(standingOf(cell, NOW, { signedFor: 0 }), {
    ...free,
    status: 'awaits-signature',
  });
  assert.deepEqual(standingOf(cell, NOW, { signedFor: free.level }), free);
});

const OLD = [...times(10, (n) => answer(n, true, 2500)), seen(1, 4, 2500), seen(2, 4, 2500)];

test('a level that only age took away needs a refresh, also after a little fresh evidence', () => {
  const faded = competencyState(OLD, NOW).standing;
  assert.equal(faded.status, 'needs-refresh');
  const more = competencyState([...OLD, answer(99)], NOW).standing;
  assert.ok(more.status === 'needs-refresh' && faded.status === 'needs-refresh');
  assert.equal(more.level, faded.level);
});

test('what newer evidence speaks against is not called stale, only what all of it together supports', () => {
  const against = times(12, (n) => answer(100 + n, false));
  const contrary = competencyState([...OLD, ...against, seen(9, 0), seen(10, 0)], NOW).standing;
  assert.notEqual(contrary.status, 'confirmed');
  assert.equal(competencyState(OLD, NOW - 2500 * DAY).standing.status, 'confirmed');
  assert.ok(contrary.status === 'nothing-shown' || contrary.level <= 1);
});

const question: Shown = { v: 1, kind: 'question', correct: true, difficulty: 0, options: 4 };
const possible = (id: string, shown: Shown, more: Partial<Possible> = {}): Possible => ({
  id,
  outcomes: outcomesOf(shown),
  source: `item:${id}`,
  runId: null,
  minutes: 10,
  ...more,
});
const ask = (pieces: Evidence[], ...options: Possible[]) =>
  whatRaisesFastest(pieces, options, { wanted: 3, now: NOW, model: UNCALIBRATED });

test('a question answered twice before promises less than a fresh one', () => {
  const pieces = [answer(1), { ...answer(1), id: 'again' }];
  const [first, second] = ask(
    pieces,
    possible('old', question, { source: 'item:1' }),
    possible('fresh', question),
  );
  assert.equal(first?.id, 'fresh');
  assert.ok((second?.gain ?? 9) < (first?.gain ?? 0) / 2);
});

test('what is missing for a confirmation comes first', () => {
  const observation: Shown = { v: 1, kind: 'observation', level: 0, raterId: 'lee', form: 'f' };
  const pieces = times(14, (n) => answer(n));
  const [first] = ask(pieces, possible('another', question), possible('be seen', observation));
  assert.equal(first?.id, 'be seen');
  assert.ok((first?.confirms ?? 0) > 0.3);
});

test('of two equal things the shorter is faster, and chances of all outcomes add up', () => {
  const [first, second] = ask(
    [],
    possible('long', question, { minutes: 40 }),
    possible('short', question),
  );
  assert.deepEqual([first?.id, second?.id], ['short', 'long']);
  assert.ok(first && first.best.rise > 0 && first.best.chance > 0 && first.best.chance < 1);
  const before = estimateAt(accumulate([], NOW), NOW);
  const right = estimateAt(accumulate(weigh([answer(1)]), NOW), NOW);
  assert.ok(Math.abs(first.best.rise - (right.mean - before.mean)) < 1e-12);
});

test('other competencies move the starting point, by less than they moved themselves', () => {
  const strong = estimateAt(accumulate(weigh(times(12, (n) => answer(n))), NOW), NOW);
  const { prior } = UNCALIBRATED;
  const one = widerPrior([strong], prior);
  const three = widerPrior([strong, strong, strong], prior);
  assert.ok(one.mean > prior.mean && three.mean > one.mean && three.mean < strong.mean);
  assert.ok(one.sd < prior.sd && three.sd < one.sd);
  assert.ok(three.sd > prior.sd * Math.SQRT1_2 - 1e-9, 'what is special here stays open');
});

test('without other evidence the wider layer says what the own one says', () => {
  const untouched = estimateAt(accumulate([], NOW), NOW);
  const own = accumulate(weigh([answer(1), seen(1, 3)]), NOW);
  const wider = widerEstimate(own, [untouched, untouched], NOW);
  assert.ok(Math.abs(wider.mean - estimateAt(own, NOW).mean) < 0.02);
  assert.deepEqual(widerEstimate(own, [], NOW).mean, estimateAt(own, NOW).mean);
});

test('the wider layer never touches what is confirmed', () => {
  const state = competencyState([answer(1)], NOW + DAY);
  assert.equal(state.standing.status, 'not-enough');
});
