import type { WorkCalendar } from '#features/programme/calendar.ts';
import type { KeptPeriod } from '#features/programme/kept.ts';
import { nameOfPeriod, type Required } from '#features/programme/plan.ts';
import type { Programme } from '#features/programme/programme.ts';
import { remindersOf } from '#features/programme/reminders.ts';
import { validUntil } from '#features/programme/standing.ts';
import type { Day } from '#kernel/date.ts';
import { type Course, dueRungs, type Rung } from './ladder.ts';

export type Around = {
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly calendar: WorkCalendar;
  readonly today: Day;
};
/** The names of what has been said about one person, by programme and period: see `nameOfPeriod`. */
export type Sent = ReadonlyMap<string, ReadonlySet<string>>;
export type Due = { readonly required: Required; readonly rungs: readonly Rung[] };

type Row = { readonly programmeId: string; readonly opensOn: Day };

/** Everything that has to be said today about one person, from their whole plan. */
export function dueFor(required: readonly Required[], sent: Sent, around: Around): Due[] {
  const rows = required.map((one) => ({ programmeId: one.programmeId, ...courseOf(one) }));
  return required.flatMap((one, index) => {
    const course = rows[index];
    if (course === undefined) return [];
    const key = nameOfPeriod(one.programmeId, one.period.key);
    const rungs = due({ ...course, isAskedAgain: isAskedAgain(course, rows) }, key, sent, around);
    return rungs.length === 0 ? [] : [{ required: one, rungs }];
  });
}

/** The ladder's view of one period of a plan, as if no later one asked for it again. */
export function courseOf(required: Required): Course {
  const { dates, standing, absences } = required;
  const { opensOn, dueOn, graceUntil } = dates;
  const until = validUntil(required);
  return { opensOn, dueOn, graceUntil, validUntil: until, standing, absences, isAskedAgain: false };
}

/**
 * Whether what is stored of a person may have something to say today. Absences are not stored with it: for somebody who was
 * away nothing may turn out to be due once their plan is worked out, never the other way round.
 */
export function mayBeDue(kept: readonly KeptPeriod[], sent: Sent, around: Around): boolean {
  const rows = kept.filter(({ endedOn }) => endedOn === null);
  return rows.some((row) => {
    const course = { ...row, absences: [], isAskedAgain: isAskedAgain(row, rows) };
    const key = nameOfPeriod(row.programmeId, row.period);
    return due({ ...course, programmeId: row.programmeId }, key, sent, around).length > 0;
  });
}

function isAskedAgain(row: Row, all: readonly Row[]): boolean {
  return all.some(
    ({ programmeId, opensOn }) => programmeId === row.programmeId && opensOn > row.opensOn,
  );
}

const NOTHING: ReadonlySet<string> = new Set();

function due(
  course: Course & { readonly programmeId: string },
  key: string,
  sent: Sent,
  { programmes, calendar, today }: Around,
): Rung[] {
  const programme = programmes.get(course.programmeId);
  if (programme === undefined) return [];
  const reminders = remindersOf(programme.body);
  return dueRungs(course, { reminders, calendar, today, sent: sent.get(key) ?? NOTHING });
}
