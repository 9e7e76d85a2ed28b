import { addDays, type Day, dayAt, type Instant, startOfDay, weekStart } from '#kernel/date.ts';

/** Minutes a week one may choose from; ten is the most anybody is asked for. */
export const MINUTES = [5, 10] as const;
const CARDS_A_MINUTE = 2;

export type Week = {
  readonly startsAt: Instant;
  /** The Monday on which the next cards may come. */
  readonly next: Day;
};

/** The week, from Monday, in which a moment lies. */
export function weekAt(now: Instant, zone: string): Week {
  const monday = weekStart(dayAt(now, zone));
  return { startsAt: startOfDay(monday, zone), next: addDays(monday, 7) };
}

/** How many more cards this week may hold: half a minute is reckoned for each. */
export function cardsLeft(minutes: number, answered: number): number {
  return Math.max(0, minutes * CARDS_A_MINUTE - answered);
}

/** Whole minutes that so many cards take, at least one. */
export function minutesFor(cards: number): number {
  return Math.max(1, Math.ceil(cards / CARDS_A_MINUTE));
}
