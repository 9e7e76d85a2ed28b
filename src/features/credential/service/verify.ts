import type { App, Notary } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { GIVEN_MAX, type Given, isSameAs, readGiven, type Says } from '../given.ts';
import type { KnownKey } from '../issuer.ts';
import type { RevokedFor } from '../status.ts';
import { type CredentialRow, findBytes, findCredential } from '../store/credentials.ts';
import { type Findings, judge, type Step, type Verdict } from '../verdict.ts';
import { keyAt, publicKeys } from './keys.ts';

export type VerifyingApp = App & { readonly notary: Notary };

export type Verified = {
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
  /** What it tells; null where that is not to be believed. */
  readonly says: Says | null;
  readonly revoked: { readonly on: number; readonly for: RevokedFor } | null;
  readonly id: string | null;
};

/**
 * Checks a certificate somebody shows us, whoever they are, with our own keys and register. No address in it is ever
 * fetched. What it tells is given back only when the signature stands behind it.
 */
export async function verifyGiven(app: VerifyingApp, typed: string): Promise<Verified> {
  const given = readGiven(typed);
  if (given === 'unreadable' || given === 'foreign')
    return verified(app, { form: given }, { says: null });
  const key = await keyAt(app, given.keyUrl);
  if (key === null) return verified(app, await aboutUnknownKey(app, given), { says: null });
  const form = 'ours';
  if (key.issuer !== given.issuer) return verified(app, { form, isOurs: false }, { says: null });
  const isProved = await proves(app, given, key);
  if (!isProved) return verified(app, { form, isOurs: true, key, isProved }, { says: null });
  const row = await findCredential(app.db.read, given.id);
  const bytes = await findBytes(app.db.read, given.id);
  const register = bytes === undefined ? 'missing' : isSameAs(given, bytes) ? 'same' : 'other';
  const found = { form, isOurs: true, key, isProved, register, ...timesOf(row) } as const;
  return verified(app, found, { says: register === 'same' ? given.says : null, row });
}

/** The same for somebody at an address of the network who is not signed in: not too much, and not too often. */
export async function checkForStranger(
  app: VerifyingApp,
  { text, address }: { text: string; address: string },
): Promise<Result<Verified>> {
  const field = 'certificate';
  if (text.trim() === '') return refuse({ code: 'credential-given-missing', field });
  if (text.length > GIVEN_MAX) return refuse({ code: 'credential-given-long', field });
  const wait = await app.signInThrottle.take(`verify-address:${address}`);
  if (wait > 0)
    return refuse({ code: 'too-many-tries', values: { minutes: Math.ceil(wait / 60) } });
  return ok(await verifyGiven(app, text));
}

/**
 * Checks one of our own by its address: both of its signed forms, as they are kept. Null when there is none. Of one that its
 * owner gave up nothing is told but that.
 */
export async function verifyStored(app: VerifyingApp, id: string): Promise<Verified | null> {
  const bytes = await findBytes(app.db.read, id);
  if (bytes === undefined) return null;
  const json = await verifyGiven(app, bytes.json);
  if (json.revoked?.for === 'owner') return { ...json, says: null };
  return json.verdict === 'valid' ? verifyGiven(app, bytes.jwt) : json;
}

/** Who names us as the issuer but a key we never had is told apart from another issuer. */
async function aboutUnknownKey(app: VerifyingApp, { issuer }: Given): Promise<Findings> {
  const keys = await publicKeys(app);
  return { form: 'ours', isOurs: keys.some((key) => key.issuer === issuer), key: null };
}

function proves(app: VerifyingApp, given: Given, key: KnownKey): Promise<boolean> {
  switch (given.format) {
    case 'json':
      return key.kind === 'Ed25519'
        ? app.notary.isProved(given.document, key)
        : Promise.resolve(false);
    case 'jwt':
      return key.kind === 'RS256' ? app.notary.isSigned(given.text, key) : Promise.resolve(false);
  }
}

function timesOf(row: CredentialRow | undefined): Partial<Findings> {
  if (row === undefined) return {};
  const { issuedAt, validUntil, revokedAt, revokedFor } = row;
  return { issuedAt, validUntil, revoked: revokedAt === null ? null : (revokedFor ?? 'issuer') };
}

function verified(
  app: VerifyingApp,
  found: Findings,
  { says, row }: { says: Says | null; row?: CredentialRow | undefined },
): Verified {
  const { verdict, steps } = judge(found, app.clock.now());
  const isRevoked = row !== undefined && row.revokedAt !== null && says !== null;
  // Whether its person may have another one is nobody else's business.
  const reason = row?.revokedFor === 'barred' ? 'issuer' : (row?.revokedFor ?? 'issuer');
  const revoked = isRevoked ? { on: row.revokedAt ?? 0, for: reason } : null;
  return { verdict, steps, says, revoked, id: says === null ? null : (row?.id ?? null) };
}
