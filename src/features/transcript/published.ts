import type { Catalogue, Course } from '#features/catalogue/course.ts';
import type { Lesson } from '#features/catalogue/lesson.ts';
import type { Scenarios } from '#features/scenario/source.ts';
import type { Instant } from '#kernel/date.ts';
import type { Text } from '#kernel/text.ts';
import { type Category, categoryOf } from './category.ts';

/** What a lesson or scenario was published as. `objectId` is its id in the record. */
export type Published = {
  readonly objectId: string;
  readonly minutes: number;
  readonly category: Category;
  readonly name: Text;
};
export type PublishedSince = Published & { readonly since: Instant };

/** Everything that has minutes today: lessons and scenarios. A lesson whose languages differ counts with the longer one. */
export function publishedToday(catalogue: Catalogue, scenarios: Scenarios): Published[] {
  const lessons = catalogue
    .courses()
    .flatMap((course) => course.lessons.map((lesson) => ofLesson(course, lesson)));
  const played = [...scenarios.values()].map(({ id, source, words }) => ({
    objectId: id,
    minutes: source.minutes,
    category: categoryOf(source.area),
    name: { ko: words.ko['title']?.label ?? id, en: words.en['title']?.label ?? id },
  }));
  return [...lessons, ...played];
}

function ofLesson(course: Course, lesson: Lesson): Published {
  const { ko, en } = lesson.words;
  return {
    objectId: `${course.id}/${lesson.id}`,
    minutes: Math.max(ko.minutes, en.minutes),
    category: categoryOf(course.area),
    name: { ko: ko.title, en: en.title },
  };
}

export type PublishedAt = (objectId: string, at: Instant) => Published | null;

/**
 * What something was published as at a moment: the newest kept by then, or the oldest known where learning began before
 * anything was kept. Null for what never had minutes.
 */
export function publishedAt(kept: readonly PublishedSince[]): PublishedAt {
  const byObject = Map.groupBy(kept, ({ objectId }) => objectId);
  const histories = new Map(
    [...byObject].map(([id, all]) => [id, all.toSorted((a, b) => a.since - b.since)]),
  );
  return (objectId, at) => {
    const history = histories.get(objectId) ?? [];
    return history.findLast(({ since }) => since <= at) ?? history[0] ?? null;
  };
}

/** What is to be kept because it is new or was published otherwise before. */
export function changedSince(kept: readonly PublishedSince[], today: readonly Published[]) {
  const latest = publishedAt(kept);
  return today.filter((one) => {
    const before = latest(one.objectId, Number.POSITIVE_INFINITY);
    return (
      before === null ||
      before.minutes !== one.minutes ||
      before.category !== one.category ||
      before.name.ko !== one.name.ko ||
      before.name.en !== one.name.en
    );
  });
}
