import type { Day } from '#kernel/date.ts';

/** Why somebody's days do not count. */
export const ABSENCE_KINDS = ['leave', 'secondment', 'crisis-duty'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** Both days belong to it. */
export type Absence = {
  readonly kind: AbsenceKind;
  readonly fromDay: Day;
  readonly toDay: Day;
};

export function isAway(absences: readonly Absence[], day: Day): boolean {
  return absences.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
}
