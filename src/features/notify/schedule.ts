import type { Instant } from '#kernel/date.ts';

export const MAX_TRIES = 8;

const MINUTE = 60_000;
const LONGEST = 6 * 60 * MINUTE;

/** Milliseconds to wait after the nth try (from 1): 1, 4, 16, 64, 256 minutes, then every six hours. */
export function waitAfter(tries: number): number {
  return Math.min(MINUTE * 4 ** (tries - 1), LONGEST);
}

export type Delivery = 'waiting' | 'sent' | 'given-up';

export function deliveryOf({
  sentAt,
  attempts,
}: {
  sentAt: Instant | null;
  attempts: number;
}): Delivery {
  if (sentAt !== null) return 'sent';
  return attempts >= MAX_TRIES ? 'given-up' : 'waiting';
}
