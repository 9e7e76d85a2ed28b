import { addDays, addMonths, type Day, daysBetween } from '#kernel/date.ts';
import { type Absence, isAway } from './absence.ts';
import type { Dates } from './due.ts';

/** How a person stands with one period of a programme. */
export const STANDINGS = [
  'not-due',
  'open',
  'due-soon',
  'in-grace',
  'overdue',
  /** Away: the clock stands still and nobody is reminded. */
  'paused',
  /** Handed in; somebody else has to answer. */
  'waiting',
  'done',
  /** Done once, but no longer valid. */
  'expired',
  'excused',
] as const;
export type Standing = (typeof STANDINGS)[number];

export type Situation = {
  readonly dates: Dates;
  readonly doneOn: Day | null;
  readonly validMonths: number | null;
  readonly isExcused: boolean;
  readonly isWaiting: boolean;
  readonly absences: readonly Absence[];
};

const SOON_DAYS = 7;

/** How somebody stands on a day. A deadline counts to the end of its day; nobody is overdue while away. */
export function standingOn(situation: Situation, today: Day): Standing {
  const { dates, doneOn, isExcused, isWaiting, absences } = situation;
  const { opensOn, dueOn, graceUntil } = dates;
  if (doneOn !== null) {
    const until = validUntil(situation);
    return until !== null && today > until ? 'expired' : 'done';
  }
  if (isExcused) return 'excused';
  if (isWaiting) return 'waiting';
  if (today < opensOn) return 'not-due';
  if (isAway(absences, today)) return 'paused';
  if (today > graceUntil) return 'overdue';
  if (today > dueOn) return 'in-grace';
  return daysBetween(today, dueOn) <= SOON_DAYS ? 'due-soon' : 'open';
}

/** The last day on which what was done is valid; null for ever, or when nothing was done. */
export function validUntil({
  doneOn,
  validMonths,
}: Pick<Situation, 'doneOn' | 'validMonths'>): Day | null {
  return doneOn === null || validMonths === null ? null : addMonths(doneOn, validMonths);
}

export const TRANSITIONS = ['overdue', 'expired'] as const;
export type Transition = { readonly what: (typeof TRANSITIONS)[number]; readonly on: Day };

/**
 * What has become of a period by a day and matters to others: the day it became overdue, also when it was done later, and
 * the day it expired. Asked for on any later day, the answer contains the same days: a job may be late and loses nothing.
 */
export function transitionsUntil(situation: Situation, today: Day): Transition[] {
  const { dates, doneOn, isExcused } = situation;
  const late = addDays(dates.graceUntil, 1);
  const until = validUntil(situation);
  const over = until === null ? null : addDays(until, 1);
  const happened: Transition[] = [];
  const isLate = !isExcused && (doneOn === null || doneOn >= late);
  if (isLate && late <= today) happened.push({ what: 'overdue', on: late });
  if (over !== null && over <= today) happened.push({ what: 'expired', on: over });
  return happened;
}

const URGENCY: readonly Standing[] = [
  'overdue',
  'expired',
  'in-grace',
  'due-soon',
  'open',
  'paused',
  'waiting',
  'not-due',
  'excused',
  'done',
];

/** What presses most comes first; equal ones by their due day. */
export function byUrgency(
  a: { readonly standing: Standing; readonly dates: Dates },
  b: { readonly standing: Standing; readonly dates: Dates },
): number {
  const order = URGENCY.indexOf(a.standing) - URGENCY.indexOf(b.standing);
  return order || (a.dates.dueOn < b.dates.dueOn ? -1 : a.dates.dueOn > b.dates.dueOn ? 1 : 0);
}

/** Whether something is still asked of the person. */
export function isUnfinished(standing: Standing): boolean {
  return standing !== 'done' && standing !== 'excused';
}
