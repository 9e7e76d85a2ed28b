import assert from 'node:assert/strict';
import { test } from 'node:test';
import { historyOfChanges, unmarkedSections } from '#features/catalogue/changes.ts';
import type { Section } from '#features/catalogue/section.ts';
import { courseOf } from '#tests/support/course.ts';
import { partAfter, partHref } from '#ui/components/learning/changed-parts.ts';

const section = (id: string, days: readonly string[], isUnmarked = false): Section => ({
  id,
  heading: { ko: id, en: id },
  place: 1,
  changes: days.map((on) => ({ kind: 'editorial', on, what: { ko: on, en: on } })),
  isUnmarked,
});
const plain = courseOf('civics', [
  ['first', 'a'],
  ['second', 'b'],
]);
const course = {
  ...plain,
  lessons: plain.lessons.map((lesson) => ({
    ...lesson,
    parts:
      lesson.id === 'first'
        ? [section('rain', ['2026-01-01', '2026-03-03'])]
        : [section('snow', ['2026-02-02'], true)],
  })),
};

test('the history of a course tells the newest change first', () => {
  assert.deepEqual(
    historyOfChanges(course).map(({ lesson, change }) => [lesson, change.on]),
    [
      ['first', '2026-03-03'],
      ['second', '2026-02-02'],
      ['first', '2026-01-01'],
    ],
  );
  assert.deepEqual(historyOfChanges(plain), []);
});

test('what waits for a word is named as the command takes it', () => {
  assert.deepEqual(
    unmarkedSections(course).map(({ name }) => name),
    ['civics/second#snow'],
  );
});

const part = (lesson: string, name: string, doneAt: number | null) => ({
  ...{ lesson, section: name, place: 1 as number | null },
  doneAt,
});

test('from one changed section the way leads to the next that is left, and from the last to the first', () => {
  const parts = [
    part('first', 'rain', null),
    part('first', 'call', 5),
    part('second', 'snow', null),
  ];
  const [rain, call, snow] = parts;
  assert.ok(rain && call && snow);
  assert.equal(partAfter(parts, rain), snow);
  assert.equal(partAfter(parts, snow), rain);
  assert.equal(partAfter([rain], rain), null);
  assert.equal(partHref('en', 'civics', snow), '/en/courses/civics/second#changed-snow');
  assert.equal(partHref('ko', 'civics', { ...snow, place: null }), '/ko/courses/civics/second#end');
});
