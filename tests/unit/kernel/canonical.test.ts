import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonical } from '#kernel/canonical.ts';

test('the same meaning has the same text, in whatever order it was written', () => {
  const one = { b: 1, a: { d: [1, { y: 2, x: 1 }], c: null } };
  const other = { a: { c: null, d: [1, { x: 1, y: 2 }] }, b: 1 };
  assert.equal(canonical(one), '{"a":{"c":null,"d":[1,{"x":1,"y":2}]},"b":1}');
  assert.equal(canonical(one), canonical(other));
});

test('a member that is undefined counts as absent', () => {
  assert.equal(canonical({ a: undefined, b: 2 }), canonical({ b: 2 }));
});

test('the order of a list is part of its meaning', () => {
  assert.notEqual(canonical(['a', 'b']), canonical(['b', 'a']));
});

test('values of different kinds are told apart', () => {
  const texts = [null, 0, '0', false, '', [], {}, [null], { a: null }].map(canonical);
  assert.equal(new Set(texts).size, texts.length);
});

test('what comes out can be read again as JSON', () => {
  const value = { 글: '따옴표 " 줄\n', list: [1.5, -0.25, 1e21, true, null], 'a b': { '"': 1 } };
  assert.deepEqual(JSON.parse(canonical(value)), value);
});

test('writing it twice changes nothing', () => {
  const text = canonical({ z: [3, { b: 1, a: 2 }], a: 'x' });
  assert.equal(canonical(JSON.parse(text)), text);
});
