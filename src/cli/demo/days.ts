import { addDays, type Day, dayAt, endOfDay, type Instant } from '#kernel/date.ts';

const MINUTE_MS = 60_000;

/** Days and moments counted back from the moment of seeding, so that the demonstration is never out of date. */
export type Calendar = {
  /** The day `daysAgo` days before the seeding; negative for days to come. */
  day(daysAgo: number): Day;
  /** A time of day such as `09:30` on that day. */
  moment(daysAgo: number, time: string): Instant;
};

export function calendarUpTo(now: Instant, zone: string): Calendar {
  const today = dayAt(now, zone);
  const day = (daysAgo: number) => addDays(today, -daysAgo);
  return {
    day,
    moment(daysAgo, time) {
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      const midnight = endOfDay(day(daysAgo + 1), zone) + 1;
      return midnight + (hours * 60 + minutes) * MINUTE_MS;
    },
  };
}
