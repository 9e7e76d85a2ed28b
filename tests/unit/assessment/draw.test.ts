import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Drawable, drawItems } from '#features/assessment/draw.ts';
import { seededRandom } from '#kernel/random.ts';

const SEEDS = Array.from({ length: 200 }, (_, n) => `person-${n}`);
const NONE: ReadonlyMap<string, number> = new Map();

type Question = Drawable & { readonly lessonId: string };

/** A course of up to eight lessons with up to ten questions each, different for each seed. */
function poolFor(seed: string): Question[] {
  const random = seededRandom(`pool ${seed}`);
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  return Array.from({ length: upTo(8) }, (_, lesson) =>
    Array.from({ length: upTo(10) }, (_, item) => ({
      object: `course/l${lesson}/i${item}`,
      lessonId: `l${lesson}`,
      competency: `C1.${upTo(4)}`,
    })),
  ).flat();
}

const countBy = (drawn: readonly Question[], key: 'lessonId' | 'competency') =>
  new Map([...Map.groupBy(drawn, (one) => one[key])].map(([name, found]) => [name, found.length]));

test('everybody is asked as many questions as there should be, each once', () => {
  for (const seed of SEEDS) {
    const pool = poolFor(seed);
    const drawn = drawItems(pool, { count: 12, seed, seen: NONE });
    assert.equal(drawn.length, Math.min(12, pool.length));
    assert.equal(new Set(drawn).size, drawn.length);
    assert.ok(drawn.every((one) => pool.includes(one)));
  }
});

test('no lesson is asked about more than once more often than another that has questions left', () => {
  for (const seed of SEEDS) {
    const pool = poolFor(seed);
    const drawn = countBy(drawItems(pool, { count: 12, seed, seen: NONE }), 'lessonId');
    const most = Math.max(...drawn.values());
    for (const [lesson, available] of countBy(pool, 'lessonId')) {
      const times = drawn.get(lesson) ?? 0;
      assert.ok(times === available || times >= most - 1, `${seed} ${lesson} ${times} of ${most}`);
    }
  }
});

test('within one lesson competencies come up evenly', () => {
  for (const seed of SEEDS) {
    const pool = Array.from({ length: 12 }, (_, n) => ({
      object: `course/only/${n}`,
      lessonId: 'only',
      competency: `C1.${n % 3}`,
    }));
    const times = [
      ...countBy(drawItems(pool, { count: 7, seed, seen: NONE }), 'competency').values(),
    ];
    assert.ok(Math.max(...times) - Math.min(...times) <= 1, `${seed} ${times}`);
  }
});

test('the same person at the same attempt is asked the same in the same order, others otherwise', () => {
  const pool = poolFor('person-5');
  const drawnFor = (seed: string) =>
    drawItems(pool, { count: 6, seed, seen: NONE })
      .map(({ object }) => object)
      .join();
  assert.equal(drawnFor('anna:course:1'), drawnFor('anna:course:1'));
  assert.ok(new Set(SEEDS.map(drawnFor)).size > 100);
});

test('what was asked before comes again only from a lesson that has nothing else left', () => {
  for (const seed of SEEDS) {
    const pool = poolFor(seed);
    const used = new Map(
      drawItems(pool, { count: 12, seed: `${seed}:1`, seen: NONE }).map(({ object }) => [
        object,
        1,
      ]),
    );
    const drawn = drawItems(pool, { count: 12, seed: `${seed}:2`, seen: used });
    for (const { object, lessonId } of drawn) {
      if (!used.has(object)) continue;
      const fresh = pool.filter((one) => one.lessonId === lessonId && !used.has(one.object));
      assert.ok(
        fresh.every((one) => drawn.includes(one)),
        `${seed} ${object}`,
      );
    }
  }
});
