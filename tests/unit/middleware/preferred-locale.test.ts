import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preferredLocale } from '../../../src/middleware/preferred-locale.ts';

for (const [header, locale] of [
  [null, 'ko'],
  ['', 'ko'],
  ['ko', 'ko'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7', 'ko'],
  ['en;q=0.7, ko;q=0.8', 'ko'],
  ['fr-FR, fr;q=0.9, en;q=0.1', 'en'],
  ['fr, de', 'ko'],
  ['EN-us', 'en'],
  ['en; q=0.5, ko; q=0.4', 'en'],
  ['ko;q=0, en;q=0.1', 'en'],
  ['ko;q=0', 'ko'],
  ['kok-IN, en;q=0.3', 'en'],
  ['*', 'ko'],
  ['en;level=1;q=0.4, ko;q=0.5', 'ko'],
  ['en;q=lots', 'ko'],
  [';;;,,,q=', 'ko'],
] as const) {
  test(`a browser that asks for “${header}” gets ${locale}`, () => {
    assert.equal(preferredLocale(header), locale);
  });
}
