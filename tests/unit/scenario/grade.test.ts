import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gradeOf } from '#features/scenario/grade.ts';
import type { ScenarioLogic } from '#features/scenario/source.ts';

const shows = (level: number, weight = 1) => ({ level, weight });
const choice = (id: string, claims: object) => ({
  ...{ id, takes: 5, effects: {}, sets: [], goTo: 'end', shows: claims },
});

/** The official decides at `desk` and `field`, the resident at `door`. */
const logic = {
  seats: ['official', 'resident'],
  scenes: {
    desk: { choices: [choice('well', { C1: shows(3) }), choice('badly', { C1: shows(0) })] },
    field: {
      choices: [
        choice('well', { C1: shows(3, 2), C2: shows(3) }),
        choice('badly', { C1: shows(1, 2), C2: shows(1) }),
      ],
    },
    door: { by: 'resident', choices: [choice('well', { C3: shows(3) })] },
  },
} as unknown as ScenarioLogic; // Only what the rule looks at.
const source = {
  claims: {
    C1: { pass: 2, fail: 1 },
    C2: { pass: 2, fail: 0.5 },
    C3: { pass: 2, fail: 1 },
  },
};
const graded = (...taken: [scene: string, choice: string][]) =>
  gradeOf(
    { logic, source },
    { seat: 'official', decisions: taken.map(([scene, one]) => ({ scene, choice: one })) },
  );

test('a run is good when every competency of the seat reaches its mark, weak when one falls to its lower mark', () => {
  assert.equal(graded(['desk', 'well'], ['field', 'well']), 'good');
  assert.equal(graded(['desk', 'badly'], ['field', 'badly']), 'weak');
  assert.equal(graded(['desk', 'well'], ['field', 'badly']), 'between');
});

test('decisions weigh as much as they say', () => {
  assert.equal(graded(['desk', 'badly'], ['field', 'well']), 'good');
});

test('a competency the path never touched is neither shown well nor badly', () => {
  assert.equal(graded(['desk', 'well']), 'between');
});

test('a seat that can show nothing has no grade', () => {
  const nothing = { logic, source: { claims: {} } };
  assert.equal(gradeOf(nothing, { seat: 'official', decisions: [] }), null);
});
