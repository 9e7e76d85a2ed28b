import { type ContentProblem, problemIn, type Written } from '#features/catalogue/problem.ts';
import type { HolidayYear } from './calendar.ts';

/** What is wrong with the calendars of public holidays beyond their shape. */
export function checkCalendars(years: readonly Written<HolidayYear>[]): ContentProblem[] {
  return years.flatMap((year) => [
    ...misplaced(year),
    ...twice(year),
    ...(years.find((other) => other.value.year === year.value.year) === year
      ? []
      : [
          problemIn(year, ['year'], 'calendar-twice', {
            message: `There is another calendar of ${year.value.year}.`,
            help: 'Keep the days of a year in one file.',
          }),
        ]),
  ]);
}

function misplaced(written: Written<HolidayYear>): ContentProblem[] {
  const { year, holidays } = written.value;
  return holidays.flatMap(({ day }, at) =>
    day.startsWith(`${year}-`)
      ? []
      : [
          problemIn(written, ['holidays', at, 'day'], 'holiday-elsewhere', {
            message: `${day} does not lie in ${year}.`,
            help: 'Write it in the calendar of its own year.',
          }),
        ],
  );
}

function twice(written: Written<HolidayYear>): ContentProblem[] {
  const days = written.value.holidays.map(({ day }) => day);
  return days.flatMap((day, at) =>
    days.indexOf(day) === at
      ? []
      : [
          problemIn(written, ['holidays', at, 'day'], 'holiday-twice', {
            message: `${day} is written twice.`,
            help: 'Name both reasons in one entry.',
          }),
        ],
  );
}
