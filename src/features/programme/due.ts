import { addDays, type Day } from '#kernel/date.ts';
import { type Absence, type AbsenceKind, pause } from './absence.ts';
import { addBusinessDays, businessDayFrom, type WorkCalendar } from './calendar.ts';
import type { Period } from './period.ts';
import type { Rule } from './programme.ts';

/** What moved a date, in the order in which it did. */
export type Step =
  /** Came under the rule later than others and has so many business days from then. */
  | { readonly kind: 'joined'; readonly since: Day; readonly days: number }
  /** The work would not have fitted into what was left. */
  | {
      readonly kind: 'impossible';
      readonly minutes: number;
      readonly aDay: number;
      readonly days: number;
    }
  | { readonly kind: 'absence'; readonly kinds: readonly AbsenceKind[]; readonly days: number }
  /** The day before it was moved was no working day. */
  | { readonly kind: 'rest'; readonly day: Day }
  | { readonly kind: 'extended' };

/** The dates of one period for one person, and why they are as they are. */
export type Dates = {
  readonly opensOn: Day;
  /** The day the rule sets for everybody. */
  readonly setFor: Day;
  /** Counts to its end. */
  readonly dueOn: Day;
  /** The last day on which late is not yet overdue; the due day where there is no grace. */
  readonly graceUntil: Day;
  readonly steps: readonly Step[];
  /** The rule's date left less time than the work needs; administrators are told. */
  readonly isImpossible: boolean;
};

export type Clock = {
  readonly calendar: WorkCalendar;
  /** The day from which the rule holds for the person. */
  readonly since: Day;
  readonly absences: readonly Absence[];
  /** The day an extension was granted to. */
  readonly extendedTo: Day | null;
  readonly minutes: number;
  readonly minutesADay: number | null;
};

/**
 * A fair date, each step on the one before: whoever joined or moved gets their business days; there is room for the work;
 * leave, secondment and crisis duty stop the clock; the last day is a working day (as in Article 161 of the Civil Act of
 * Korea); an extension is kept. No step ever makes a date earlier, and neither does a further absence.
 */
export function fairDates(period: Period, rule: Rule, clock: Clock): Dates {
  const { calendar, since, absences, extendedTo } = clock;
  const opensOn = since > period.opensOn ? since : period.opensOn;
  const steps: Step[] = [];
  let dueOn = period.setFor;
  const move = (to: Day, step: Step) => {
    if (to <= dueOn) return;
    dueOn = to;
    steps.push(step);
  };
  const joined = joinerDay(period, rule, clock);
  if (joined) move(joined.day, joined.step);
  const room = firstPossible(opensOn, clock);
  if (room) move(room.day, room.step);
  const isImpossible = steps.some(({ kind }) => kind === 'impossible');
  const paused = pause(opensOn, dueOn, absences);
  move(paused.day, { kind: 'absence', kinds: paused.kinds, days: paused.days });
  move(businessDayFrom(calendar, dueOn), { kind: 'rest', day: dueOn });
  if (extendedTo !== null) move(extendedTo, { kind: 'extended' });
  const { graceDays } = rule.timing;
  const grace = pause(addDays(dueOn, 1), addDays(dueOn, graceDays), absences);
  const graceUntil = graceDays === 0 ? dueOn : grace.day;
  return { opensOn, setFor: period.setFor, dueOn, graceUntil, steps, isImpossible };
}

/** Only those who came after the rule was made and after the window had opened: for others the date was known in time. */
function joinerDay({ opensOn }: Period, rule: Rule, { calendar, since }: Clock) {
  const days = rule.timing.joinDays;
  if (days === 0 || since <= rule.from || since <= opensOn) return null;
  const step: Step = { kind: 'joined', since, days };
  return { day: addBusinessDays(calendar, since, days), step };
}

/** The day on which the work can be done at the earliest, at the stated minutes a day from the opening on. */
function firstPossible(opensOn: Day, { calendar, minutes, minutesADay }: Clock) {
  if (minutesADay === null || minutes === 0) return null;
  const days = Math.ceil(minutes / minutesADay);
  const day = addBusinessDays(calendar, addDays(opensOn, -1), days);
  const step: Step = { kind: 'impossible', minutes, aDay: minutesADay, days };
  return { day, step };
}
