import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offerOf, readOffer, WHOLE_ABOVE } from '#features/catalogue/offer.ts';
import type { Section, SectionChange } from '#features/catalogue/section.ts';
import { courseOf } from '#tests/support/course.ts';

const words = { on: '2026-11-22', what: { ko: '바뀜', en: 'Changed' } };
const substantive: SectionChange = {
  ...{ kind: 'substantive', ...words },
  checks: ['a', 'withdrawn'],
  minutes: 3,
};
const editorial: SectionChange = { kind: 'editorial', ...words };
const course = (changes: readonly SectionChange[]) => {
  const plain = courseOf('civics', [
    ['first', 'a', 'b'],
    ['second', 'c'],
  ]);
  const section: Section = {
    ...{ id: 'rain', heading: { ko: '비', en: 'Rain' }, place: 1, changes },
    isUnmarked: false,
  };
  const [first, ...others] = plain.lessons;
  assert.ok(first);
  return { ...plain, lessons: [{ ...first, parts: [section] }, ...others] };
};

test('an editorial change makes no other offer, however many there are', () => {
  assert.deepEqual(offerOf(course([editorial, editorial])), offerOf(course([])));
});

test('a substantive change is offered with the questions that are still asked', () => {
  const offer = offerOf(course([editorial, substantive]));
  assert.deepEqual(offer.changes, [
    { id: 'first/rain/2', lesson: 'first', section: 'rain', checks: ['a'], minutes: 3 },
  ]);
  assert.deepEqual([offer.minutes, offer.wholeAbove], [20, WHOLE_ABOVE]);
  assert.equal(offerOf({ ...course([]), renew: { wholeAbove: 10 } }).wholeAbove, 10);
  assert.deepEqual(readOffer(JSON.stringify(offer)), offer);
});
