import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPeriod, isHeldOn, isOver, overlap } from '#features/position/holding.ts';

const period = (fromDay: string, untilDay: string | null = null) => ({ fromDay, untilDay });

test('the first and the last day count', () => {
  const held = period('2026-11-01', '2026-11-22');
  assert.deepEqual(
    ['2026-10-31', '2026-11-01', '2026-11-22', '2026-11-23'].map((day) => isHeldOn(held, day)),
    [false, true, true, false],
  );
  assert.equal(isOver(held, '2026-11-22'), false);
  assert.equal(isOver(held, '2026-11-23'), true);
});

test('an open end never ends', () => {
  assert.equal(isHeldOn(period('2026-11-01'), '2099-01-01'), true);
  assert.equal(isOver(period('2026-11-01'), '2099-01-01'), false);
});

test('what was taken back before it began was never held', () => {
  const takenBack = period('2026-12-01', '2026-11-30');
  assert.equal(isOver(takenBack, '2026-11-22'), true);
  assert.equal(isHeldOn(takenBack, '2026-12-01'), false);
  assert.equal(overlap(takenBack, period('2026-01-01')), false);
});

test('periods that share a day overlap, periods that follow each other do not', () => {
  assert.equal(overlap(period('2026-11-01', '2026-11-22'), period('2026-11-22')), true);
  assert.equal(overlap(period('2026-11-01', '2026-11-21'), period('2026-11-22')), false);
});

test('a period that runs backwards or is no day is told at its field', () => {
  const problems = (from: string, until: string | null) =>
    checkPeriod(period(from, until)).map(({ code, field }) => `${code} ${field}`);
  assert.deepEqual(problems('2026-11-22', null), []);
  assert.deepEqual(problems('22.11.2026', 'soon'), ['day-form from', 'day-form until']);
  assert.deepEqual(problems('2026-11-22', '2026-11-21'), ['period-backwards until']);
});
