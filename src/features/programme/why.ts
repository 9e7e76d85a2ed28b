import type { Day } from '#kernel/date.ts';
import type { Dates, Step } from './due.ts';
import type { Origin, Period } from './period.ts';
import { type Situation, validUntil } from './standing.ts';

/**
 * One sentence about a date: its key under `programme.why.`, the days and numbers in it, and what moved the date, to be named
 * in the sentence one after the other.
 */
export type Why = {
  readonly key: 'opens' | 'set' | 'moved' | 'grace' | 'no-grace' | 'valid' | 'done';
  readonly day: Day;
  readonly setFor?: Day;
  readonly origin?: Origin;
  readonly moved?: readonly Step[];
  readonly days?: number;
  readonly months?: number;
};

export type Shown = Pick<Situation, 'dates' | 'doneOn' | 'validMonths'> & {
  readonly period: Period;
};
export type DateShown = 'opens' | 'due' | 'grace' | 'valid' | 'done';

/** Why a date on screen is that date; null where there is no such date. */
export function whyThisDate(shown: Shown, date: DateShown): Why | null {
  const { dates, doneOn, period, validMonths } = shown;
  switch (date) {
    case 'opens':
      return { key: 'opens', day: dates.opensOn, setFor: dates.setFor };
    case 'due':
      return whyDue(dates, period.origin);
    case 'grace':
      return dates.graceUntil === dates.dueOn
        ? { key: 'no-grace', day: dates.dueOn }
        : { key: 'grace', day: dates.graceUntil, setFor: dates.dueOn };
    case 'done':
      return doneOn === null ? null : { key: 'done', day: doneOn };
    case 'valid': {
      const until = validUntil({ doneOn, validMonths });
      return until === null || doneOn === null || validMonths === null
        ? null
        : { key: 'valid', day: until, setFor: doneOn, months: validMonths };
    }
  }
}

function whyDue({ dueOn, setFor, steps }: Dates, origin: Origin): Why {
  return steps.length === 0
    ? { key: 'set', day: dueOn, origin }
    : { key: 'moved', day: dueOn, setFor, origin, moved: steps };
}
