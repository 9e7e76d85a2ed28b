import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLogin, foldLogin } from '#features/identity/login.ts';

test('one sign-in name however it is typed', () => {
  assert.equal(foldLogin('  Min.Ji '), 'min.ji');
  assert.equal(foldLogin('ｍｉｎ．ｊｉ'), 'min.ji');
  assert.equal(foldLogin('한빛'.normalize('NFD')), '한빛');
});

for (const login of ['abc', '김민지', 'kim.min-ji_2', '가나다', 'a'.repeat(40)]) {
  test(`accepts ${login.slice(0, 12)} as a sign-in name`, () => {
    assert.equal(checkLogin(login), null);
  });
}

for (const login of ['ab', 'a'.repeat(41), 'min ji', 'min@ji', 'ㄱㄴㄷ', 'раnda', 'a/b', '../x']) {
  test(`refuses ${login.slice(0, 12)} as a sign-in name`, () => {
    assert.equal(checkLogin(login)?.code, 'login-form');
  });
}

test('asks for a sign-in name that was left empty', () => {
  assert.deepEqual(checkLogin(''), { code: 'login-required', field: 'login' });
});
