import { type Day, daysBetween } from '#kernel/date.ts';

export type AssignmentStatus = 'not-open' | 'open' | 'due-soon' | 'overdue' | 'paused' | 'done';

type Situation = {
  readonly opensOn: Day;
  /** Counts to the end of this day. */
  readonly dueOn: Day;
  readonly isDone: boolean;
  readonly isAway: boolean;
  readonly today: Day;
};

const SOON_DAYS = 7;

/** How an assignment stands today. Nobody is overdue while away. */
export function assignmentStatus(situation: Situation): AssignmentStatus {
  const { opensOn, dueOn, isDone, isAway, today } = situation;
  if (isDone) return 'done';
  if (isAway) return 'paused';
  if (today < opensOn) return 'not-open';
  if (today > dueOn) return 'overdue';
  return daysBetween(today, dueOn) <= SOON_DAYS ? 'due-soon' : 'open';
}
