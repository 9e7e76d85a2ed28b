import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDuties } from '#features/duty/check.ts';
import { type Duty, dutySchema } from '#features/duty/duty.ts';

const text = { ko: '글', en: 'Text' };
const DUTY: Duty = {
  id: 'shelter',
  name: text,
  summary: text,
  position: 'shelter-officer',
  because: text,
  requires: [{ take: 'any', items: [{ kind: 'observation', id: 'drill' }], validMonths: 12 }],
};
const known = {
  course: new Set(['civics']),
  scenario: new Set<string>(),
  'question-set': new Set<string>(),
  observation: new Set(['drill']),
  competency: new Set<string>(),
  position: new Set(['shelter-officer']),
};
const codes = (duty: Duty) => {
  const written = { value: duty, file: 'duties/shelter.yaml', lineOf: () => 1 };
  return checkDuties([written], known).map(({ code }) => code);
};

test('a duty that names what is there is sound', () => {
  assert.deepEqual(codes(DUTY), []);
  assert.deepEqual(codes({ ...DUTY, requires: [{ programme: 'of-this-place' }] }), []);
});

test('an author is told of unknown things and of asking for more than is listed', () => {
  const items = [{ kind: 'scenario' as const, id: 'nowhere' }];
  assert.deepEqual(
    codes({ ...DUTY, position: 'nobody', requires: [{ take: 3, items, validMonths: null }] }),
    ['position-unknown', 'scenario-unknown', 'duty-takes-too-many'],
  );
});

test('a duty without requirements or with a misspelt key is refused', () => {
  const { id: _, ...file } = DUTY;
  assert.equal(dutySchema.safeParse(file).success, true);
  assert.equal(dutySchema.safeParse({ ...file, requires: [] }).success, false);
  assert.equal(dutySchema.safeParse({ ...file, require: [] }).success, false);
});
