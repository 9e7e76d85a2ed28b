import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayAt, daysBetween, endOfDay, isDay } from '#kernel/date.ts';

const HOUR_MS = 3_600_000;

for (const [text, holds] of [
  ['2026-11-22', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2100-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-1-2', false],
  ['26-11-22', false],
  ['2026-11-22T00:00', false],
  [' 2026-11-22', false],
  ['', false],
] as const) {
  test(`“${text}” is ${holds ? 'a' : 'no'} day`, () => {
    assert.equal(isDay(text), holds);
  });
}

test('the day changes at midnight of the zone, not of Greenwich', () => {
  const beforeMidnight = Date.UTC(2026, 10, 22, 14, 59, 59, 999);
  assert.equal(dayAt(beforeMidnight, 'Asia/Seoul'), '2026-11-22');
  assert.equal(dayAt(beforeMidnight + 1, 'Asia/Seoul'), '2026-11-23');
  assert.equal(dayAt(beforeMidnight + 1, 'UTC'), '2026-11-22');
  assert.equal(dayAt(beforeMidnight + 1, 'America/New_York'), '2026-11-22');
});

test('a deadline counts to the last millisecond of its day', () => {
  const end = endOfDay('2026-11-22', 'Asia/Seoul');
  assert.equal(end, Date.UTC(2026, 10, 22, 15) - 1);
  assert.equal(dayAt(end, 'Asia/Seoul'), '2026-11-22');
  assert.equal(dayAt(end + 1, 'Asia/Seoul'), '2026-11-23');
});

for (const [zone, day, hours] of [
  ['America/New_York', '2026-03-08', 23],
  ['America/New_York', '2026-11-01', 25],
  ['Europe/London', '2026-03-29', 23],
  ['Africa/Cairo', '2026-04-24', 23],
  ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ['Asia/Seoul', '2026-03-29', 24],
] as const) {
  test(`${day} in ${zone} is ${hours} hours long`, () => {
    const length = endOfDay(day, zone) - endOfDay(addDays(day, -1), zone);
    assert.equal(length, hours * HOUR_MS);
    assert.equal(dayAt(endOfDay(day, zone), zone), day);
    assert.equal(dayAt(endOfDay(day, zone) + 1, zone), addDays(day, 1));
  });
}

test('days are added across months, leap days and years', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2028-02-28', 2), '2028-03-01');
  assert.equal(addDays('2026-03-01', -1), '2026-02-28');
  assert.equal(addDays('2026-11-22', 0), '2026-11-22');
});

test('days between two days are counted without the first', () => {
  assert.equal(daysBetween('2026-11-22', '2026-11-22'), 0);
  assert.equal(daysBetween('2026-11-22', '2026-11-29'), 7);
  assert.equal(daysBetween('2026-11-29', '2026-11-22'), -7);
  assert.equal(daysBetween('2027-12-31', '2028-12-31'), 366);
});

test('adding as many days as lie between leads from one day to the other', () => {
  for (let n = 0; n < 400; n += 7) {
    const [from, to] = [addDays('2027-06-15', n), addDays('2029-01-03', -3 * n)];
    assert.equal(addDays(from, daysBetween(from, to)), to);
  }
});
