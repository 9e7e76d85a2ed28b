import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addBusinessDays,
  businessDayFrom,
  businessDaysIn,
  knowsYearOf,
  workCalendar,
} from '#features/programme/calendar.ts';
import { checkCalendars } from '#features/programme/check.ts';
import { addDays, dayNumber, numberedDay } from '#kernel/date.ts';
import { readLibrary } from '#library/read.ts';
import { CALENDAR } from '#tests/support/programmes.ts';

test('a day off moves on to the next day that is worked', () => {
  assert.equal(businessDayFrom(CALENDAR, '2026-12-24'), '2026-12-24');
  // Christmas is a Friday, then the weekend.
  assert.equal(businessDayFrom(CALENDAR, '2026-12-25'), '2026-12-28');
});

test('business days leave out weekends and holidays', () => {
  assert.equal(addBusinessDays(CALENDAR, '2026-12-23', 2), '2026-12-28');
  assert.equal(addBusinessDays(CALENDAR, '2026-12-26', 0), '2026-12-26');
  assert.equal(businessDaysIn(CALENDAR, '2026-12-21', '2026-12-27'), 4);
  assert.equal(businessDaysIn(CALENDAR, '2026-12-27', '2026-12-21'), 0);
});

test('a year without a calendar has weekends only, and one can tell', () => {
  assert.equal(knowsYearOf(CALENDAR, '2027-05-05'), true);
  assert.equal(knowsYearOf(CALENDAR, '2031-05-05'), false);
  assert.equal(businessDayFrom(workCalendar([]), '2026-12-25'), '2026-12-25');
});

test('counting days by number agrees with the calendar through leap years', () => {
  for (const day of ['1999-12-31', '2000-02-28', '2024-02-28', '2026-11-22', '2100-02-28']) {
    assert.equal(numberedDay(dayNumber(day) + 1), addDays(day, 1));
  }
});

const { library } = await readLibrary(process.cwd());

test('each substitute holiday is a day that would have been worked, after the holiday it stands for', () => {
  assert.deepEqual(library.calendars.map(({ year }) => year).sort(), [2025, 2026, 2027]);
  for (const { holidays, year } of library.calendars) {
    const withoutSubstitutes = workCalendar([
      { id: '', year, source: '', holidays: holidays.filter(({ kind }) => kind !== 'substitute') },
    ]);
    for (const { day, kind } of holidays.filter((one) => one.kind === 'substitute')) {
      assert.equal(withoutSubstitutes.rests(dayNumber(day)), false, `${day} ${kind}`);
      assert.equal(withoutSubstitutes.rests(dayNumber(day) - 1), true, `${day} follows a day off`);
    }
  }
});

test('a day may be called verified only when two sources that exist name it', () => {
  const day = {
    day: '2027-05-03',
    name: { ko: '노동절 대체공휴일', en: 'Substitute for Labour Day' },
    kind: 'substitute',
  } as const;
  const found = (status: 'verified' | 'unverified', sources?: string[]) =>
    checkCalendars(
      [
        {
          value: { id: 'y', year: 2027, source: '', holidays: [{ ...day, status, sources }] },
          file: 'calendars/y.yaml',
          lineOf: () => 1,
        },
      ],
      new Set(['almanac', 'law']),
    ).map(({ code, level }) => `${level} ${code}`);
  assert.deepEqual(found('verified', ['almanac', 'law']), []);
  assert.deepEqual(found('verified', ['almanac', 'almanac']), ['warning holiday-unproved']);
  assert.deepEqual(found('verified'), ['warning holiday-unproved']);
  assert.deepEqual(found('unverified'), []);
  assert.deepEqual(found('unverified', ['hearsay']), ['error source-unknown']);
});

test('the days off that came back in 2026 move deadlines in 2027, too', () => {
  const calendar = workCalendar(library.calendars);
  assert.equal(businessDayFrom(calendar, '2027-05-01'), '2027-05-04');
  assert.equal(businessDayFrom(calendar, '2027-07-17'), '2027-07-20');
});
