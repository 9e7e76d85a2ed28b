import {
  asWarning,
  type ContentProblem,
  problemIn,
  type Written,
} from '#features/catalogue/problem.ts';
import type { HolidayYear } from './calendar.ts';

/** So many sources have to name a day before it is called verified. */
export const SOURCES_OF_A_VERIFIED_DAY = 2;

/** What is wrong with the calendars of public holidays beyond their shape. `sources` are the ids of all sources there are. */
export function checkCalendars(
  years: readonly Written<HolidayYear>[],
  sources: ReadonlySet<string>,
): ContentProblem[] {
  return years.flatMap((year) => [
    ...misplaced(year),
    ...twice(year),
    ...unproved(year),
    ...unsourced(year, sources),
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

function unproved(written: Written<HolidayYear>): ContentProblem[] {
  return written.value.holidays.flatMap(({ day, status, sources }, at) =>
    status === 'unverified' || new Set(sources).size >= SOURCES_OF_A_VERIFIED_DAY
      ? []
      : [
          asWarning(
            problemIn(written, ['holidays', at], 'holiday-unproved', {
              message: `${day} is marked verified and does not name two sources.`,
              help: 'Look the day up in two places that do not copy each other and name both under sources, or mark it unverified.',
            }),
          ),
        ],
  );
}

function unsourced(written: Written<HolidayYear>, known: ReadonlySet<string>): ContentProblem[] {
  return written.value.holidays.flatMap(({ sources = [] }, at) =>
    sources.flatMap((id, index) =>
      known.has(id)
        ? []
        : [
            problemIn(written, ['holidays', at, 'sources', index], 'source-unknown', {
              message: `There is no source "${id}".`,
              help: 'Use an id of content/sources, or add the source.',
            }),
          ],
    ),
  );
}
