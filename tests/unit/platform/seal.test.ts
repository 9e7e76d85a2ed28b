import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sealWith } from '#platform/credentials/seal.ts';

const SECRET = 'a secret of forty characters, or so, yes';

test('what was sealed opens with the same secret and no other', () => {
  const sealed = sealWith(SECRET).close('열쇠');
  assert.equal(sealWith(SECRET).open(sealed), '열쇠');
  assert.equal(sealWith(`${SECRET}!`).open(sealed), null);
  assert.doesNotMatch(sealed, /열쇠/);
});

test('a seal somebody changed does not open, whichever part they changed', () => {
  const seal = sealWith(SECRET);
  const bytes = Buffer.from(seal.close('a key'), 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const other = Buffer.from(bytes);
    other[at] = (other[at] ?? 0) ^ 1;
    assert.equal(seal.open(other.toString('base64url')), null, `byte ${at}`);
  }
});

test('the same text is sealed differently each time', () => {
  const seal = sealWith(SECRET);
  assert.notEqual(seal.close('a key'), seal.close('a key'));
});
