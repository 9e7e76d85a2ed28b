import type { Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import { queueMessage } from '#features/notify/service.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { RESET_MS } from '../limits.ts';
import { foldLogin } from '../login.ts';
import { checkPassword } from '../password.ts';
import { type Person, readPerson } from '../person.ts';
import { findByLoginOrEmail, findPerson, updatePerson } from '../store/people.ts';
import {
  closeResets,
  deleteResetsExpiredBy,
  findReset,
  insertReset,
  type ResetRow,
} from '../store/resets.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { takeAttempts } from './throttling.ts';

export type ResetLink = { readonly path: string; readonly expiresAt: Instant };

/**
 * Mails a link for a new password to whoever has this login or address, if there is such a person and they gave an
 * address. The answer is the same in every case.
 */
export async function requestReset(
  app: App,
  { login: typed, address }: { login: string; address: string },
): Promise<Result<null>> {
  const word = foldLogin(typed);
  if (word === '') return refuse({ code: 'login-required', field: 'login' });
  const wait = await takeAttempts(app, [`forgot-login:${word}`, `forgot-address:${address}`]);
  if (!wait.ok) return wait;
  const row = await findByLoginOrEmail(app.db.read, word);
  const token = app.newSecret();
  await app.db.write(async (tx) => {
    await writeAudit(tx, {
      at: app.clock.now(),
      actorId: null,
      act: 'reset-requested',
      subject: row ? `person:${row.id}` : 'nobody',
      detail: { address },
    });
    if (row) await mailReset(tx, app, readPerson(row), token);
  });
  return ok(null);
}

/** A link for an administrator to hand over in person, for people without an e-mail address. */
export async function issueReset(
  app: App,
  actor: Actor,
  personId: string,
): Promise<Result<ResetLink>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const token = app.newSecret();
  return app.db.write(async (tx) => {
    const row = await findPerson(tx, personId);
    if (row === undefined || row.closedAt !== null) return refuse({ code: 'not-found' });
    const subject = `person:${personId}`;
    const actorId = actor.personId;
    await writeAudit(tx, {
      at: app.clock.now(),
      actorId,
      act: 'reset-issued',
      subject,
      detail: {},
    });
    return ok(await storeReset(tx, app, readPerson(row), token));
  });
}

/** Whose password a link changes; refused alike for a link that is unknown, used or too old. */
export async function viewReset(app: App, token: string): Promise<Result<{ login: string }>> {
  const found = await findUsable(app.db.read, app, token);
  return found.ok ? ok({ login: found.value.login }) : found;
}

/** Sets a new password by link, once, and ends every session of the person. */
export async function resetPassword(
  app: App,
  { token, password }: { token: string; password: string },
): Promise<Result<{ login: string }>> {
  const seen = await viewReset(app, token);
  if (!seen.ok) return seen;
  const problem = checkPassword(password, seen.value.login);
  if (problem) return refuse(problem);
  const passwordHash = await app.passwords.hash(password);
  return app.db.write(async (tx) => {
    const found = await findUsable(tx, app, token);
    if (!found.ok) return found;
    const { personId, login } = found.value;
    const at = app.clock.now();
    await updatePerson(tx, personId, { passwordHash });
    await closeResets(tx, personId, at);
    await deleteSessionsOf(tx, personId);
    const subject = `person:${personId}`;
    await writeAudit(tx, { at, actorId: personId, act: 'password-reset', subject, detail: {} });
    return ok({ login });
  });
}

/** Removes reset links that have run out. */
export async function purgeResets(app: App): Promise<void> {
  await app.db.write((tx) => deleteResetsExpiredBy(tx, app.clock.now()));
}

async function findUsable(
  reader: App['db']['read'] | Tx,
  app: App,
  token: string,
): Promise<Result<Person>> {
  const reset = await findReset(reader, app.hash(token));
  if (reset === undefined || !isUsable(reset, app.clock.now()))
    return refuse({ code: 'reset-invalid' });
  const row = await findPerson(reader, reset.personId);
  if (row === undefined || row.closedAt !== null) return refuse({ code: 'reset-invalid' });
  return ok(readPerson(row));
}

function isUsable({ usedAt, expiresAt }: ResetRow, now: Instant): boolean {
  return usedAt === null && now < expiresAt;
}

async function mailReset(tx: Tx, app: App, person: Person, token: string): Promise<void> {
  if (person.email === null) return;
  const { path, expiresAt } = await storeReset(tx, app, person, token);
  await queueMessage(tx, app, {
    address: person.email,
    locale: person.locale,
    template: 'password-reset',
    params: { name: person.name, path, expiresAt },
  });
}

async function storeReset(tx: Tx, app: App, person: Person, token: string): Promise<ResetLink> {
  const createdAt = app.clock.now();
  const expiresAt = createdAt + RESET_MS;
  const { personId, locale } = person;
  await insertReset(tx, { tokenHash: app.hash(token), personId, createdAt, expiresAt });
  return { path: `/${locale}/reset/${token}`, expiresAt };
}
