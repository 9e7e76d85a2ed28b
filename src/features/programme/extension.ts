import type { Day, Instant } from '#kernel/date.ts';
import { isDay } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';

/** Somebody asks for a later date; somebody who looks after them answers. */
export type Extension = {
  readonly id: string;
  readonly personId: string;
  readonly programmeId: string;
  readonly period: string;
  readonly wantedUntil: Day;
  readonly reason: string;
  readonly askedAt: Instant;
  /** Since when it lies with the administrators. */
  readonly escalatedAt: Instant | null;
  readonly outcome: ExtensionOutcome | null;
  readonly grantedUntil: Day | null;
  readonly answeredBy: string | null;
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
};
export type ExtensionOutcome = 'granted' | 'refused' | 'withdrawn';

/** Business days without an answer after which a request is passed on to the administrators. */
export const SILENCE_DAYS = 5;
export const REASON_MAX = 500;
/** A request for more than a year is a wish for something else. */
const LONGEST_DAYS = 366;

export function checkReason(reason: string): Problem | null {
  if (reason.trim() === '') return { code: 'programme-reason-required', field: 'reason' };
  return [...reason].length > REASON_MAX
    ? { code: 'too-long', field: 'reason', values: { max: REASON_MAX } }
    : null;
}

/** What is wrong with the day somebody asks for or grants: it has to be later than the due day, and not by years. */
export function checkLater(
  field: string,
  { until, dueOn, latest }: { until: Day; dueOn: Day; latest: Day },
): Problem | null {
  if (!isDay(until)) return { code: 'day-form', field };
  if (until <= dueOn) return { code: 'extension-not-later', field };
  return until > latest
    ? { code: 'extension-too-late', field, values: { days: LONGEST_DAYS } }
    : null;
}

export { LONGEST_DAYS as LONGEST_EXTENSION_DAYS };
