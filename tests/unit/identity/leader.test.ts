import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOfLeaders, supervisorsAbove } from '#features/identity/leader.ts';

const LEADERS = new Map([
  ['city', ['mayor']],
  ['welfare', []],
  ['care', ['head', 'deputy']],
]);
const CARE = 'city/welfare/care';

for (const [who, path, expected] of [
  ['nari', CARE, ['head', 'deputy']],
  ['head', CARE, ['mayor']],
  ['deputy', CARE, ['mayor']],
  ['nari', 'city/welfare', ['mayor']],
  ['nari', 'city/elsewhere', ['mayor']],
  ['mayor', 'city', []],
  ['mayor', CARE, ['head', 'deputy']],
  ['nari', 'island', []],
] as const) {
  test(`${who} at ${path} is supervised by ${expected.join(' and ') || 'nobody'}`, () => {
    assert.deepEqual(supervisorsAbove({ personId: who, path }, LEADERS), expected);
  });
}

test('those who go on leading neither begin nor end', () => {
  assert.deepEqual(changeOfLeaders(['a', 'b'], ['b', 'c', 'c']), { begins: ['c'], ends: ['a'] });
});
