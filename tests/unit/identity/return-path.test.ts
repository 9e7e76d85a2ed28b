import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeReturnPath } from '#features/identity/return-path.ts';

for (const path of [
  '/ko/my',
  '/en/courses?area=crisis-response',
  '/ko/runs/42#choice',
  '/ko/강좌',
]) {
  test(`goes back to ${path}`, () => {
    const back = safeReturnPath(path);
    assert.equal(back === null ? null : decodeURI(back), path);
  });
}

for (const path of [
  null,
  undefined,
  '',
  'my',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/.//evil.example',
  '/ko/..//evil.example',
  '///evil.example',
  '/%5C/../\\evil.example',
  'javascript:alert(1)',
  '/\\/evil.example',
  `/${'x'.repeat(3_000)}`,
]) {
  test(`leads nobody to ${JSON.stringify(path)?.slice(0, 40)}`, () => {
    const back = safeReturnPath(path);
    assert.ok(
      back === null || new URL(back, 'https://here.example').host === 'here.example',
      back ?? '',
    );
    assert.ok(back === null || !back.startsWith('//'), back ?? '');
  });
}
