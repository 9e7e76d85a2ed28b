import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawQr } from '#platform/qr.ts';

/** Which squares the path covers, as rows of signs. */
function squaresOf({ size, path }: ReturnType<typeof drawQr>): string[] {
  const rows = Array.from({ length: size }, () => new Array<string>(size).fill(' '));
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(length); at += 1) {
      const row = rows[Number(y)];
      if (row) row[Number(x) + at] = '#';
    }
  }
  return rows.map((row) => row.join(''));
}

test('a code has its three corners and an empty edge of four squares', () => {
  const rows = squaresOf(drawQr('https://learn.example.org/ko/verify/0123456789abcdef'));
  const size = rows.length;
  const corner = '#######';
  assert.equal(rows[4]?.slice(4, 11), corner);
  assert.equal(rows[4]?.slice(size - 11, size - 4), corner);
  assert.equal(rows[size - 5]?.slice(4, 11), corner);
  assert.ok([0, 1, 2, 3, size - 1].every((at) => rows[at]?.trim() === ''));
  assert.ok(rows.every((row) => row.startsWith('    ') && row.endsWith('    ')));
});

test('another address makes another code', () => {
  assert.notEqual(drawQr('https://a.example/1').path, drawQr('https://a.example/2').path);
});
