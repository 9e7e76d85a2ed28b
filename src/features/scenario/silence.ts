import type { Instant } from '#kernel/date.ts';

/** From here on the others need not wait any longer. */
export const SILENT_AFTER_MS = 10 * 60_000;

/** Whether a person whose turn it is has kept the others waiting without a sign of life for ten minutes. */
export function isSilent({
  waitingSince,
  heardAt,
  now,
}: {
  waitingSince: Instant;
  heardAt: Instant;
  now: Instant;
}): boolean {
  return now - Math.max(waitingSince, heardAt) >= SILENT_AFTER_MS;
}
