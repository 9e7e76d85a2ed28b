import { type Absence, isAway } from '#features/programme/absence.ts';
import { businessDaysBefore, type WorkCalendar } from '#features/programme/calendar.ts';
import type { Reminders } from '#features/programme/reminders.ts';
import type { Standing } from '#features/programme/standing.ts';
import { addDays, type Day, dayNumber, numberedDay } from '#kernel/date.ts';

/** Who is told: the person, whoever leads the unit, the administrators. */
export const LEVELS = ['learner', 'supervisor', 'administrator'] as const;
export type Level = (typeof LEVELS)[number];

/** In the order in which they come. */
export const RUNGS = [
  'opened',
  'due-soon',
  'in-grace',
  'overdue',
  'expiring',
  'expired',
  'supervisor',
  'administrator',
] as const;
export type RungKind = (typeof RUNGS)[number];

/** One reminder of one period: whom it goes to, from which day on, and the day it is about. */
export type Rung = {
  readonly kind: RungKind;
  readonly level: Level;
  readonly on: Day;
  /** The due day, the last day of validity, or the day the window opened. A later date begins its steps anew. */
  readonly about: Day;
  /** How many working days before or after that day; null where it is the day itself. */
  readonly days: number | null;
};

/** What the ladder looks at of one period of a programme for one person. */
export type Course = {
  readonly opensOn: Day;
  readonly dueOn: Day;
  readonly graceUntil: Day;
  /** The last day on which what was done is valid; null for ever, or while nothing was done. */
  readonly validUntil: Day | null;
  readonly standing: Standing;
  readonly absences: readonly Absence[];
  /** Whether a later period of the same programme already asks for it again. */
  readonly isAskedAgain: boolean;
};

/** One name for a rung of a period, so that it is sent once. */
export function nameOfRung({ kind, days, about }: Rung): string {
  return `${kind}${days === null ? '' : `-${days}`} ${about}`;
}

/** Every reminder of a period that is not finished, as published: the days on which they come if nothing changes. */
export function rungsUntilDone(
  course: Pick<Course, 'opensOn' | 'dueOn' | 'graceUntil' | 'absences'>,
  reminders: Reminders,
  calendar: WorkCalendar,
): Rung[] {
  const { opensOn, dueOn, graceUntil } = course;
  const rungs: Rung[] = [rung('opened', { on: opensOn, about: opensOn })];
  for (const days of descending(reminders.before)) {
    const on = businessDaysBefore(calendar, dueOn, days);
    if (on > opensOn) rungs.push(rung('due-soon', { on, about: dueOn, days }));
  }
  if (graceUntil > dueOn) rungs.push(rung('in-grace', { on: addDays(dueOn, 1), about: dueOn }));
  rungs.push(rung('overdue', { on: addDays(graceUntil, 1), about: dueOn }));
  const late = (kind: 'supervisor' | 'administrator', days: number | null) => {
    if (days === null) return;
    rungs.push(rung(kind, { on: lateDay(course, days, calendar), about: dueOn, days }));
  };
  late('supervisor', reminders.supervisorAfter);
  late('administrator', reminders.administratorAfter);
  return rungs;
}

/** The reminders that what was done expires. */
export function rungsOfExpiry(
  validUntil: Day,
  reminders: Reminders,
  calendar: WorkCalendar,
): Rung[] {
  const before = descending(reminders.beforeExpiry).map((days) =>
    rung('expiring', {
      on: businessDaysBefore(calendar, validUntil, days),
      about: validUntil,
      days,
    }),
  );
  return [...before, rung('expired', { on: addDays(validUntil, 1), about: validUntil })];
}

export type Sending = {
  readonly reminders: Reminders;
  readonly calendar: WorkCalendar;
  readonly today: Day;
  /** The names of the rungs of this period that have been sent. */
  readonly sent: ReadonlySet<string>;
};

/**
 * What has to be said today about one period, at most one thing to each level: the latest step that has come, unless it was
 * said before. Whatever came while nobody looked is left out, for it no longer tells how things stand. Nothing is said while
 * the clock stands still, while somebody else has to answer, or about what is finished or excused.
 */
export function dueRungs(course: Course, sending: Sending): Rung[] {
  const { today, sent } = sending;
  const come = climbing(course, sending).filter(({ on }) => on <= today);
  return LEVELS.flatMap((level) => {
    const latest = come
      .filter((one) => one.level === level)
      .sort(byDay)
      .at(-1);
    return latest === undefined || sent.has(nameOfRung(latest)) ? [] : [latest];
  });
}

function climbing(course: Course, { reminders, calendar }: Sending): Rung[] {
  const { standing, validUntil, isAskedAgain } = course;
  switch (standing) {
    case 'open':
    case 'due-soon':
    case 'in-grace':
    case 'overdue':
      return rungsUntilDone(course, reminders, calendar);
    case 'done':
    case 'expired':
      return validUntil === null || isAskedAgain
        ? []
        : rungsOfExpiry(validUntil, reminders, calendar);
    case 'not-due':
    case 'paused':
    case 'waiting':
    case 'excused':
      return [];
  }
}

function rung(
  kind: RungKind,
  { on, about, days = null }: { on: Day; about: Day; days?: number | null },
): Rung {
  const level = kind === 'supervisor' || kind === 'administrator' ? kind : 'learner';
  return { kind, level, on, about, days };
}

/** The nth working day after the grace on which the person was there. */
function lateDay(
  { graceUntil, absences }: Pick<Course, 'graceUntil' | 'absences'>,
  days: number,
  calendar: WorkCalendar,
): Day {
  let number = dayNumber(graceUntil);
  for (let left = days; left > 0; ) {
    number += 1;
    if (!calendar.rests(number) && !isAway(absences, numberedDay(number))) left -= 1;
  }
  return numberedDay(number);
}

function descending(days: readonly number[]): number[] {
  return [...new Set(days)].sort((a, b) => b - a);
}

function byDay(a: Rung, b: Rung): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return RUNGS.indexOf(a.kind) - RUNGS.indexOf(b.kind);
}
