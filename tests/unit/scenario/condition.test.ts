import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf, readCondition } from '#features/scenario/condition.ts';

test('reads marks, states of the world and comparisons joined by and, or, not', () => {
  const read = readCondition('(told | @weather.night) & !(staff >= 20)');
  assert.ok(read.ok);
  assert.deepEqual(read.value, {
    kind: 'all',
    of: [
      {
        kind: 'any',
        of: [
          { kind: 'mark', mark: 'told' },
          { kind: 'in', region: 'weather', state: 'night' },
        ],
      },
      { kind: 'not', of: { kind: 'compare', indicator: 'staff', sign: '>=', value: 20 } },
    ],
  });
  assert.equal(partsOf(read.value).length, 3);
});

test('and binds more tightly than or', () => {
  const read = readCondition('a | b & c');
  assert.ok(read.ok && read.value.kind === 'any' && read.value.of[1]?.kind === 'all');
});

const UNREADABLE = [
  ['staff >=', '…'],
  ['staff > 1; drop', '; drop'],
  ['', '…'],
  ['(a', '…'],
  ['a b', 'b'],
  ['@night', '@night'],
  ['a & & b', '&'],
  ['Told', 'Told'],
  ['20 > staff', '20'],
] as const;
for (const [text, at] of UNREADABLE) {
  test(`says where "${text}" cannot be read`, () => {
    const read = readCondition(text);
    assert.ok(!read.ok);
    assert.equal(read.problem.values.at, at);
  });
}
