import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sessionCookie } from '#features/identity/cookie.ts';
import { DEMO_SIGN_INS } from '#features/identity/demo.ts';
import { nameOfDevice } from '#features/identity/device.ts';
import { stateOfInvitation } from '#features/identity/invitation.ts';
import { checkPassword } from '#features/identity/password.ts';
import { checkEmail, foldEmail, foldName, orderRoles } from '#features/identity/person.ts';
import { changeOfRoles, leavesNoAdministrator } from '#features/identity/roles.ts';
import { checkSignUp } from '#features/identity/sign-up.ts';
import { depthOf, idsUpFrom, pathOf, rangeBelow } from '#features/identity/unit.ts';
import { ROLES } from '#kernel/rights.ts';

test('an account needs no e-mail address', () => {
  assert.equal(foldEmail('   '), null);
  assert.equal(checkEmail(null), null);
});

for (const email of ['kim@example.org', 'first.last+tag@sub.example.co.kr', '한글@예시.kr']) {
  test(`takes ${email} for an address`, () => assert.equal(checkEmail(foldEmail(email)), null));
}
for (const email of [
  'kim',
  'kim@',
  '@example.org',
  'kim@example',
  'a b@example.org',
  'a@b@c.org',
  'x@y.z\n',
]) {
  test(`does not take ${JSON.stringify(email)} for an address`, () => {
    assert.equal(checkEmail(email)?.code, 'email-form');
  });
}

test('a name keeps its letters and loses stray spaces', () => {
  assert.equal(foldName('  김   민지 '), '김 민지');
});

test('a form is told everything that is wrong with it at once, in the order of its fields', () => {
  const problems = checkSignUp({ name: '', login: 'a', email: 'x', password: 'short' });
  assert.deepEqual(
    problems.map(({ field }) => field),
    ['name', 'login', 'email', 'password'],
  );
});

test('unknown and repeated roles are not granted', () => {
  assert.deepEqual(orderRoles(['trainer', 'king', 'trainer', 'civil-servant']), [
    'civil-servant',
    'trainer',
  ]);
});

test('a change of roles names what comes and what goes', () => {
  assert.deepEqual(changeOfRoles(['resident', 'author'], ['author', 'trainer']), {
    granted: ['trainer'],
    withdrawn: ['resident'],
  });
});

test('the last administrator cannot stop being one', () => {
  const change = changeOfRoles(['administrator'], ['trainer']);
  assert.equal(leavesNoAdministrator(change, 0), true);
  assert.equal(leavesNoAdministrator(change, 1), false);
  assert.equal(leavesNoAdministrator(changeOfRoles(['author'], ['trainer']), 0), false);
});

test('an invitation ends with its first end', () => {
  const open = { expiresAt: 100, acceptedAt: null, withdrawnAt: null };
  const rest = {
    id: '',
    email: '',
    name: '',
    roles: [],
    unitId: null,
    invitedBy: '',
    createdAt: 0,
  };
  const state = (change: object, now: number) =>
    stateOfInvitation({ ...rest, ...open, ...change }, now);
  assert.equal(state({}, 99), 'waiting');
  assert.equal(state({}, 100), 'expired');
  assert.equal(state({ acceptedAt: 50 }, 200), 'accepted');
  assert.equal(state({ withdrawnAt: 50 }, 60), 'withdrawn');
});

test('the nearest unit comes first on the way up', () => {
  const path = pathOf('welfare-team', pathOf('welfare', pathOf('city', null)));
  assert.deepEqual(idsUpFrom(path), ['welfare-team', 'welfare', 'city']);
  assert.equal(depthOf(path), 2);
});

test('a unit does not contain its neighbour with a longer name', () => {
  const { from, before } = rangeBelow('city/welfare');
  const inside = (path: string) => path >= from && path < before;
  assert.equal(inside('city/welfare/team'), true);
  assert.equal(inside('city/welfare-2'), false);
  assert.equal(inside('city/welfare0'), false);
});

test('there is somebody of every role to try the product as, with a password that would be allowed', () => {
  assert.deepEqual(new Set(DEMO_SIGN_INS.map(({ role }) => role)), new Set(ROLES));
  for (const { login, password } of DEMO_SIGN_INS) {
    assert.equal(checkPassword(password, login), null);
  }
});

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
for (const [userAgent, name] of [
  [CHROME, 'Chrome · Windows'],
  [`${CHROME} Edg/140.0`, 'Edge · Windows'],
  [`${CHROME} Whale/4.0`, 'Whale · Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1',
    'Safari · iOS',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', 'Firefox · Linux'],
  ['curl/8', null],
  [null, null],
] as const) {
  test(`a device is called ${name} in the list of sign-ins`, () => {
    assert.equal(nameOfDevice(userAgent), name);
  });
}

test('the session cookie is bound to the host wherever the site has https', () => {
  assert.deepEqual(sessionCookie('https://learn.example.org'), {
    name: '__Host-hamkke',
    options: { httpOnly: true, sameSite: 'lax', secure: true, path: '/' },
  });
  const plain = sessionCookie('http://localhost:4321');
  assert.deepEqual([plain.name, plain.options.secure], ['hamkke', false]);
});
