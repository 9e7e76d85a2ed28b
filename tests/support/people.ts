import assert from 'node:assert/strict';
import type { NewPerson, SignedIn } from '#features/identity/person.ts';
import { createPerson, signIn } from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';
import type { Result } from '#kernel/result.ts';

export const PASSWORD = '창밖에는 눈이 옵니다';

/** A stored person who signs in with `PASSWORD`; a resident unless told otherwise. */
export async function addPerson(
  app: App,
  person: Partial<NewPerson> & { login: string },
): Promise<SignedIn> {
  const whole: NewPerson = {
    name: person.login,
    locale: 'ko',
    roles: ['resident'],
    passwordHash: await app.passwords.hash(PASSWORD),
    ...person,
  };
  const personId = await app.db.write((tx) => createPerson(tx, app, whole));
  const { login, name, locale, roles, unitId = null, email = null, isDemo = false } = whole;
  return { personId, login, name, locale, roles, unitId, email, isDemo };
}

/** Signs somebody in as from one desk and returns the session id. */
export async function enter(app: App, login: string, password = PASSWORD): Promise<string> {
  const desk = { userAgent: 'Firefox', address: '192.0.2.1' };
  const outcome = await signIn(app, { login, password, ...desk });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value.sessionId;
}

/** Why something was refused; `ok` when it was not. */
export async function codeOf(outcome: Promise<Result<unknown>>): Promise<string> {
  const result = await outcome;
  return result.ok ? 'ok' : result.problem.code;
}
