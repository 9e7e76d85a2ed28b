import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardsLeft, MINUTES, minutesFor, weekAt } from '#features/refresher/week.ts';

test('a week begins on Monday where the office is', () => {
  // Sunday 22 November 2026, 23:30 in Seoul, is still Sunday afternoon in UTC.
  const sunday = Date.UTC(2026, 10, 22, 14, 30);
  const week = weekAt(sunday, 'Asia/Seoul');
  assert.equal(week.startsAt, Date.UTC(2026, 10, 15, 15, 0));
  assert.equal(week.next, '2026-11-23');
  assert.equal(weekAt(sunday + 3_600_000, 'Asia/Seoul').next, '2026-11-30');
});

test('nobody is asked for more than ten minutes a week', () => {
  assert.equal(Math.max(...MINUTES), 10);
  assert.equal(cardsLeft(10, 0), 20);
  assert.equal(cardsLeft(10, 19), 1);
  assert.equal(cardsLeft(10, 25), 0);
});

test('the time said is rounded up to whole minutes', () => {
  assert.deepEqual([1, 2, 3, 20].map(minutesFor), [1, 1, 2, 10]);
});
