import { writeAudit } from '#features/audit/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Locale } from '#kernel/text.ts';
import { checkPassword } from '../password.ts';
import { checkEmail, checkName, type SignedIn } from '../person.ts';
import { findPasswordHash, isEmailTaken, updatePerson } from '../store/people.ts';
import { closeResets } from '../store/resets.ts';
import { deleteOtherSessions } from '../store/sessions.ts';
import { takeAttempts } from './throttling.ts';

/** Changes what a person may change without further proof: name and language. */
export async function changeProfile(
  app: App,
  actor: SignedIn,
  { name, locale }: { name: string; locale: Locale },
): Promise<Result<null>> {
  const problem = checkName(name);
  if (problem) return refuse(problem);
  await app.db.write(async (tx) => {
    await updatePerson(tx, actor.personId, { name, locale });
    await auditOwn(tx, app, actor, { act: 'account-changed', what: 'profile' });
  });
  return ok(null);
}

/** Sets, changes or removes the address. It opens the account by reset, so the password is asked for. */
export async function changeEmail(
  app: App,
  actor: SignedIn,
  { email, password }: { email: string | null; password: string },
): Promise<Result<null>> {
  const problem = checkEmail(email);
  if (problem) return refuse(problem);
  const proven = await provePassword(app, actor, { password, field: 'emailPassword' });
  if (!proven.ok) return proven;
  return app.db.write(async (tx) => {
    if (email !== null && (await isEmailTaken(tx, email, actor.personId)))
      return refuse({ code: 'email-taken', field: 'email' });
    await updatePerson(tx, actor.personId, { email });
    await closeResets(tx, actor.personId, app.clock.now());
    await auditOwn(tx, app, actor, { act: 'account-changed', what: 'email' });
    return ok(null);
  });
}

/** Changes the password for somebody who knows the old one; every session but the current one ends. */
export async function changePassword(
  app: App,
  actor: SignedIn,
  input: { current: string; next: string; sessionId: string },
): Promise<Result<null>> {
  const problem = checkPassword(input.next, actor.login);
  if (problem) return refuse({ ...problem, field: 'newPassword' });
  const current = { password: input.current, field: 'currentPassword' };
  const proven = await provePassword(app, actor, current);
  if (!proven.ok) return proven;
  const passwordHash = await app.passwords.hash(input.next);
  await app.db.write(async (tx) => {
    await updatePerson(tx, actor.personId, { passwordHash });
    await deleteOtherSessions(tx, actor.personId, app.hash(input.sessionId));
    await closeResets(tx, actor.personId, app.clock.now());
    await auditOwn(tx, app, actor, { act: 'password-changed', what: 'password' });
  });
  return ok(null);
}

/** Guessing here counts like guessing at the sign-in page: an open session must not become a way round it. */
async function provePassword(
  app: App,
  actor: SignedIn,
  { password, field }: { password: string; field: string },
): Promise<Result<null>> {
  const key = `sign-in-login:${actor.login}`;
  const wait = await takeAttempts(app, [key]);
  if (!wait.ok) return wait;
  const stored = await findPasswordHash(app.db.read, actor.personId);
  if (stored === undefined) return refuse({ code: 'not-found' });
  if (!(await app.passwords.verify(password, stored)))
    return refuse({ code: 'password-wrong', field });
  await app.signInThrottle.forgive(key);
  return ok(null);
}

async function auditOwn(
  tx: Parameters<typeof writeAudit>[0],
  app: App,
  actor: SignedIn,
  { act, what }: { act: 'account-changed' | 'password-changed'; what: string },
): Promise<void> {
  const subject = `person:${actor.personId}`;
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId: actor.personId,
    act,
    subject,
    detail: { what },
  });
}
