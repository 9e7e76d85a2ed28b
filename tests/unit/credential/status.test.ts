import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { drawIndex, LIST_LENGTH, stateOf } from '#features/credential/status.ts';

test('places in the status list are drawn from the whole list, evenly', () => {
  const tenths = new Array<number>(10).fill(0);
  for (let n = 0; n < 20_000; n += 1) {
    const index = drawIndex(createHash('sha256').update(String(n)).digest('hex'));
    assert.ok(Number.isInteger(index) && index >= 0 && index < LIST_LENGTH);
    const tenth = Math.floor((index / LIST_LENGTH) * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) assert.ok(Math.abs(count - 2_000) < 200, String(tenths));
});

test('a certificate is valid, expired or revoked, and revoked whatever its dates', () => {
  assert.equal(stateOf({ validUntil: null, revokedAt: null }, 5), 'valid');
  assert.equal(stateOf({ validUntil: 5, revokedAt: null }, 5), 'valid');
  assert.equal(stateOf({ validUntil: 4, revokedAt: null }, 5), 'expired');
  assert.equal(stateOf({ validUntil: 9, revokedAt: 1 }, 5), 'revoked');
});
