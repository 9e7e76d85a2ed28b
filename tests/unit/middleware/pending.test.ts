import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePending, pendingFrom, writePending } from '#forms/pending.ts';

function formOf(fields: readonly (readonly [string, string | Blob])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
const at = (path: string) => new URL(path, 'https://learn.example.org');

test('a kept form comes out of its hidden field as it went in', () => {
  const fields = [
    ['eventId', '01a20160-f779-7379-8209-8f74191cb6a9'],
    ['choice', 'b'],
    ['choice', 'a'],
    ['why', '“비가 오면” <b>&amp;\r\n둘째 줄'],
    ['empty', ''],
  ] as const;
  const kept = pendingFrom(at('/ko/courses/civics/first?item=a&back=1'), formOf(fields));
  assert.ok(kept);
  assert.equal(kept.action, '/ko/courses/civics/first?item=a&back=1');
  assert.deepEqual(kept.fields, fields);
  assert.deepEqual(parsePending(writePending(kept)), kept);
});

test('a file in a form is not kept', () => {
  const form = formOf([
    ['name', 'Minji'],
    ['picture', new Blob(['x'])],
  ]);
  assert.deepEqual(pendingFrom(at('/en/my/account'), form)?.fields, [['name', 'Minji']]);
});

for (const action of [
  'https://evil.example/ko/my',
  '//evil.example/ko/my',
  '/\\evil.example/',
  '/ko\\evil',
  'javascript:alert(1)',
  '/de/my',
  '/korea/my',
  '/health',
  '',
  'ko/my',
  '/ko/my#there',
  '/ko/my account',
  '/ko/my\n/en/my',
]) {
  test(`a kept form is not sent to ${JSON.stringify(action)}`, () => {
    assert.equal(parsePending(JSON.stringify({ action, fields: [] })), null);
  });
}

for (const [what, text] of [
  ['nothing', ''],
  ['no field', null],
  ['no JSON', '{"action":'],
  ['a list', '[]'],
  ['a number', '7'],
  ['null', 'null'],
  ['a member too many', '{"action":"/ko/my","fields":[],"method":"get"}'],
  ['no fields', '{"action":"/ko/my"}'],
  ['a field without value', '{"action":"/ko/my","fields":[["a"]]}'],
  ['a field that is a number', '{"action":"/ko/my","fields":[["a",1]]}'],
] as const) {
  test(`a hidden field with ${what} in it keeps nothing`, () => {
    assert.equal(parsePending(text), null);
  });
}

test('a form too long to travel in a page is not kept', () => {
  const long = (length: number) => formOf([['text', 'x'.repeat(length)]]);
  assert.ok(pendingFrom(at('/ko/my'), long(60_000)));
  assert.equal(pendingFrom(at('/ko/my'), long(66_000)), null);
  const many = Array.from({ length: 201 }, (_, n) => [`field${n}`, ''] as const);
  assert.equal(pendingFrom(at('/ko/my'), formOf(many)), null);
});
