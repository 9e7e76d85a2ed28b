import type { Course } from '#features/catalogue/course.ts';
import type { Fact } from './deck.ts';

/** The cards of one course, in the order of its lessons. */
export type CardSet = {
  readonly courseId: string;
  readonly facts: readonly Fact[];
  /** What they are about: the lessons that have cards, with how many. */
  readonly topics: readonly { readonly lessonId: string; readonly cards: number }[];
};

/** The set of every course that has cards; a card's course and lesson stand in its name, `course/lesson/item`. */
export function cardSetsOf(courses: readonly Course[], facts: readonly Fact[]): CardSet[] {
  const byLesson = Map.groupBy(facts, ({ object }) => object.slice(0, object.lastIndexOf('/')));
  return courses.flatMap(({ id, lessons }) => {
    const topics = lessons.flatMap((lesson) => {
      const cards = byLesson.get(`${id}/${lesson.id}`)?.length ?? 0;
      return cards > 0 ? [{ lessonId: lesson.id, cards }] : [];
    });
    const own = topics.flatMap(({ lessonId }) => byLesson.get(`${id}/${lessonId}`) ?? []);
    return own.length === 0 ? [] : [{ courseId: id, facts: own, topics }];
  });
}

/** The cards of taken sets that somebody has not met yet, set by set. */
export function unmetCards(
  sets: readonly CardSet[],
  { taken, met }: { taken: readonly string[]; met: ReadonlySet<string> },
): Fact[] {
  return sets
    .filter(({ courseId }) => taken.includes(courseId))
    .flatMap(({ facts }) => facts.filter(({ object }) => !met.has(object)));
}
