import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accumulate, atLeast, estimateAt } from '#features/competency/estimate.ts';
import { type Evidence, weigh } from '#features/competency/evidence.ts';
import { cellOf, competencyState, standingOf } from '#features/competency/profile.ts';
import { seededRandom, shuffle } from '#kernel/random.ts';

const DAY = 86_400_000;
const TODAY = Date.UTC(2026, 10, 22);

function answer(id: string, correct: boolean, more: Partial<Evidence> = {}): Evidence {
  return {
    id,
    personId: 'kim',
    competency: 'C5.2',
    shown: { v: 1, kind: 'question', correct, difficulty: 0, options: 4 },
    source: `item:course/lesson/${id}`,
    runId: null,
    occurredAt: TODAY,
    recordedAt: TODAY,
    revokedAt: null,
    revokedReason: null,
    ...more,
  };
}

function decision(id: string, level: 0 | 1 | 2 | 3, more: Partial<Evidence> = {}): Evidence {
  return answer(id, true, {
    shown: { v: 1, kind: 'decision', level, weight: 1, decision: `node.${id}` },
    source: 'scenario:heatwave-closure',
    runId: 'run-1',
    ...more,
  });
}

function meanOf(pieces: Evidence[], now = TODAY): number {
  return estimateAt(accumulate(weigh(pieces), now), now).mean;
}

function randomHistory(seed: string): Evidence[] {
  const random = seededRandom(seed);
  return Array.from({ length: 12 }, (_, i) => {
    const occurredAt = TODAY - Math.floor(random() * 900) * DAY;
    const id = `${seed}-${i}`;
    if (random() < 0.5) return answer(id, random() < 0.6, { occurredAt });
    const level = Math.floor(random() * 4) as 0 | 1 | 2 | 3; // Four grades.
    return decision(id, level, { occurredAt, runId: `run-${Math.floor(random() * 3)}` });
  });
}

test('says nothing about a level before anything has been shown', () => {
  assert.deepEqual(competencyState([], TODAY).standing, { status: 'nothing-shown' });
});

test('one right answer is not enough evidence', () => {
  assert.equal(competencyState([answer('a', true)], TODAY).standing.status, 'not-enough');
});

test('right answers raise the estimate and wrong ones lower it', () => {
  const before = meanOf([]);
  assert.ok(meanOf([answer('a', true)]) > before);
  assert.ok(meanOf([answer('a', false)]) < before);
});

test('the order in which evidence arrives changes nothing', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const history = randomHistory(`order-${seed}`);
    const other = shuffle(history, `shuffle-${seed}`);
    assert.deepEqual(
      cellOf({ personId: 'kim', competency: 'C5.2' }, other),
      cellOf({ personId: 'kim', competency: 'C5.2' }, history),
    );
  }
});

test('revoking a piece gives the estimate as if it had never been there', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const history = randomHistory(`revoke-${seed}`);
    const [first, ...others] = history;
    assert.ok(first);
    const revoked = [{ ...first, revokedAt: TODAY, revokedReason: 'a mix-up' }, ...others];
    assert.equal(meanOf(revoked), meanOf(others));
  }
});

test('the same question answered again and again counts less each time', () => {
  const again = (n: number) =>
    Array.from({ length: n }, (_, i) =>
      answer(`a${i}`, true, { source: 'item:one', occurredAt: TODAY - (n - i) }),
    );
  const gains = [1, 2, 3].map((n) => meanOf(again(n)) - meanOf(again(n - 1)));
  const [first = 0, second = 0, third = 0] = gains;
  assert.ok(first > second && second > third && third > 0);
});

test('ten decisions of one run count no more than two', () => {
  const weights = weigh(Array.from({ length: 10 }, (_, i) => decision(`d${i}`, 3)));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  assert.ok(Math.abs(total - 1) < 1e-9);
});

test('a level is confirmed only by two kinds of evidence', () => {
  const answers = Array.from({ length: 14 }, (_, i) => answer(`a${i}`, true));
  assert.equal(competencyState(answers, TODAY).standing.status, 'likely');
  const both = [...answers, decision('d1', 3), decision('d2', 3)];
  assert.equal(competencyState(both, TODAY).standing.status, 'confirmed');
});

test('a confirmed level fades into one that needs a refresh and stays visible', () => {
  const strong = [
    ...Array.from({ length: 14 }, (_, i) => answer(`a${i}`, true)),
    decision('d1', 3),
    decision('d2', 3),
  ];
  const now = competencyState(strong, TODAY).standing;
  assert.equal(now.status, 'confirmed');
  const later = competencyState(strong, TODAY + 1500 * DAY);
  assert.equal(later.standing.status, 'needs-refresh');
  assert.ok(later.standing.status === 'needs-refresh' && now.status === 'confirmed');
  assert.equal(later.standing.level, now.level);
  assert.ok(later.freshness < 0.2);
});

test('with time and no news the estimate drifts back and its doubt grows', () => {
  const history = Array.from({ length: 10 }, (_, i) => answer(`a${i}`, true));
  const accumulator = accumulate(weigh(history), TODAY);
  const soon = estimateAt(accumulator, TODAY);
  const late = estimateAt(accumulator, TODAY + 2000 * DAY);
  assert.ok(late.mean < soon.mean && late.sd > soon.sd);
});

test('the five probabilities add up to one and never rise with the level asked for', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const estimate = estimateAt(accumulate(weigh(randomHistory(`p-${seed}`)), TODAY), TODAY);
    assert.ok(Math.abs(atLeast(estimate, 0) - 1) < 1e-9);
    for (const level of [1, 2, 3, 4] as const) {
      const lower = (level - 1) as 0 | 1 | 2 | 3; // One below 1 to 4.
      assert.ok(atLeast(estimate, level) <= atLeast(estimate, lower));
    }
  }
});

test('no single piece moves the estimate by more than a level and a half', () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const { pieces } = competencyState(randomHistory(`bounded-${seed}`), TODAY);
    for (const { shift } of pieces) assert.ok(Math.abs(shift) < 1.5);
  }
});

test('a cell says at any later time what the evidence itself would say', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const history = randomHistory(`cell-${seed}`);
    const cell = cellOf({ personId: 'kim', competency: 'C5.2' }, history);
    assert.ok(cell);
    const later = TODAY + seed * 40 * DAY;
    const direct = estimateAt(accumulate(weigh(history), later), later);
    const cached = estimateAt(cell.accumulator, later);
    assert.ok(Math.abs(direct.mean - cached.mean) < 1e-6);
    assert.deepEqual(standingOf(cell, later), competencyState(history, later).standing);
  }
});

test('what each piece changes today is what is lost without it', () => {
  const history = [answer('a', true), answer('b', false), decision('c', 3)];
  const state = competencyState(history, TODAY);
  for (const { piece, shift } of state.pieces) {
    const without = meanOf(history.filter(({ id }) => id !== piece.id));
    assert.ok(Math.abs(state.estimate.mean - without - shift) < 1e-12);
  }
});
