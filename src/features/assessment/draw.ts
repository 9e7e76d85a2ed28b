import { shuffle } from '#kernel/random.ts';

/** A question that may be drawn. */
export type Drawable = {
  /** `course/lesson/item` */
  readonly object: string;
  readonly competency: string;
};

/** Weighs more than any number of times a competency has come up. */
const SEEN_ONCE = 1_000;

/**
 * Draws questions so that every lesson has as many as any other, or one more, as far as it has enough; within a lesson those
 * that were `seen` the fewest times come first, and of these the ones whose competency has come up least. The same seed draws
 * the same.
 */
export function drawItems<T extends Drawable>(
  pool: readonly T[],
  { count, seed, seen }: { count: number; seed: string; seen: ReadonlyMap<string, number> },
): T[] {
  const byLesson = [...Map.groupBy(shuffle(pool, seed), lessonOf).values()];
  const lessons = shuffle(byLesson, `${seed}:lessons`);
  const drawn: T[] = [];
  const times = new Map<string, number>();
  const cost = ({ object, competency }: T) =>
    (seen.get(object) ?? 0) * SEEN_ONCE + (times.get(competency) ?? 0);
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

function lessonOf({ object }: Drawable): string {
  return object.slice(0, object.lastIndexOf('/'));
}
