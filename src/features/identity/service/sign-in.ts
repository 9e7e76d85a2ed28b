import type { Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Locale } from '#kernel/text.ts';
import { DEMO_PEOPLE, type DemoSignIn, demoPassword } from '../demo.ts';
import { foldLogin } from '../login.ts';
import { HASH_OF_NOBODY, PASSWORD_MAX } from '../password.ts';
import { readPerson } from '../person.ts';
import { checkSignUp, type SignUp } from '../sign-up.ts';
import { findMerged } from '../store/accounts.ts';
import { findByLogin, isEmailTaken, isLoginTaken, listDemoPeople } from '../store/people.ts';
import { createPerson } from './people.ts';
import { beginSession, type NewSession } from './sessions.ts';
import { takeAttempts } from './throttling.ts';

/** Where a request comes from: the device's own words for itself and its network address. */
export type Origin = { readonly userAgent: string | null; readonly address: string };
export type SignedInSession = NewSession & { readonly personId: string; readonly locale: Locale };

/**
 * Opens a session. A wrong login and a wrong password are refused with the same words after the same work, and too many
 * tries for one login or from one address are told how long to wait. Whoever knows the password of an account that became part
 * of another is told so.
 */
export async function signIn(
  app: App,
  { login: typed, password, userAgent, address }: { login: string; password: string } & Origin,
): Promise<Result<SignedInSession>> {
  const login = foldLogin(typed);
  const keys = [`sign-in-login:${login}`, `sign-in-address:${address}`];
  const wait = await takeAttempts(app, keys);
  if (!wait.ok) return wait;
  const found = await findByLogin(app.db.read, login);
  const tried = password.slice(0, PASSWORD_MAX * 2);
  // Looked for always, so that a stranger waits as long for any login.
  const merged = await findMerged(app.db.read, login);
  const hash = (found ?? merged)?.passwordHash ?? HASH_OF_NOBODY;
  const isRight = await app.passwords.verify(tried, hash);
  if (found === undefined || !isRight) {
    const subject = found ? `person:${found.id}` : 'nobody';
    await app.db.write((tx) => auditSignIn(tx, app, { act: 'sign-in-failed', subject, address }));
    return refuse({ code: isRight && merged ? 'account-merged' : 'sign-in-wrong' });
  }
  const { personId, locale } = readPerson(found);
  const session = await app.db.write(async (tx) => {
    await auditSignIn(tx, app, { act: 'signed-in', subject: `person:${personId}`, address });
    return beginSession(tx, app, { personId, userAgent });
  });
  for (const key of keys) await app.signInThrottle.forgive(key);
  return ok({ ...session, personId, locale });
}

/** A resident makes an account of their own and is signed in. An e-mail address is welcome, never needed. */
export async function signUp(
  app: App,
  input: SignUp & Origin & { locale: Locale },
): Promise<Result<SignedInSession>> {
  const { name, login, email, password, locale, userAgent, address } = input;
  const [problem] = checkSignUp({ name, login, email, password });
  if (problem) return refuse(problem);
  const wait = await takeAttempts(app, [`sign-up-address:${address}`]);
  if (!wait.ok) return wait;
  const passwordHash = await app.passwords.hash(password);
  return app.db.write(async (tx) => {
    if (await isLoginTaken(tx, login)) return refuse({ code: 'login-taken', field: 'login' });
    if (email !== null && (await isEmailTaken(tx, email)))
      return refuse({ code: 'email-taken', field: 'email' });
    const roles = ['resident'] as const;
    const personId = await createPerson(tx, app, {
      name,
      login,
      email,
      locale,
      passwordHash,
      roles,
    });
    const session = await beginSession(tx, app, { personId, userAgent });
    await writeAudit(tx, {
      at: app.clock.now(),
      actorId: personId,
      act: 'signed-up',
      subject: `person:${personId}`,
      detail: { address },
    });
    return ok({ ...session, personId, locale });
  });
}

/** The people of the demonstration to try the product as, in their order; empty where they do not exist. */
export async function demoSignIns(app: App): Promise<DemoSignIn[]> {
  const logins = DEMO_PEOPLE.map(({ login }) => login);
  const people = (await listDemoPeople(app.db.read, logins)).map(readPerson);
  return logins
    .flatMap((wanted) => people.filter(({ login }) => login === wanted))
    .map(({ login, name, roles }) => ({ login, name, roles, password: demoPassword(login) }));
}

async function auditSignIn(
  tx: Tx,
  app: App,
  {
    act,
    subject,
    address,
  }: { act: 'signed-in' | 'sign-in-failed'; subject: string; address: string },
): Promise<void> {
  const actorId = act === 'signed-in' ? subject.replace('person:', '') : null;
  await writeAudit(tx, { at: app.clock.now(), actorId, act, subject, detail: { address } });
}
