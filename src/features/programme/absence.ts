import { type Day, dayNumber, isDay, numberedDay } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';

/** Why somebody's days do not count. */
export const ABSENCE_KINDS = ['leave', 'secondment', 'crisis-duty'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** Both days belong to it. */
export type Absence = {
  readonly kind: AbsenceKind;
  readonly fromDay: Day;
  readonly toDay: Day;
};

/** An absence longer than this has to be looked at by a person, and the clock goes on. */
const LONGEST_PAUSE_DAYS = 3 * 366;

export function isAbsenceKind(word: unknown): word is AbsenceKind {
  return ABSENCE_KINDS.some((kind) => kind === word);
}

export function isAway(absences: readonly Absence[], day: Day): boolean {
  return absences.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
}

/** What is wrong with an absence as it was typed, field by field. */
export function checkAbsence({ fromDay, toDay }: Pick<Absence, 'fromDay' | 'toDay'>): Problem[] {
  const problems: Problem[] = [];
  if (!isDay(fromDay)) problems.push({ code: 'day-form', field: 'from' });
  if (!isDay(toDay)) problems.push({ code: 'day-form', field: 'to' });
  if (problems.length === 0 && toDay < fromDay)
    problems.push({ code: 'period-backwards', field: 'to' });
  return problems;
}

export type Pause = {
  readonly day: Day;
  /** How many days of absence were added. */
  readonly days: number;
  /** Why, each kind once, in the order of `ABSENCE_KINDS`. */
  readonly kinds: readonly AbsenceKind[];
};

/**
 * A day to which a clock runs from `from`, standing still on days of absence: each day away between the two moves the day by
 * one, and days away that the moved day newly reaches count as well. Overlapping absences count each day once.
 */
export function pause(from: Day, until: Day, absences: readonly Absence[]): Pause {
  const start = dayNumber(from);
  let due = Math.max(dayNumber(until), start);
  const set = due;
  for (const [first, last] of merged(absences)) {
    const counted = Math.max(first, start);
    if (last < counted) continue;
    if (counted > due) break;
    due = Math.min(due + last - counted + 1, set + LONGEST_PAUSE_DAYS);
  }
  if (due === set) return { day: numberedDay(due), days: 0, kinds: [] };
  const day = numberedDay(due);
  const counting = absences.filter(({ fromDay, toDay }) => toDay >= from && fromDay <= day);
  const kinds = ABSENCE_KINDS.filter((kind) => counting.some((one) => one.kind === kind));
  return { day, days: due - set, kinds };
}

/** The days away as stretches that neither overlap nor touch, the earliest first. */
function merged(absences: readonly Absence[]): [first: number, last: number][] {
  const stretches = absences
    .filter(({ fromDay, toDay }) => fromDay <= toDay)
    .map(({ fromDay, toDay }): [number, number] => [dayNumber(fromDay), dayNumber(toDay)])
    .sort((a, b) => a[0] - b[0]);
  const whole: [number, number][] = [];
  for (const [first, last] of stretches) {
    const before = whole.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else whole.push([first, last]);
  }
  return whole;
}
