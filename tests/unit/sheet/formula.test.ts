import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate, faultsIn } from '#features/sheet/formula.ts';

const NUMBERS = new Map([
  ['people', 120],
  ['per-head', 10],
  ['none', 0],
]);
const KNOWN = new Set(NUMBERS.keys());

const COMPUTED: [formula: string, value: number | null][] = [
  ['people * per-head', 1200],
  ['people - per-head', 110],
  ['people*per-head/(2+2)', 300],
  ['2 ^ 3 ^ 2', 512],
  ['-per-head ^ 2', -100],
  ['min(people, 50, per-head) + max(1, 2)', 12],
  ['people * (1 - 25 / 100)', 90],
  ['people / none', null],
  ['none / none', null],
  ['10 ^ 400', null],
  ['people * missing', null],
];

for (const [formula, value] of COMPUTED) {
  test(`${formula} gives ${value}`, () => {
    assert.equal(evaluate(formula, NUMBERS), value);
  });
}

const REFUSED: [formula: string, kind: string][] = [
  ['people *', 'unreadable'],
  ['(people', 'unreadable'],
  ['people-per', 'unknown'],
  ['cost + people', 'unknown'],
  ['min', 'unknown'],
  ['pi', 'unknown'],
  ['sqrt(people)', 'forbidden'],
  ['2 people', 'forbidden'],
  ['people!', 'forbidden'],
  ['people > 3', 'forbidden'],
  ['people ? 1 : 2', 'forbidden'],
  ['x = 3', 'forbidden'],
  ['f(x) = x', 'forbidden'],
  ['people.constructor', 'forbidden'],
  ['[1, 2]', 'forbidden'],
  ['"text"', 'forbidden'],
  ['import("fs")', 'forbidden'],
  ['cos(1)', 'forbidden'],
];

for (const [formula, kind] of REFUSED) {
  test(`an author is told that ${formula} is ${kind}`, () => {
    const kinds = faultsIn(formula, KNOWN).map((fault) => fault.kind);
    assert.ok(
      kinds.some((found) => found === kind),
      kinds.join(),
    );
  });
}

test('a formula of ids, numbers, operators and the two functions has no fault', () => {
  for (const [formula] of COMPUTED.filter(([formula]) => !formula.includes('missing')))
    assert.deepEqual(faultsIn(formula, KNOWN), []);
});

test('an id with a hyphen is one name, and a minus between spaces is a minus', () => {
  assert.deepEqual(faultsIn('per-head', KNOWN), []);
  assert.deepEqual(faultsIn('people - none', KNOWN), []);
  assert.deepEqual(faultsIn('people-none', KNOWN), [{ kind: 'unknown', id: 'people-none' }]);
});
