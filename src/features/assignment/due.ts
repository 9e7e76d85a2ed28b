import { addDays, type Day, daysBetween } from '#kernel/date.ts';
import { type Absence, type AbsenceKind, isAway } from './absence.ts';

/** A deadline and why it is that day. */
export type FairDue = {
  readonly dueOn: Day;
  /** The day that was set for everybody. */
  readonly setFor: Day;
  /** How many days of absence were added. */
  readonly pausedDays: number;
  /** Why days were added, each kind once. */
  readonly kinds: readonly AbsenceKind[];
};

/** An absence longer than this has to be looked at by a person, and the deadline stops moving. */
const LONGEST_PAUSE_DAYS = 3 * 366;

/**
 * The clock of a deadline stands still on days of absence: each day away between the opening and the deadline moves the
 * deadline by one day, and days away that the moved deadline newly reaches count as well.
 */
export function fairDue(opensOn: Day, setFor: Day, absences: readonly Absence[]): FairDue {
  const counted = new Set<AbsenceKind>();
  let left = Math.max(0, daysBetween(opensOn, setFor));
  let pausedDays = 0;
  let day = opensOn;
  for (;;) {
    const away = absences.find((absence) => isAway([absence], day));
    if (away !== undefined && pausedDays < LONGEST_PAUSE_DAYS) {
      pausedDays += 1;
      counted.add(away.kind);
    } else if (left === 0) {
      return { dueOn: day, setFor, pausedDays, kinds: [...counted] };
    } else {
      left -= 1;
    }
    day = addDays(day, 1);
  }
}
