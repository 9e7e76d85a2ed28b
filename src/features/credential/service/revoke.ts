import { writeAudit } from '#features/audit/service.ts';
import { tell } from '#features/notify/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { readGiven, type Says } from '../given.ts';
import type { RevokedFor } from '../status.ts';
import {
  type CredentialRow,
  countCredentials,
  findBytes,
  findCredential,
  listCredentials,
  listOfPerson,
  revokeCredential,
  updateAllowed,
} from '../store/credentials.ts';

export const CREDENTIALS_PAGE = 50;
export const WHY_MAX = 500;

/** All certificates a person has or had, the newest first. */
export async function ownCredentials(
  app: Pick<App, 'db'>,
  { personId }: Actor,
): Promise<CredentialRow[]> {
  return listOfPerson(app.db.read, personId);
}

/** One certificate for the person it was made for. */
export async function viewOwnCredential(
  app: Pick<App, 'db'>,
  actor: Actor,
  id: string,
): Promise<Result<CredentialRow>> {
  const found = await findCredential(app.db.read, id);
  return found && found.personId === actor.personId ? ok(found) : refuse({ code: 'not-found' });
}

/** The same with what was signed, for showing and printing it. */
export async function readOwnCredential(
  app: Pick<App, 'db'>,
  actor: Actor,
  id: string,
): Promise<Result<{ row: CredentialRow; says: Says }>> {
  const row = await viewOwnCredential(app, actor, id);
  const bytes = await findBytes(app.db.read, id);
  if (!row.ok || bytes === undefined) return refuse({ code: 'not-found' });
  const given = readGiven(bytes.json);
  if (typeof given === 'string') throw new Error(`the certificate ${id} cannot be read`);
  return ok({ row: row.value, says: given.says });
}

/** The person no longer wants their certificate to count. It stays in the list and says so to whoever asks. */
export async function withdrawCredential(
  app: App,
  actor: Actor,
  id: string,
): Promise<Result<'revoked' | 'already-there'>> {
  const found = await viewOwnCredential(app, actor, id);
  if (!found.ok) return found;
  return revoke(app, actor, { row: found.value, revokedFor: 'owner', why: '' });
}

/**
 * The organisation takes a certificate back, with a reason that its person reads. Revoking cannot be undone (W3C); whether the
 * person may have a new one of the same learning is for the organisation to say, then or later.
 */
export async function takeBack(
  app: App,
  actor: Actor,
  { id, why, as }: { id: string; why: string; as: 'issuer' | 'barred' },
): Promise<Result<'revoked' | 'already-there'>> {
  if (!may(actor, 'manage-credentials')) return refuse({ code: 'not-allowed' });
  const row = await findCredential(app.db.read, id);
  if (row === undefined) return refuse({ code: 'not-found' });
  const reason = why.normalize('NFC').trim();
  if (reason === '') return refuse({ code: 'credential-why-missing', field: 'why' });
  if (reason.length > WHY_MAX)
    return refuse({ code: 'credential-why-long', field: 'why', values: { max: WHY_MAX } });
  return revoke(app, actor, { row, revokedFor: as, why: reason });
}

/** The person may have a new certificate after all. */
export async function allowAgain(
  app: App,
  actor: Actor,
  id: string,
): Promise<Result<'allowed' | 'already-there'>> {
  if (!may(actor, 'manage-credentials')) return refuse({ code: 'not-allowed' });
  const row = await findCredential(app.db.read, id);
  if (row === undefined) return refuse({ code: 'not-found' });
  if (row.revokedFor !== 'barred') return ok('already-there');
  const at = app.clock.now();
  const act = 'credential-allowed';
  await app.db.write(async (tx) => {
    await updateAllowed(tx, id);
    const detail = { person: row.personId };
    const entry = {
      at,
      actorId: actor.personId,
      act,
      subject: `credential:${id}`,
      detail,
    } as const;
    await writeAudit(tx, entry);
  });
  return ok('allowed');
}

/** A page of all certificates, the newest first, for administrators. */
export async function allCredentials(
  app: App,
  actor: Actor,
  { words, page }: { words: string; page: number },
): Promise<Result<{ rows: CredentialRow[]; total: number }>> {
  if (!may(actor, 'manage-credentials')) return refuse({ code: 'not-allowed' });
  const window = { words, offset: (page - 1) * CREDENTIALS_PAGE, limit: CREDENTIALS_PAGE };
  const rows = await listCredentials(app.db.read, window);
  return ok({ rows, total: await countCredentials(app.db.read, words) });
}

async function revoke(
  app: App,
  actor: Actor,
  {
    row,
    revokedFor,
    why,
  }: { row: CredentialRow; revokedFor: Exclude<RevokedFor, 'superseded'>; why: string },
): Promise<Result<'revoked' | 'already-there'>> {
  if (row.revokedAt !== null) return ok('already-there');
  const at = app.clock.now();
  const { personId: actorId } = actor;
  const act = revokedFor === 'owner' ? 'credential-withdrawn' : 'credential-revoked';
  await app.db.write(async (tx) => {
    await revokeCredential(tx, row.id, {
      revokedAt: at,
      revokedBy: actorId,
      revokedFor,
      revokedWhy: why,
    });
    const detail = { person: row.personId, ...(why !== '' && { why }) };
    if (revokedFor !== 'owner') {
      const path = `/my/certificates/${row.id}`;
      const { personId } = row;
      await tell(tx, app, [{ personId, kind: 'credential-revoked', values: {}, path }]);
    }
    await writeAudit(tx, { at, actorId, act, subject: `credential:${row.id}`, detail });
  });
  return ok('revoked');
}
