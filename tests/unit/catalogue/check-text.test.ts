import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText } from '#features/catalogue/check-text.ts';
import type { LessonText, Mark } from '#features/catalogue/lesson-text.ts';

const mark = (name: string, attributes: Mark['attributes'] = {}): Mark => ({
  name,
  attributes,
  line: 1,
  block: false,
  hasContent: true,
  within: [],
  paragraph: 1,
  section: 0,
});

function codes(text: string, around: Partial<LessonText> & { within?: Mark[] } = {}): string[] {
  const { within = [], ...rest } = around;
  const prose = [{ text, line: 1, within, paragraph: 1, kind: 'paragraph' as const }];
  const lesson = {
    file: 'ko.mdx',
    marks: [],
    headings: [],
    unnamedColumns: [],
    code: [],
    prose,
    ...rest,
  };
  return checkText(lesson).map(({ code }) => code);
}

const CLAIMS = [
  '1,353곳이 멈췄습니다',
  'in 2019',
  '열 가운데 30%',
  '92 percent of them',
  '4.5퍼센트',
];
for (const text of CLAIMS) {
  test(`asks where "${text}" is from`, () => {
    assert.deepEqual(codes(text), ['number-without-source']);
  });
}

const PLAIN = [
  '제112조에 따라',
  'article 1366 says',
  '119에 전화',
  'call 112 or 119.',
  '오후 3시 15분',
  '1.5 metres',
  '12 people',
];
for (const text of PLAIN) {
  test(`lets "${text}" be`, () => {
    assert.deepEqual(codes(text), []);
  });
}

test('numbers in a fact, an example or an activity need no further source', () => {
  assert.deepEqual(codes('4,460', { within: [mark('Fact')] }), []);
  assert.deepEqual(codes('4,460', { within: [mark('Callout', { kind: 'example' })] }), []);
  assert.deepEqual(codes('4,460', { within: [mark('Try')] }), []);
  assert.deepEqual(codes('4,460', { within: [mark('Callout', { kind: 'note' })] }), [
    'number-without-source',
  ]);
});

test('a citation in the paragraph vouches for its numbers, a fact only for its years', () => {
  assert.deepEqual(codes('4,460 in 2025', { marks: [mark('Cite')] }), []);
  assert.deepEqual(codes('in 2025', { marks: [mark('Fact')] }), []);
  assert.deepEqual(codes('4,460 in 2025', { marks: [mark('Fact')] }), ['number-without-source']);
});

test('bold the build mends is no problem, bold it cannot mend is', () => {
  assert.deepEqual(codes('**주민(住民)**이'), []);
  assert.deepEqual(codes('**주민(住民)'), ['bold-visible']);
});
