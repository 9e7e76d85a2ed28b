import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryAfter, type Recall } from '#features/refresher/memory.ts';
import { shuffle } from '#kernel/random.ts';
import { TEST_NOW } from '#tests/support/app.ts';

const DAY_MS = 86_400_000;
const recall = (day: number, correct = true, sure: boolean | null = null): Recall => ({
  at: TEST_NOW + day * DAY_MS,
  correct,
  sure,
});
/** Days from the last answer until the card is due. */
function pauseAfter(...recalls: Recall[]): number {
  const memory = memoryAfter(recalls);
  const last = recalls.at(-1);
  assert.ok(memory && last);
  return (memory.dueAt - last.at) / DAY_MS;
}

test('nothing is known of a question nobody has answered', () => {
  assert.equal(memoryAfter([]), null);
});

test('each right answer lets more time pass, and a wrong one brings the card back soon', () => {
  const first = pauseAfter(recall(0));
  const second = pauseAfter(recall(0), recall(3));
  const third = pauseAfter(recall(0), recall(3), recall(14));
  assert.ok(first < second && second < third, `${first}, ${second}, ${third}`);
  assert.ok(pauseAfter(recall(0), recall(3), recall(14, false)) < third / 2);
});

test('what one was not sure of comes back sooner', () => {
  assert.ok(pauseAfter(recall(0), recall(3, true, false)) < pauseAfter(recall(0), recall(3)));
});

test('nobody waits longer than a year for a fact', () => {
  const years = Array.from({ length: 12 }, (_, year) => recall(year * 365));
  assert.equal(pauseAfter(...years), 365);
});

test('the order in which answers arrive does not matter', () => {
  const recalls = [recall(0), recall(2, false), recall(3), recall(9, true, false), recall(30)];
  const due = memoryAfter(recalls)?.dueAt;
  for (let seed = 0; seed < 20; seed += 1) {
    assert.equal(memoryAfter(shuffle(recalls, String(seed)))?.dueAt, due);
  }
});

test('remembering fades to nine in ten on the day a card is due', () => {
  const memory = memoryAfter([recall(0), recall(3), recall(14)]);
  assert.ok(memory);
  const atDue = memory.recallAt(memory.dueAt);
  assert.ok(Math.abs(atDue - 0.9) < 0.02, String(atDue));
  assert.ok(memory.recallAt(memory.dueAt + 30 * DAY_MS) < atDue);
});
