import { z } from 'zod';
import { slugSchema, textSchema } from '#features/catalogue/text.ts';
import { type Day, dayNumber, isDay, numberedDay } from '#kernel/date.ts';

export const HOLIDAY_KINDS = ['fixed', 'lunar', 'substitute', 'election', 'temporary'] as const;

const holidaySchema = z.strictObject({
  day: z.string().refine(isDay, 'Write a day as 2026-03-02.'),
  name: textSchema,
  kind: z.enum(HOLIDAY_KINDS),
  status: z
    .enum(['verified', 'unverified'])
    .describe(
      'Verified: two sources name the day. Unverified: not looked up, or it may still change. Both count as a day off.',
    ),
  sources: z.array(slugSchema).describe('Ids of sources/ in which the day was found.').optional(),
});

/** `content/calendars/<name>.yaml`: the public holidays of one year. */
export const calendarSchema = z.strictObject({
  year: z.int().min(2000).max(2100),
  source: z.string().min(1).describe('The law or announcement these days come from.'),
  holidays: z.array(holidaySchema),
});
export type HolidayYear = z.infer<typeof calendarSchema> & { readonly id: string };
export type Holiday = HolidayYear['holidays'][number];

/** Which days are worked: Monday to Friday without public holidays. */
export type WorkCalendar = {
  readonly years: readonly HolidayYear[];
  /** By the number of the day, see `dayNumber`. */
  readonly rests: (number: number) => boolean;
  readonly holiday: (day: Day) => Holiday | undefined;
};

/** What a service that counts business days asks for beside `App`. */
export type WithCalendar = { readonly calendar: WorkCalendar };

export function workCalendar(years: readonly HolidayYear[]): WorkCalendar {
  const holidays = new Map(
    years.flatMap((year) => year.holidays.map((one) => [dayNumber(one.day), one] as const)),
  );
  return {
    years: [...years].sort((a, b) => a.year - b.year),
    rests: (number) => isWeekend(number) || holidays.has(number),
    holiday: (day) => holidays.get(dayNumber(day)),
  };
}

/** Day 0, 1 January 1970, was a Thursday. */
function isWeekend(number: number): boolean {
  const weekday = (((number + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

/** The day itself when it is worked, otherwise the next one that is. */
export function businessDayFrom(calendar: WorkCalendar, day: Day): Day {
  let number = dayNumber(day);
  while (calendar.rests(number)) number += 1;
  return numberedDay(number);
}

/** The nth business day after a day; the day itself, worked or not, for 0. */
export function addBusinessDays(calendar: WorkCalendar, day: Day, days: number): Day {
  let number = dayNumber(day);
  for (let left = days; left > 0; ) {
    number += 1;
    if (!calendar.rests(number)) left -= 1;
  }
  return numberedDay(number);
}

/** The nth business day before a day. */
export function businessDaysBefore(calendar: WorkCalendar, day: Day, days: number): Day {
  let number = dayNumber(day);
  for (let left = days; left > 0; ) {
    number -= 1;
    if (!calendar.rests(number)) left -= 1;
  }
  return numberedDay(number);
}

/** How many business days there are from a day to another; both count. */
export function businessDaysIn(calendar: WorkCalendar, from: Day, to: Day): number {
  const last = dayNumber(to);
  let days = 0;
  for (let number = dayNumber(from); number <= last; number += 1) {
    if (!calendar.rests(number)) days += 1;
  }
  return days;
}

/** Whether the holidays of the year of a day are known; otherwise only weekends are days off. */
export function knowsYearOf(calendar: WorkCalendar, day: Day): boolean {
  return calendar.years.some(({ year }) => year === Number(day.slice(0, 4)));
}
