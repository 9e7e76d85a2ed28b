import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PositionBody } from '#features/position/position.ts';
import { readBodyOf, readValues, valuesOf, withMore } from '#forms/position-values.ts';
import { frameworkOf } from '#tests/support/framework.ts';

const FRAMEWORK = frameworkOf(['C1.1', 'C1.2']);
const text = (words: string) => ({ ko: `${words} 글`, en: words });
const CLERK: PositionBody = {
  audience: 'official',
  name: text('Clerk'),
  summary: text('Sits at the counter'),
  activities: [
    { does: text('answers'), targets: { 'C1.1': 2, 'C1.2': 1 } },
    { does: text('writes'), targets: {} },
  ],
};

/** The form as a browser sends it, with some fields typed over. */
function formOf(body: PositionBody | null, typed: Record<string, string> = {}): FormData {
  const values = valuesOf(body);
  const form = new FormData();
  form.set('audience', values.audience);
  for (const language of ['ko', 'en'] as const) {
    form.set(`name.${language}`, values.name[language]);
    form.set(`summary.${language}`, values.summary[language]);
  }
  for (const [at, { does, targets }] of values.activities.entries()) {
    form.set(`activity.${at}.ko`, does.ko);
    form.set(`activity.${at}.en`, does.en);
    for (const [n, { competency, level }] of targets.entries()) {
      form.set(`activity.${at}.target.${n}.competency`, competency);
      form.set(`activity.${at}.target.${n}.level`, level);
    }
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return form;
}

const read = (form: FormData) => readBodyOf(readValues(form), FRAMEWORK);
const problemsIn = (form: FormData) => {
  const outcome = read(form);
  return outcome.ok ? [] : outcome.problems.map(({ code, field }) => `${code} ${field}`);
};

test('a form nobody touched says what the position says', () => {
  const outcome = read(formOf(CLERK));
  assert.deepEqual(outcome.ok && outcome.value, CLERK);
});

test('an activity without words is left out, and its levels with it', () => {
  const outcome = read(formOf(CLERK, { 'activity.1.ko': ' ', 'activity.1.en': '' }));
  assert.deepEqual(outcome.ok && outcome.value.activities, CLERK.activities.slice(0, 1));
});

test('the empty rows of a form take in one more activity and one more target', () => {
  const typed = {
    'activity.2.ko': '듣는다',
    'activity.2.en': 'listens',
    'activity.2.target.0.competency': 'C1.2',
    'activity.2.target.0.level': '4',
    'activity.1.target.0.competency': 'C1.1',
    'activity.1.target.0.level': '3',
  };
  const outcome = read(formOf(CLERK, typed));
  assert.deepEqual(outcome.ok && outcome.value.activities.slice(1), [
    { does: text('writes'), targets: { 'C1.1': 3 } },
    { does: { ko: '듣는다', en: 'listens' }, targets: { 'C1.2': 4 } },
  ]);
});

test('asking for more room keeps what was typed', () => {
  const typed = { 'activity.2.ko': '듣는다', 'name.en': 'Half a' };
  const values = withMore(readValues(formOf(CLERK, typed)));
  assert.equal(values.name.en, 'Half a');
  assert.deepEqual(
    values.activities.map(({ does }) => does.ko),
    ['answers 글', 'writes 글', '듣는다', ''],
  );
});

for (const [title, typed, ...expected] of [
  ['one language only', { 'name.en': '' }, 'position-text-required name.en'],
  ['an activity in one language', { 'activity.0.ko': '' }, 'position-text-required activity.0.ko'],
  ['a name too long for a list', { 'name.ko': '가'.repeat(81) }, 'position-text-long name.ko'],
  [
    'a competency without its level',
    { 'activity.0.target.2.competency': 'C1.1' },
    'position-target-incomplete activity.0.target.2.level',
  ],
  [
    'a level without its competency',
    { 'activity.0.target.2.level': '2' },
    'position-target-incomplete activity.0.target.2.competency',
  ],
  [
    'a competency nobody knows',
    { 'activity.0.target.0.competency': 'C9.9' },
    'position-target-incomplete activity.0.target.0.competency',
  ],
  [
    'a level that is none',
    { 'activity.0.target.0.level': '7' },
    'position-target-incomplete activity.0.target.0.level',
  ],
  [
    'the same competency twice in one activity',
    { 'activity.0.target.1.competency': 'C1.1' },
    'position-target-twice activity.0.target.1.competency',
  ],
] as [string, Record<string, string>, string][]) {
  test(`tells ${title} at its field`, () => {
    assert.deepEqual(problemsIn(formOf(CLERK, typed)), expected);
  });
}

test('a position that asks for nothing is not saved', () => {
  const nothing = { ...CLERK, activities: [{ does: text('waits'), targets: {} }] };
  assert.deepEqual(problemsIn(formOf(nothing)), [
    'position-target-required activity.0.target.0.competency',
  ]);
  const [first] = problemsIn(formOf(null));
  assert.equal(first, 'position-text-required name.ko');
  assert.ok(problemsIn(formOf(null)).includes('position-activity-required activity.0.ko'));
});
