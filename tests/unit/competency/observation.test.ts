import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence } from '#features/competency/evidence.ts';
import { weigh } from '#features/competency/evidence.ts';
import {
  checkObserved,
  evidenceOfObservation,
  levelsIn,
  type Observed,
  type Sighting,
} from '#features/competency/observation.ts';
import { COUNTER } from '#tests/support/office.ts';

const TODAY = '2026-11-22';
const whole = (change: Partial<Observed> = {}): Observed => ({
  levels: new Map<string, Sighting>([
    ['C1.1', 0],
    ['C1.2', 'not-seen'],
  ]),
  day: TODAY,
  place: '창구',
  note: '말했다',
  ...change,
});
const problems = (change: Partial<Observed>) =>
  checkObserved(COUNTER, whole(change), TODAY).map(({ code, field }) => `${code} ${field}`);

test('a whole observation has nothing wrong with it', () => {
  assert.deepEqual(problems({}), []);
  assert.deepEqual(problems({ day: '2026-09-23' }), []);
});

test('everything that is missing is told at once', () => {
  const levels = new Map<string, Sighting>([['C1.1', 3]]);
  assert.deepEqual(problems({ levels, day: 'soon', place: ' ', note: '' }), [
    'observation-level-missing C1.2',
    'observation-day-impossible day',
    'observation-place-missing place',
    'observation-note-missing note',
  ]);
});

test('tomorrow and what is long ago cannot be observed', () => {
  assert.deepEqual(problems({ day: '2026-11-23' }), ['observation-day-impossible day']);
  assert.deepEqual(problems({ day: '2026-09-22' }), ['observation-day-impossible day']);
});

test('seeing nothing at all is no observation', () => {
  const levels = new Map<string, Sighting>([
    ['C1.1', 'not-seen'],
    ['C1.2', 'not-seen'],
  ]);
  assert.deepEqual(problems({ levels }), ['observation-nothing-seen C1.1']);
});

test('a second look on the same day with the same form counts half', () => {
  const look = (id: string, day: string): Evidence[] =>
    evidenceOfObservation(
      { id, personId: 'anna', raterId: 'sora', form: COUNTER },
      whole({ day }),
      1,
    ).map((piece) => ({ ...piece, recordedAt: 1, revokedAt: null, revokedReason: null }));
  const weights = (pieces: Evidence[]) => weigh(pieces).map(({ weight }) => weight);
  assert.deepEqual(weights([...look('a', TODAY), ...look('b', TODAY)]), [1, 0.5]);
  assert.deepEqual(weights([...look('a', TODAY), ...look('b', '2026-11-21')]), [1, 1]);
  assert.deepEqual([...levelsIn(look('a', TODAY))], [['C1.1', 0]]);
});
