import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialGiven, readSheet, toGiven, type Values } from '#features/sheet/given.ts';
import { bodyOf, isSame, readBody, showBody } from '#features/sheet/kept.ts';
import { resultsOf } from '#features/sheet/results.ts';
import { type FieldView, viewSheet } from '#features/sheet/view.ts';
import { showSheet } from '#features/sheet/words.ts';
import { SHEET, sheetWithout } from '#tests/support/sheets.ts';

const WRITTEN: Values = {
  service: 'Counter 3',
  why: 'First line\nSecond <b>line</b>',
  people: 200,
  'per-head': 2.5,
  channel: 'call',
  signs: [{ sign: 'Lights off', level: 3 }, { sign: 'Post piles up' }],
};
const bodyWith = (values: Values, before: ReturnType<typeof bodyOf> | null = null, sheet = SHEET) =>
  bodyOf(sheet, { values, locale: 'en', before });

test('what is written comes back as it was written', () => {
  const { values, problems } = readSheet(SHEET, toGiven(SHEET, WRITTEN));
  assert.deepEqual(problems, []);
  assert.deepEqual(values, WRITTEN);
});

test('people may write numbers as they are used to', () => {
  const numberIn = (typed: string) => readSheet(SHEET, { 'f.people': [typed] }).values['people'];
  for (const typed of ['1000', '1,000', ' 1,000명 ', '1,000 people', '１０００']) {
    assert.equal(numberIn(typed), 1000, typed);
  }
});

const REFUSED: [title: string, given: Record<string, string[]>, code: string, field: string][] = [
  ['words for a number', { 'f.people': ['many'] }, 'sheet-number-unclear', 'f.people'],
  ['a number that is too small', { 'f.people': ['-1'] }, 'sheet-number-low', 'f.people'],
  ['a number that is too large', { 'f.people': ['1001'] }, 'sheet-number-high', 'f.people'],
  [
    'a large number in a row',
    { 'f.signs.1.level': ['10'] },
    'sheet-number-high',
    'f.signs.1.level',
  ],
  ['a line without end', { 'f.service': ['x'.repeat(301)] }, 'sheet-too-long', 'f.service'],
  ['a choice nobody offers', { 'f.channel': ['fax'] }, 'sheet-option-unknown', 'f.channel'],
];

for (const [title, given, code, field] of REFUSED) {
  test(`refuses ${title} and takes the rest`, () => {
    const { values, problems } = readSheet(SHEET, { 'f.why': ['because'], ...given });
    assert.deepEqual(
      problems.map((problem) => [problem.code, problem.field]),
      [[code, field]],
    );
    assert.equal(values['why'], 'because');
  });
}

test('rows without a word are left out, and rows beyond the limit are not read', () => {
  const given = {
    'f.signs.1.sign': ['second'],
    'f.signs.3.sign': ['last'],
    'f.signs.4.sign': ['x'],
  };
  const { values } = readSheet(SHEET, given);
  assert.deepEqual(values['signs'], [{ sign: 'second' }, { sign: 'last' }]);
});

test('names no author gave are not taken', () => {
  const given = {
    'f.first-year': ['7'],
    'f.__proto__': ['x'],
    'f.constructor': ['x'],
    other: ['x'],
  };
  assert.deepEqual(readSheet(SHEET, given).values, {});
});

test('later results build on earlier ones, and none is guessed', () => {
  const results = resultsOf(SHEET, WRITTEN);
  assert.deepEqual(
    [...results],
    [
      ['first-year', 500],
      ['half', 250],
    ],
  );
  assert.deepEqual([...resultsOf(SHEET, { people: 3 }).values()], [null, null]);
});

test('numbers and results are said with their units in the language of the reader', () => {
  const said = (locale: 'ko' | 'en') =>
    showSheet(SHEET, { ...WRITTEN, people: 1000 }, locale).flatMap((part) =>
      part.kind === 'words' ? [part.text] : [],
    );
  assert.deepEqual(said('ko').slice(2), ['1,000명', '2.5', '전화', '2,500원', '1,250.0']);
  assert.deepEqual(said('en').slice(2), ['1,000 people', '2.5', 'Call', '2,500 won', '1,250.0']);
});

test('a new sheet begins with the numbers its author gave', () => {
  assert.deepEqual(initialGiven(SHEET), { 'f.people': ['120'] });
  const view = viewSheet({ sheet: SHEET, kept: null, typed: null, locale: 'en' });
  assert.equal(inputOf(view.fields, 'people'), '120');
});

test('a number that was taken out and kept so does not come back', () => {
  const kept = { body: bodyWith({ service: 'x' }), number: 1, savedAt: 0 };
  const view = viewSheet({ sheet: SHEET, kept, typed: null, locale: 'en' });
  assert.equal(inputOf(view.fields, 'people'), '');
});

test('a row more is offered until the table is full, and what was typed stays', () => {
  let given: Record<string, string[]> = {
    'f.signs.0.sign': ['typed'],
    'f.people': ['not a number'],
  };
  const rows: number[] = [];
  for (let times = 0; times < 4; times += 1) {
    const typed = { given, problems: [], moreIn: 'signs' };
    const { fields } = viewSheet({ sheet: SHEET, kept: null, typed, locale: 'en' });
    assert.equal(inputOf(fields, 'people'), 'not a number');
    const table = fields.find(({ kind }) => kind === 'table');
    assert.ok(table?.kind === 'table');
    rows.push(table.rows.length);
    const sent = table.rows.flat().map(({ name, value }) => [name, [value]]);
    given = { ...given, ...Object.fromEntries(sent) };
  }
  assert.deepEqual(rows, [3, 4, 4, 4]);
});

test('what was written in a field its author took away is still there after the next saving', () => {
  const first = bodyWith(WRITTEN);
  const later = sheetWithout('why', 'signs');
  const second = bodyWith({ service: 'Counter 4' }, first, later);
  const third = bodyWith({ service: 'Counter 5' }, second, later);
  const { lost, parts } = showBody(later, third, 'ko');
  assert.deepEqual(
    lost.map((part) => part.kind === 'words' && part.text),
    ['First line\nSecond <b>line</b>', 'Sign: Lights off · Level: 3\nSign: Post piles up'],
  );
  assert.equal(parts[0]?.kind === 'words' && parts[0].text, 'Counter 5');
  assert.deepEqual(toGiven(SHEET, third.values)['f.why'], ['First line\nSecond <b>line</b>']);
});

test('a sheet that is gone can be read whole in the words in which it was kept', () => {
  const { parts, lost } = showBody(undefined, bodyWith(WRITTEN), 'en');
  assert.deepEqual(parts, []);
  assert.ok(lost.some((part) => part.kind === 'words' && part.text === 'Call'));
});

test('what is kept survives being stored, and the same again is known to be the same', () => {
  const body = bodyWith(WRITTEN);
  assert.deepEqual(readBody(JSON.stringify(body)), body);
  assert.ok(isSame(body, bodyWith(WRITTEN, body)));
  assert.ok(!isSame(body, bodyWith({ ...WRITTEN, people: 201 }, body)));
  assert.throws(() => readBody('{"v":2}'));
});

function inputOf(fields: readonly FieldView[], id: string): string | undefined {
  const field = fields.find((one) => one.id === id);
  return field?.kind === 'input' ? field.input.value : undefined;
}
