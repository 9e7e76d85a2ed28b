import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueOf } from '#features/catalogue/course.ts';
import { courseOf } from '#tests/support/course.ts';

const catalogue = catalogueOf({
  courses: [courseOf('agree', [['why', 'q-1']]), courseOf('act', [['why']])],
  terms: [
    { id: 'commons', term: { ko: '공유지', en: 'commons' }, meaning: { ko: '뜻', en: 'Meaning' } },
  ],
  facts: [],
  sources: [],
});

test('lessons of the same name in two courses stay apart', () => {
  assert.deepEqual(catalogue.lesson('agree', 'why')?.items, ['q-1']);
  assert.deepEqual(catalogue.lesson('act', 'why')?.items, []);
});

test('courses come in the order they were given', () => {
  assert.deepEqual(
    catalogue.courses().map(({ id }) => id),
    ['agree', 'act'],
  );
});

test('courses that introduce the whole come before those of a subject', () => {
  const { area: _, ...start } = courseOf('start', [['first']]);
  const listed = catalogueOf({
    courses: [courseOf('agree', [['why']]), start],
    terms: [],
    facts: [],
    sources: [],
  }).courses();
  assert.deepEqual(
    listed.map(({ id }) => id),
    ['start', 'agree'],
  );
});

test('what is not there is answered with nothing', () => {
  assert.equal(catalogue.course('gone'), undefined);
  assert.equal(catalogue.lesson('agree', 'gone'), undefined);
  assert.equal(catalogue.lesson('gone', 'why'), undefined);
  assert.equal(catalogue.figure('agree', 'why', 'gone'), undefined);
  assert.equal(catalogue.term('commons')?.term.en, 'commons');
  assert.equal(catalogue.term('toString'), undefined);
});
