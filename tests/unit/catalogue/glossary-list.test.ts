import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Term } from '#features/catalogue/glossary.ts';
import { findTerms, termUses } from '#features/catalogue/glossary-list.ts';
import { courseOf } from '#tests/support/course.ts';

const term = (id: string, ko: string, en: string, meaning = 'Meaning'): Term => ({
  id,
  term: { ko, en },
  meaning: { ko: `${ko}의 뜻`, en: meaning },
});
const terms = [
  term('commons', '공유지', 'commons', 'Something many people look after.'),
  term('call', '안부 전화', 'Check-in call'),
  term('agreement', '합의', 'agreement'),
];
const found = (locale: 'ko' | 'en', query: string) =>
  findTerms(terms, locale, query).map(({ id }) => id);

test('without a question all words stand in the order of the alphabet', () => {
  assert.deepEqual(found('ko', ''), ['commons', 'call', 'agreement']);
  assert.deepEqual(found('en', ''), ['agreement', 'call', 'commons']);
});

test('a word is found however it is spaced, written or composed', () => {
  assert.deepEqual(found('ko', '안부전화'), ['call']);
  assert.deepEqual(found('en', 'CHECK-IN'), ['call']);
  assert.deepEqual(found('ko', '합의'.normalize('NFD')), ['agreement']);
});

test('a word is found by its name in the other language and by its meaning', () => {
  assert.deepEqual(found('ko', 'commons'), ['commons']);
  assert.deepEqual(found('en', 'look after'), ['commons']);
  assert.deepEqual(found('en', 'nothing like it'), []);
});

test('a term knows the lessons that explain it', () => {
  const course = courseOf('agree', [['why'], ['how']]);
  const [why, how] = course.lessons;
  assert.ok(why && how);
  const lessons = [
    why,
    { ...how, words: { ...how.words, en: { ...how.words.en, terms: ['call'] } } },
  ];
  const uses = termUses([{ ...course, lessons }], 'en');
  assert.deepEqual([...uses], [['call', [{ course: 'agree', lesson: 'how', title: 'Lesson' }]]]);
  assert.deepEqual([...termUses([{ ...course, lessons }], 'ko')], []);
});
