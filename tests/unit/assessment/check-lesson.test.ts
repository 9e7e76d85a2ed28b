import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atLeast } from '#features/assessment/check-lesson.ts';

test('how likely so many lucky hits are agrees with counting every way they can fall', () => {
  const chances = [0.25, 0.5, 1 / 3, 0.2];
  for (let count = 0; count <= 5; count += 1) {
    let counted = 0;
    for (let way = 0; way < 2 ** chances.length; way += 1) {
      const hits = chances.map((_, at) => ((way >> at) & 1) === 1);
      const probability = chances.reduce(
        (all, chance, at) => all * (hits[at] ? chance : 1 - chance),
        1,
      );
      if (hits.filter(Boolean).length >= count) counted += probability;
    }
    assert.ok(Math.abs(atLeast(count, chances) - counted) < 1e-12, String(count));
  }
});

test('three of three with four choices each are beyond chance, two of three are not', () => {
  const three = [0.25, 0.25, 0.25];
  assert.ok(atLeast(3, three) < 0.05);
  assert.ok(atLeast(2, three) > 0.05);
  assert.equal(atLeast(0, []), 1);
});
