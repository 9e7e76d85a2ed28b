import { Temporal } from 'temporal-polyfill';

/** Milliseconds since 1970 in UTC: the only form in which a moment is stored. */
export type Instant = number;
/** A calendar day as `2026-11-22`, in the zone the product is configured for. */
export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The day it is at a moment, seen from a time zone such as `Asia/Seoul`. */
export function dayAt(instant: Instant, zone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** The full hour of the day, 0 to 23, seen from a time zone. */
export function hourAt(instant: Instant, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).hour;
}

/** The last millisecond of a day: deadlines count to here. */
export function endOfDay(day: Day, zone: string): Instant {
  const nextMidnight = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone);
  return nextMidnight.epochMilliseconds - 1;
}

export function addDays(day: Day, days: number): Day {
  return numberedDay(dayNumber(day) + days);
}

/** The Monday of the week a day lies in. */
export function weekStart(day: Day): Day {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** The first millisecond of a day. */
export function startOfDay(day: Day, zone: string): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export const DAY_MS = 86_400_000;

/** A few generations of days; whoever counts with very many meets the same ones again and again. */
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();
const REMEMBERED = 50_000;

/** Days since 1 January 1970: for rules that count with very many days. The day has been checked. */
export function dayNumber(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const number = Date.UTC(year, month - 1, date) / DAY_MS;
  if (numbers.size < REMEMBERED) numbers.set(day, number);
  return number;
}

export function numberedDay(number: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * DAY_MS).toISOString().slice(0, 10);
  if (days.size < REMEMBERED) days.set(number, day);
  return day;
}

/** The same date so many months later (earlier when negative); the last of the month where it has no such date. */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}
