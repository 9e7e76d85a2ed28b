import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Course } from '#features/catalogue/course.ts';
import { neighbours, outlineOf, outlineVersion } from '#features/catalogue/outline.ts';
import type { Hash } from '#kernel/ports.ts';
import { courseOf } from '#tests/support/course.ts';

const sha: Hash = (data) => createHash('sha256').update(data).digest('hex');
const versionOf = (course: Course) => outlineVersion(outlineOf(course), sha);
const course = courseOf('agree', [['why', 'q-1', 'q-2'], ['how'], 'budget-evening']);

test('an outline names steps and questions in order and nothing in words', () => {
  assert.deepEqual(outlineOf(course), {
    course: 'agree',
    passPercent: 70,
    steps: [
      { id: 'lesson:why', kind: 'lesson', items: ['q-1', 'q-2'] },
      { id: 'lesson:how', kind: 'lesson', items: [] },
      { id: 'scenario:budget-evening', kind: 'scenario', items: [] },
    ],
  });
});

test('a mended text leaves the version as it is', () => {
  const mended = { ...course, title: { ko: '다른 제목', en: 'Another title' }, minutes: 45 };
  assert.equal(versionOf(mended), versionOf(course));
});

const CHANGES: [what: string, changed: Course][] = [
  [
    'a further question',
    courseOf('agree', [['why', 'q-1', 'q-2', 'q-3'], ['how'], 'budget-evening']),
  ],
  ['a question less', courseOf('agree', [['why', 'q-1'], ['how'], 'budget-evening'])],
  ['another order of steps', courseOf('agree', [['how'], ['why', 'q-1', 'q-2'], 'budget-evening'])],
  ['a step less', courseOf('agree', [['why', 'q-1', 'q-2'], ['how']])],
  ['another pass mark', { ...course, passPercent: 80 }],
];

for (const [what, changed] of CHANGES) {
  test(`${what} makes another version`, () => {
    assert.notEqual(versionOf(changed), versionOf(course));
  });
}

test('a step knows what comes before and after it', () => {
  const names = (step: string) => {
    const { previous, next } = neighbours(course, step);
    return [previous?.id ?? null, next?.id ?? null];
  };
  assert.deepEqual(names('lesson:why'), [null, 'lesson:how']);
  assert.deepEqual(names('lesson:how'), ['lesson:why', 'scenario:budget-evening']);
  assert.deepEqual(names('scenario:budget-evening'), ['lesson:how', null]);
  assert.deepEqual(names('lesson:gone'), [null, null]);
});
