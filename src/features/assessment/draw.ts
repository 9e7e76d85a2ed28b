import { shuffle } from '#kernel/random.ts';

/** A question that may be drawn. */
export type Drawable = {
  /** `course/lesson/item` */
  readonly object: string;
  readonly lessonId: string;
  readonly competency: string;
};

/**
 * Draws questions so that every lesson has as many as any other, or one more, as far as it has enough; within a lesson those
 * of competencies that have come up least. What was `used` comes only when the lesson has nothing else. The same seed draws
 * the same.
 */
export function drawItems<T extends Drawable>(
  pool: readonly T[],
  { count, seed, used }: { count: number; seed: string; used: ReadonlySet<string> },
): T[] {
  const byLesson = [...Map.groupBy(shuffle(pool, seed), ({ lessonId }) => lessonId).values()];
  const lessons = shuffle(byLesson, `${seed}:lessons`);
  const drawn: T[] = [];
  const times = new Map<string, number>();
  const cost = (one: T) => (used.has(one.object) ? 1_000 : 0) + (times.get(one.competency) ?? 0);
  while (drawn.length < count && lessons.some((left) => left.length > 0)) {
    for (const left of lessons) {
      const best = left.reduce<T | null>(
        (least, one) => (least === null || cost(one) < cost(least) ? one : least),
        null,
      );
      if (best === null || drawn.length === count) continue;
      left.splice(left.indexOf(best), 1);
      drawn.push(best);
      times.set(best.competency, (times.get(best.competency) ?? 0) + 1);
    }
  }
  return shuffle(drawn, `${seed}:order`);
}
