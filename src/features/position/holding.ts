import { type Day, isDay } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';

/** Somebody held a position from a day to a day; both count. Null: until further notice. */
export type Holding = {
  readonly id: string;
  readonly positionId: string;
  readonly personId: string;
  readonly fromDay: Day;
  readonly untilDay: Day | null;
};
export type Period = Pick<Holding, 'fromDay' | 'untilDay'>;

export function isHeldOn({ fromDay, untilDay }: Period, day: Day): boolean {
  return fromDay <= day && (untilDay === null || day <= untilDay);
}

/** Also what was taken back before it began. */
export function isOver(period: Period, today: Day): boolean {
  return isEmpty(period) || (period.untilDay !== null && period.untilDay < today);
}

/** Whether two periods have a day in common. */
export function overlap(a: Period, b: Period): boolean {
  if (isEmpty(a) || isEmpty(b)) return false;
  const last = (period: Period) => period.untilDay ?? '9999-12-31';
  return a.fromDay <= last(b) && b.fromDay <= last(a);
}

function isEmpty({ fromDay, untilDay }: Period): boolean {
  return untilDay !== null && untilDay < fromDay;
}

/** What is wrong with a period as it was typed, field by field. */
export function checkPeriod({ fromDay, untilDay }: Period): Problem[] {
  const problems: Problem[] = [];
  if (!isDay(fromDay)) problems.push({ code: 'day-form', field: 'from' });
  if (untilDay !== null && !isDay(untilDay)) problems.push({ code: 'day-form', field: 'until' });
  if (problems.length === 0 && untilDay !== null && untilDay < fromDay)
    problems.push({ code: 'period-backwards', field: 'until' });
  return problems;
}
