import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COMMON_PASSWORDS } from '#features/identity/common-passwords.ts';
import { checkPassword, HASH_OF_NOBODY, PASSWORD_MIN } from '#features/identity/password.ts';
import { argon2Passwords } from '#platform/passwords.ts';

const LOGIN = 'kim.minji.2026';

for (const [password, code] of [
  ['', 'password-required'],
  ['아홉글자입니다요요', 'password-short'],
  ['123456789', 'password-short'],
  ['x'.repeat(201), 'too-long'],
  ['Kim.MinJi.2026', 'password-is-login'],
  ['Password123', 'password-common'],
  ['qlalfqjsgh123', 'password-common'],
  ['ｐａｓｓｗｏｒｄ１２３', 'password-common'],
] as const) {
  test(`refuses the password “${password.slice(0, 16)}”: ${code}`, () => {
    assert.equal(checkPassword(password, LOGIN)?.code, code);
  });
}

for (const password of [
  '창밖에는 눈이 옵니다',
  'correct horse battery',
  '     10 spaces',
  'x'.repeat(200),
]) {
  test(`accepts the password “${password.slice(0, 16)}” without asking for signs or capitals`, () => {
    assert.equal(checkPassword(password, LOGIN), null);
  });
}

test('every refused common password could otherwise be chosen', () => {
  for (const password of COMMON_PASSWORDS) {
    assert.ok([...password].length >= PASSWORD_MIN, password);
    assert.equal(password, password.normalize('NFKC').toLowerCase());
  }
});

test('a password typed as jamo opens what was set as syllables', async () => {
  const passwords = argon2Passwords();
  const stored = await passwords.hash('창밖에는 눈이 옵니다'.normalize('NFC'));
  assert.equal(await passwords.verify('창밖에는 눈이 옵니다'.normalize('NFD'), stored), true);
  assert.equal(await passwords.verify('창밖에는 비가 옵니다', stored), false);
});

test('two people with one password have different hashes, each with its cost', async () => {
  const passwords = argon2Passwords();
  const [one, other] = await Promise.all([
    passwords.hash('the same for both'),
    passwords.hash('the same for both'),
  ]);
  assert.notEqual(one, other);
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('the hash of nobody costs as much as a real one', async () => {
  const real = await argon2Passwords().hash('some real password');
  const shape = (hash: string) => hash.split('$').map((part, at) => (at < 4 ? part : part.length));
  assert.deepEqual(shape(HASH_OF_NOBODY), shape(real));
});

test('many hashes at once all come back', async () => {
  const passwords = argon2Passwords();
  const stored = await passwords.hash('waiting in line');
  const answers = await Promise.all(
    ['waiting in line', 'wrong', 'waiting in line', 'wrong', 'wrong'].map((password) =>
      passwords.verify(password, stored),
    ),
  );
  assert.deepEqual(answers, [true, false, true, false, false]);
});

test('a damaged hash is an error, not a wrong password', async () => {
  await assert.rejects(argon2Passwords().verify('anything', 'not a hash'), /PHC/);
});
