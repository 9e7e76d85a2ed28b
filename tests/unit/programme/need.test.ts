import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWaiting, metOn, minutesOf } from '#features/programme/need.ts';
import type { Need, NeedItem, Take } from '#features/programme/programme.ts';
import { factsOf } from '#tests/support/programmes.ts';

const course = (id: string): NeedItem => ({ kind: 'course', id });
const group = (take: Take, ...ids: string[]) => ({ take, items: ids.map(course) });
const need = (take: Take, ...groups: Need['groups']): Need => ({ take, groups });
const FACTS = factsOf({
  'course:a': ['2026-05-05', '2026-03-01'],
  'course:b': ['2026-04-01'],
  'course:c': ['2026-06-01', '2026-06-01'],
});

test('all, any and at least so many are met on the day the last one needed was done', () => {
  assert.equal(metOn(need('all', group('all', 'a', 'b', 'c')), FACTS, '2026-01-01'), '2026-06-01');
  assert.equal(metOn(need('all', group('any', 'b', 'c')), FACTS, '2026-01-01'), '2026-04-01');
  assert.equal(metOn(need('all', group(2, 'a', 'b', 'c')), FACTS, '2026-01-01'), '2026-04-01');
  assert.equal(metOn(need('all', group('all', 'a', 'z')), FACTS, '2026-01-01'), null);
  assert.equal(metOn(need('all', group(3, 'a', 'b', 'z')), FACTS, '2026-01-01'), null);
  const either = need('any', group('all', 'a', 'z'), group('all', 'b', 'c'));
  assert.equal(metOn(either, FACTS, '2026-01-01'), '2026-06-01');
});

test('what was done before the day from which it counts has to be done again', () => {
  const both = need('all', group('all', 'a', 'b'));
  assert.equal(metOn(both, FACTS, '2026-04-01'), '2026-05-05');
  assert.equal(metOn(both, FACTS, '2026-04-02'), null);
});

test('a confirmed level counts in every later window for as long as it holds', () => {
  const level = need('all', { take: 'all', items: [{ kind: 'competency', id: 'C5.2', level: 3 }] });
  const facts = factsOf({}, { holding: new Map([['competency:C5.2:3', '2026-02-02']]) });
  assert.equal(metOn(level, facts, '2026-01-01'), '2026-02-02');
  assert.equal(metOn(level, facts, '2026-08-01'), '2026-08-01');
});

test('somebody waits when only an answer to what they handed in is missing', () => {
  const facts = factsOf({ 'course:a': ['2026-03-01'] }, { waiting: new Set(['course:b']) });
  assert.equal(isWaiting(need('all', group('all', 'a', 'b')), facts, '2026-01-01'), true);
  assert.equal(isWaiting(need('all', group('all', 'a', 'b', 'c')), facts, '2026-01-01'), false);
  assert.equal(isWaiting(need('all', group('any', 'a', 'b')), facts, '2026-01-01'), false);
});

test('the work asked for is the least that meets the need', () => {
  const minutes = (item: NeedItem) => ({ a: 30, b: 60, c: 120 })[item.id] ?? 0;
  assert.equal(
    minutesOf(need('all', group('all', 'a', 'b'), group('any', 'b', 'c')), minutes),
    150,
  );
  assert.equal(minutesOf(need('any', group('all', 'a', 'b'), group('all', 'c')), minutes), 90);
  assert.equal(minutesOf(need('all', group(2, 'a', 'b', 'c')), minutes), 90);
});
