import type { Instant } from '#kernel/date.ts';

/** The paces one can choose, in real minutes a decision. */
export const PACES = [1, 2, 3, 5, 10] as const;
export type PaceMinutes = (typeof PACES)[number];

/**
 * How quickly a person wants to decide in one run. It is theirs alone, takes nothing away when it runs out, and changes
 * neither the run nor what it shows.
 */
export type Pace = { readonly minutes: number; readonly since: Instant };

const MINUTE_MS = 60_000;

/** By when one would have to decide: counted from when the decision opened, or from choosing the pace if that was later. */
export function dueFor(pace: Pace, openedAt: Instant): Instant {
  return Math.max(openedAt, pace.since) + pace.minutes * MINUTE_MS;
}

/** How long a decision took, in milliseconds, counted as its pace was. */
export function tookAgainst({
  at,
  dueAt,
  minutes,
}: {
  at: Instant;
  dueAt: Instant;
  minutes: number;
}): number {
  return Math.max(0, at - (dueAt - minutes * MINUTE_MS));
}
