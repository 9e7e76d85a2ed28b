import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { EnvironmentError, readEnv } from '#platform/env.ts';
import { keptSecret } from '#platform/secret.ts';
import { freshPath } from '#tests/support/database.ts';

const SECRET = 'a secret of forty characters, or so, yes';
const read = (source: Record<string, string>) => readEnv(source, () => SECRET);

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    read(source);
  } catch (error) {
    assert.ok(error instanceof EnvironmentError);
    return error.problems;
  }
  return [];
}

test('nothing needs to be set', () => {
  const env = read({});
  assert.equal(env.origin, 'http://localhost:4321');
  assert.equal(env.isOriginFixed, false);
  assert.equal(env.databaseUrl, 'file:var/hamkke.db');
  assert.equal(env.timeZone, 'Asia/Seoul');
  assert.equal(env.secret, SECRET);
  assert.equal(env.demo, true);
  assert.equal(env.trustProxy, false);
});

test('an empty variable counts as absent', () => {
  assert.deepEqual(read({ PORT: '', SMTP_URL: '', SECRET: '', PUBLIC_ORIGIN: '' }), read({}));
});

test('the public address is used for links and loses its slash', () => {
  const env = read({ PUBLIC_ORIGIN: 'https://learn.example.org/', PORT: '80' });
  assert.equal(env.origin, 'https://learn.example.org');
  assert.equal(env.isOriginFixed, true);
});

const WRONG = [
  { name: 'HOST', value: 'two words' },
  { name: 'PORT', value: '70000' },
  { name: 'PORT', value: '43x' },
  { name: 'PUBLIC_ORIGIN', value: 'learn.example.org' },
  { name: 'PUBLIC_ORIGIN', value: 'https://learn.example.org/hamkke' },
  { name: 'DATABASE_URL', value: 'postgres://localhost/hamkke' },
  { name: 'DATABASE_URL', value: 'file::memory:' },
  { name: 'TIME_ZONE', value: 'Mars/Olympus' },
  { name: 'MAIL_FROM', value: 'nobody' },
  { name: 'LOG_LEVEL', value: 'loud' },
  { name: 'TRUST_PROXY', value: 'maybe' },
  { name: 'DEMO', value: 'perhaps' },
];
for (const { name, value } of WRONG) {
  test(`${name}=${value} is answered with its name, its value and the expected form`, () => {
    const [problem, ...others] = problemsOf({ [name]: value });
    assert.match(problem ?? '', new RegExp(`^${name} is "${value}" but must be .+\\.$`));
    assert.deepEqual(others, []);
  });
}

test('all wrong variables are named at once, without showing secrets', () => {
  const problems = problemsOf({ PORT: 'x', SECRET: 'too short', SMTP_URL: 'user:hush@host' });
  assert.equal(problems.length, 3);
  assert.doesNotMatch(problems.join(), /too short|hush/);
});

test('a secret is made once, kept, and readable by its owner only', () => {
  const path = freshPath('secret');
  const secret = keptSecret(path);
  assert.ok(secret.length >= 32);
  assert.equal(keptSecret(path), secret);
  assert.equal(statSync(path).mode & 0o777, 0o600);
});

test('.env.example names every variable the program reads', () => {
  const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  const source = readFileSync(new URL('../../../src/platform/env.ts', import.meta.url), 'utf8');
  const read = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
  const explained = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  assert.deepEqual(explained.toSorted(), read.toSorted());
});
