import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom, shuffle } from '#kernel/random.ts';

const LETTERS = ['a', 'b', 'c', 'd'];

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: string) => Array.from({ length: 20 }, seededRandom(seed));
  assert.deepEqual(draw('김하늘'), draw('김하늘'));
  assert.notDeepEqual(draw('김하늘'), draw('김하울'));
  assert.notDeepEqual(draw(''), draw(' '));
});

test('numbers lie in [0, 1) and are spread evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let seed = 0; seed < 200; seed += 1) {
    const random = seededRandom(`seed ${seed}`);
    for (let n = 0; n < 100; n += 1) {
      const number = random();
      assert.ok(number >= 0 && number < 1);
      const tenth = Math.floor(number * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
  }
  for (const count of tenths) assert.ok(Math.abs(count - 2_000) < 200, `uneven: ${tenths}`);
});

test('shuffling keeps every thing once and leaves the list it was given alone', () => {
  const things = Object.freeze(Array.from({ length: 50 }, (_, n) => n));
  const shuffled = shuffle(things, 'seed');
  assert.deepEqual(
    shuffled.toSorted((a, b) => a - b),
    things,
  );
  assert.notDeepEqual(shuffled, things);
  assert.deepEqual(shuffled, shuffle(things, 'seed'));
});

test('nothing and one thing can be shuffled', () => {
  assert.deepEqual(shuffle([], 'seed'), []);
  assert.deepEqual(shuffle(['a'], 'seed'), ['a']);
});

test('each thing comes first about equally often', () => {
  const first = new Map(LETTERS.map((letter) => [letter, 0]));
  for (let n = 0; n < 4_000; n += 1) {
    const [letter = ''] = shuffle(LETTERS, `person-${n}:civics/first/a`);
    first.set(letter, (first.get(letter) ?? 0) + 1);
  }
  for (const [letter, count] of first)
    assert.ok(Math.abs(count - 1_000) < 150, `${letter} ${count}`);
});
