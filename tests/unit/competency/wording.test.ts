import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changeAfter,
  differencesBetween,
  type Wording,
  wordingAt,
} from '#features/competency/wording.ts';

const DAY_MS = 86_400_000;
const MAY = Date.UTC(2026, 4, 1);

function wording(day: number, version: number, hash = `words-${version}`): Wording {
  return { competency: 'C5.2', since: MAY + day * DAY_MS, version, hash };
}
const on = (day: number) => MAY + day * DAY_MS;

test('a level confirmed before the words changed says when they changed', () => {
  const history = [wording(0, 1), wording(10, 2), wording(20, 3)];
  assert.equal(changeAfter(history, on(5))?.version, 2);
  assert.equal(changeAfter(history, on(15))?.version, 3);
  assert.equal(changeAfter(history, on(25)), null);
});

test('words that were changed and changed back put nothing in doubt', () => {
  const history = [wording(0, 1, 'first'), wording(10, 2, 'second'), wording(20, 3, 'first')];
  assert.equal(changeAfter(history, on(5)), null);
  assert.equal(changeAfter(history, on(15))?.version, 3);
});

test('what was shown before the first wording we know of counts as under that one', () => {
  const history = [wording(0, 1), wording(10, 2)];
  assert.equal(wordingAt(history, on(-100))?.version, 1);
  assert.equal(changeAfter([wording(0, 1)], on(-100)), null);
  assert.equal(wordingAt([], on(0)), null);
  assert.equal(changeAfter([], on(0)), null);
});

test('a wording is in force from its moment on', () => {
  const history = [wording(0, 1), wording(10, 2)];
  assert.equal(wordingAt(history, on(10) - 1)?.version, 1);
  assert.equal(wordingAt(history, on(10))?.version, 2);
});

test('only what reads differently is told, also when it is one language', () => {
  const text = { ko: '글', en: 'text' };
  const levels = { 1: text, 2: text, 3: text, 4: text };
  const before = { name: text, officials: levels, residents: levels };
  const after = { ...before, residents: { ...levels, 3: { ko: '글', en: 'other' } } };
  assert.deepEqual(differencesBetween(before, before), []);
  assert.deepEqual(differencesBetween(before, after), [
    { place: 'residents', level: 3, before: text, after: { ko: '글', en: 'other' } },
  ]);
});
