import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalOf } from '../../../src/middleware/sendable.ts';

for (const [method, contentType, status] of [
  ['GET', null, null],
  ['HEAD', null, null],
  ['GET', 'text/html', null],
  ['POST', 'application/x-www-form-urlencoded', null],
  ['POST', 'Application/X-WWW-Form-Urlencoded; charset=UTF-8', null],
  ['POST', 'application/json', 415],
  ['POST', 'multipart/form-data; boundary=x', 415],
  ['POST', 'multipart/form-data', 415],
  ['POST', 'text/plain', 415],
  ['POST', '', 415],
  ['POST', null, 415],
  ['PUT', 'application/x-www-form-urlencoded', 405],
  ['DELETE', null, 405],
  ['OPTIONS', null, 405],
] as const) {
  test(`${method} of ${contentType ?? 'nothing'} is ${status ? `refused with ${status}` : 'let through'}`, () => {
    assert.equal(refusalOf(method, contentType)?.status ?? null, status);
  });
}

for (const [contentType, status] of [
  ['multipart/form-data; boundary=x', null],
  ['Multipart/Form-Data; charset=utf-8; boundary="x y"', null],
  ['application/x-www-form-urlencoded', null],
  ['multipart/form-data', 415],
  ['multipart/form-data; boundary=', 415],
  ['multipart/mixed; boundary=x', 415],
  ['application/json', 415],
] as const) {
  test(`a page that takes files ${status ? 'refuses' : 'lets through'} ${contentType}`, () => {
    assert.equal(refusalOf('POST', contentType, true)?.status ?? null, status);
  });
}
