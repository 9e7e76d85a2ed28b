import type { Required } from './plan.ts';
import { byUrgency, isUnfinished } from './standing.ts';

/**
 * What a person is shown of all that is required of them, what presses most first: of each programme everything unfinished
 * that has opened; when there is none, what was done last and what opens next.
 */
export function shownOf<T extends Required>(required: readonly T[]): T[] {
  const shown = [...Map.groupBy(required, ({ programmeId }) => programmeId).values()].flatMap(
    (periods) => {
      const inOrder = [...periods].sort((a, b) => (a.dates.opensOn < b.dates.opensOn ? -1 : 1));
      const isOver = ({ standing }: T) => standing === 'expired' || !isUnfinished(standing);
      const pressing = inOrder.filter((one) => !isOver(one) && one.standing !== 'not-due');
      if (pressing.length > 0) return pressing;
      return [
        ...inOrder.filter(isOver).slice(-1),
        ...inOrder.filter(({ standing }) => standing === 'not-due').slice(0, 1),
      ];
    },
  );
  return shown.sort(byUrgency);
}
