import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContentProblem } from '#features/catalogue/problem.ts';
import { isShowable } from '#library/showable.ts';

const first = { id: 'flood' };
const others = [{ id: 'heatwave' }];
const library = { scenarios: [first, ...others] };

function problem(file: string, level: ContentProblem['level'] = 'error'): ContentProblem {
  return { code: 'dead-end', level, file, line: 1, message: 'm', help: 'h' };
}

test('an author sees on the bench what is wrong with a scenario while they write it', () => {
  const wrong = [problem(`scenarios/${first.id}/walkthroughs.yaml`)];
  assert.equal(isShowable(wrong, library, library), true);
  assert.equal(isShowable(wrong, library, undefined), true);
});

test('a scenario that cannot be read leaves the pages as they were', () => {
  const wrong = [problem(`scenarios/${first.id}/scenario.yaml`)];
  assert.equal(isShowable(wrong, { scenarios: others }, library), false);
});

test('what is wrong anywhere else leaves the pages as they were, a warning does not', () => {
  const here = problem(`scenarios/${first.id}/ko.md`);
  const there = 'courses/agree-act-account/course.yaml';
  assert.equal(isShowable([here, problem(there)], library, library), false);
  assert.equal(isShowable([here, problem(there, 'warning')], library, library), true);
});

test('a lesson may be looked at before its author says what the edit means, though it may not be published', () => {
  const edited = { ...problem('courses/agree-act-account/a/en.mdx'), code: 'change-unmarked' };
  assert.equal(isShowable([edited], library, library), true);
  const broken = problem('courses/agree-act-account/a/en.mdx');
  assert.equal(isShowable([edited, broken], library, library), false);
});
