import type { WorkCalendar } from '#features/programme/calendar.ts';
import { dayAt, dayNumber, hourAt, type Instant } from '#kernel/date.ts';

/** Full hours of the day: from the first on, and until the second, nobody is written to. */
export type QuietHours = { readonly from: number; readonly until: number };
export const QUIET_HOURS: QuietHours = { from: 20, until: 8 };

/** Whether reminders wait at this moment: at night, at weekends and on public holidays. */
export function isQuiet(
  now: Instant,
  {
    zone,
    calendar,
    hours = QUIET_HOURS,
  }: { zone: string; calendar: WorkCalendar; hours?: QuietHours },
): boolean {
  const hour = hourAt(now, zone);
  const isNight = hour >= hours.from || hour < hours.until;
  return isNight || calendar.rests(dayNumber(dayAt(now, zone)));
}
