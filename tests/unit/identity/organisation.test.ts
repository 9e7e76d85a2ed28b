import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkClosing,
  checkMove,
  headCounts,
  inTreeOrder,
  isWithin,
  unitsAbove,
} from '#features/identity/organisation.ts';
import type { Unit } from '#features/identity/unit.ts';

function unit(path: string, ko: string, en: string): Unit {
  const [id = '', parentId = null] = path.split('/').reverse();
  return { id, parentId, path, name: { ko, en }, closedAt: null };
}

const CITY = unit('c', '시', 'City');
const ROADS = unit('c/r', '도로국', 'Roads');
const CARE = unit('c/w/k', '돌봄팀', 'Care');
const WELFARE = unit('c/w', '복지국', 'Welfare');
const UNITS = [CITY, ROADS, WELFARE, CARE, unit('c/wide', '행정국', 'Abroad')];

test('a unit counts its own people and all below it, and no others whose path begins alike', () => {
  const counts = headCounts(
    UNITS,
    new Map([
      ['c', 1],
      ['k', 3],
      ['wide', 5],
    ]),
  );
  assert.deepEqual(counts.get('w'), { own: 0, below: 3 });
  assert.deepEqual(counts.get('c'), { own: 1, below: 9 });
  assert.equal(isWithin({ path: 'c/wide' }, 'c/w'), false);
});

test('units stand below the one above them, by their name in the language of the reader', () => {
  const names = (locale: 'ko' | 'en') => inTreeOrder(UNITS, locale).map(({ id }) => id);
  assert.deepEqual(names('en'), ['c', 'wide', 'r', 'w', 'k']);
  assert.deepEqual(names('ko'), ['c', 'r', 'w', 'k', 'wide']);
  assert.deepEqual(unitsAbove(CARE, UNITS), [CITY, WELFARE]);
});

test('a unit cannot move where it would stand under itself, beside its namesake or under a closed unit', () => {
  assert.equal(checkMove(WELFARE, CARE, UNITS)?.code, 'unit-below-itself');
  assert.equal(checkMove(WELFARE, WELFARE, UNITS)?.code, 'unit-below-itself');
  const twin = unit('c/r/t', '복지국', 'Other');
  assert.equal(checkMove(WELFARE, ROADS, [...UNITS, twin])?.code, 'unit-name-taken');
  assert.equal(checkMove(WELFARE, { ...ROADS, closedAt: 1 }, UNITS)?.code, 'unit-closed');
  assert.equal(checkMove(WELFARE, ROADS, UNITS), null);
  assert.equal(checkMove(WELFARE, null, UNITS), null);
});

test('a unit closes when nobody and nothing is in it', () => {
  const empty = { people: 0, unitsBelow: 0, invited: 0 };
  assert.equal(checkClosing(empty), null);
  assert.equal(checkClosing({ ...empty, people: 2 })?.code, 'unit-has-people');
  assert.equal(checkClosing({ ...empty, unitsBelow: 1 })?.code, 'unit-has-units');
  assert.equal(checkClosing({ ...empty, invited: 1 })?.code, 'unit-has-invitations');
});
