import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailToday } from '#features/reminder/choice.ts';
import { isQuiet } from '#features/reminder/quiet.ts';
import type { Day } from '#kernel/date.ts';
import { startOfDay } from '#kernel/date.ts';
import { CALENDAR } from '#tests/support/programmes.ts';

const ZONE = 'Asia/Seoul';
const at = (day: Day, hour: number) => startOfDay(day, ZONE) + hour * 3_600_000;
const quiet = (day: Day, hour: number) =>
  isQuiet(at(day, hour), { zone: ZONE, calendar: CALENDAR });

test('reminders wait from eight in the evening to eight in the morning, by the clock of the place', () => {
  const monday = '2026-11-23';
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter(
    (hour) => !quiet(monday, hour),
  );
  assert.deepEqual([hours[0], hours.at(-1), hours.length], [8, 19, 12]);
  assert.equal(isQuiet(at(monday, 8) - 1, { zone: ZONE, calendar: CALENDAR }), true);
});

test('reminders wait at weekends and on public holidays', () => {
  for (const day of ['2026-11-22', '2026-11-28', '2026-12-25', '2027-01-01'])
    assert.equal(quiet(day, 10), true, day);
  assert.equal(quiet('2026-12-24', 10), false);
});

const daily = { choice: 'daily', hasAddress: true } as const;
const weekly = { choice: 'weekly', hasAddress: true } as const;

test('a daily mail goes once a day, a weekly one once from Monday to Sunday', () => {
  const wednesday = '2026-11-25';
  assert.equal(mailToday(daily, { today: wednesday, lastMail: '2026-11-24' }), 'send');
  assert.equal(mailToday(daily, { today: wednesday, lastMail: wednesday }), 'wait');
  assert.equal(mailToday(weekly, { today: wednesday, lastMail: '2026-11-23' }), 'wait');
  assert.equal(mailToday(weekly, { today: wednesday, lastMail: '2026-11-20' }), 'send');
  assert.equal(mailToday(weekly, { today: wednesday, lastMail: null }), 'send');
});

test('whoever has no address or wants no mail is left to the inbox', () => {
  const day = { today: '2026-11-25', lastMail: null };
  assert.equal(mailToday({ choice: 'off', hasAddress: true }, day), 'inbox-only');
  assert.equal(mailToday({ choice: 'daily', hasAddress: false }, day), 'inbox-only');
});
