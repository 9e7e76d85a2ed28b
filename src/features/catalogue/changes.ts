import type { Text } from '#kernel/text.ts';
import type { Course } from './course.ts';
import type { SectionChange } from './section.ts';

/** One change of a course with its place. */
export type PlacedChange = {
  readonly lesson: string;
  readonly heading: Text;
  /** Null when the section is gone. */
  readonly place: number | null;
  readonly change: SectionChange;
};

/** Everything that changed in a course since people learn from it, the newest first; of one day in the order of the course. */
export function historyOfChanges({ lessons }: Pick<Course, 'lessons'>): PlacedChange[] {
  return lessons
    .flatMap(({ id: lesson, parts = [] }) =>
      parts.flatMap(({ heading, place, changes }) =>
        changes.map((change): PlacedChange => ({ lesson, heading, place, change })),
      ),
    )
    .sort((a, b) => (a.change.on < b.change.on ? 1 : a.change.on > b.change.on ? -1 : 0));
}

/** Sections whose authors have not said yet what their edit means. */
export function unmarkedSections({ id, lessons }: Pick<Course, 'id' | 'lessons'>) {
  return lessons.flatMap(({ id: lesson, parts = [] }) =>
    parts
      .filter(({ isUnmarked }) => isUnmarked)
      .map(({ id: section, heading }) => ({ lesson, heading, name: `${id}/${lesson}#${section}` })),
  );
}
