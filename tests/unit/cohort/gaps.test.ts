import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapMatrix, gapSortOf, sortedGapRows } from '#features/cohort/gaps.ts';
import type { Level } from '#features/competency/framework.ts';
import { gapOf, type PersonGaps } from '#features/position/gap.ts';
import type { TargetLevel } from '#features/position/position.ts';

function person(personId: string, asked: Record<string, [TargetLevel, Level]>): PersonGaps {
  const gaps = Object.entries(asked).map(([competency, [level, reached]]) =>
    gapOf({ competency, level, positions: [] }, { status: 'confirmed', level: reached }),
  );
  return { personId, positions: [], gaps };
}

const PEOPLE = ['anna', 'bora', 'duri'].map((name) => ({ personId: name, name }));
const MATRIX = gapMatrix(
  PEOPLE,
  new Map([
    ['anna', person('anna', { 'C2.1': [3, 3], 'C10.1': [3, 2] })],
    ['bora', person('bora', { 'C2.1': [3, 1] })],
  ]),
);

test('every target of somebody is a column, and an empty cell is no target', () => {
  assert.deepEqual(MATRIX.competencies, ['C2.1', 'C10.1']);
  assert.deepEqual(
    MATRIX.rows.map(({ name, open, gaps }) => [name, open, ...gaps.map((gap) => gap?.missing)]),
    [
      ['anna', 1, 0, 1],
      ['bora', 1, 2, undefined],
      ['duri', 0, undefined, undefined],
    ],
  );
});

test('by a competency the widest gap comes first and whoever is not asked for it last', () => {
  const names = (sort: string) => sortedGapRows(MATRIX, sort).map(({ name }) => name);
  assert.deepEqual(names('C2.1'), ['bora', 'anna', 'duri']);
  assert.deepEqual(names('C10.1'), ['anna', 'bora', 'duri']);
  assert.deepEqual(names('name'), ['anna', 'bora', 'duri']);
});

test('an order nobody knows is that of the names', () => {
  assert.equal(gapSortOf('C9.9', MATRIX), 'name');
  assert.equal(gapSortOf(null, MATRIX), 'name');
  assert.equal(gapSortOf('C10.1', MATRIX), 'C10.1');
});
