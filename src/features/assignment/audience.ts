import type { Day } from '#kernel/date.ts';
import type { Text } from '#kernel/text.ts';

/** A course that a unit with everything below it, or one person, must finish. */
export type Assignment = {
  readonly id: string;
  readonly courseId: string;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly opensOn: Day;
  readonly dueOn: Day;
  readonly reason: Text;
};

/**
 * Of several assignments of one course, the nearest counts: one for the person, then their own unit's, then each unit's
 * above. `units` goes from the person's own unit up to the root. Of two equally near, the earlier deadline.
 */
export function nearest(
  assignments: readonly Assignment[],
  units: readonly string[],
): Assignment[] {
  const distance = ({ personId, unitId }: Assignment) =>
    personId === null ? units.indexOf(unitId ?? '') : -1;
  const byCourse = Map.groupBy(assignments, ({ courseId }) => courseId);
  return [...byCourse.values()].flatMap((rivals) =>
    rivals.sort((a, b) => distance(a) - distance(b) || (a.dueOn < b.dueOn ? -1 : 1)).slice(0, 1),
  );
}
