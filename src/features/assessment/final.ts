import type { Course } from '#features/catalogue/course.ts';
import { type Asked, type Attempt, attemptAt, type Paper, type PaperItem } from './attempt.ts';
import { itemsOf, type WithItems } from './item.ts';

/** The final assessment of a course: nothing is passed or failed, and one may try again at once. */
export function finalPaper(library: WithItems, course: Course): Paper {
  return {
    id: course.id,
    setId: null,
    courseId: course.id,
    size: course.finalItems ?? 0,
    pool: paperItems(library, course),
    passPercent: null,
    tries: null,
  };
}

/** One attempt at the final assessment of a course; null for a course without one and for an attempt that cannot be made yet. */
export function finalOf(library: WithItems, course: Course, asked: Asked): Attempt | null {
  return attemptAt(finalPaper(library, course), asked);
}

/** Every question a course asks in its lessons, in their order. */
export function paperItems(library: WithItems, course: Course): PaperItem[] {
  return course.lessons.flatMap(({ id, items }) =>
    itemsOf(library, course.id, id)
      .filter((item) => items.includes(item.id))
      .map((item) => ({
        object: `${course.id}/${id}/${item.id}`,
        courseId: course.id,
        lessonId: id,
        competency: item.competency,
        item,
      })),
  );
}
