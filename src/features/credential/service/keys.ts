import { writeAudit } from '#features/audit/service.ts';
import type { Instant } from '#kernel/date.ts';
import { type App, KEY_KINDS, type KeyKind, type KeyPair, type Notary } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { addressesAt, type KnownKey, type WithIssuer } from '../issuer.ts';
import {
  findKey,
  findKeyAt,
  findKeyInUse,
  insertKey,
  listKeys,
  retireKey,
  type StoredKey,
  updateWithdrawn,
} from '../store/keys.ts';

export type SigningApp = App & WithIssuer & { readonly notary: Notary };
export type SigningKeys = Readonly<Record<KeyKind, KeyPair & { readonly id: string }>>;

/**
 * The pair to sign with, made when there is none: at the first start, after a change of address, and when the secret that
 * opens the private half is lost. Old public halves stay, so what they signed stays checkable.
 */
export async function signingKeys(app: SigningApp): Promise<SigningKeys> {
  return { Ed25519: await keyInUse(app, 'Ed25519'), RS256: await keyInUse(app, 'RS256') };
}

async function keyInUse(app: SigningApp, kind: KeyKind): Promise<SigningKeys[KeyKind]> {
  const { issuer } = addressesAt(app.issuer.origin);
  const found = await findKeyInUse(app.db.read, issuer, kind);
  if (found && canSign(app, found)) return found;
  await replaceKey(app, kind, found);
  const made = await findKeyInUse(app.db.read, issuer, kind);
  if (made && canSign(app, made)) return made;
  throw new Error(`there is no ${kind} key to sign with, and none could be made`);
}

type Opened = StoredKey & { readonly sealed: string };

function canSign({ notary }: SigningApp, key: StoredKey): key is Opened {
  return key.sealed !== null && notary.canOpen(key.sealed);
}

/** Makes a key in the place of one. Of two processes that do so at once, one keeps its key. */
async function replaceKey(app: SigningApp, kind: KeyKind, old?: StoredKey): Promise<void> {
  const { publicKey, sealed } = await app.notary.makeKey(kind);
  const at = addressesAt(app.issuer.origin);
  const id = app.hash(publicKey).slice(0, 16);
  const now = app.clock.now();
  const key = { id, url: at.key(id), issuer: at.issuer, kind, publicKey, sealed, madeAt: now };
  await app.db.write(async (tx) => {
    if (old) await retireKey(tx, old.id, now);
    if (!(await insertKey(tx, key))) return;
    const entry = { at: now, actorId: null, act: 'issuer-key-made', subject: `key:${id}` } as const;
    await writeAudit(tx, { ...entry, detail: { kind } });
  });
}

/** A new pair from this moment on; answers the ids. What the old ones signed stays good. */
export async function rotateKeys(app: SigningApp): Promise<string[]> {
  const { issuer } = addressesAt(app.issuer.origin);
  for (const kind of KEY_KINDS) {
    await replaceKey(app, kind, await findKeyInUse(app.db.read, issuer, kind));
  }
  return Object.values(await signingKeys(app)).map(({ id }) => id);
}

/**
 * Somebody else may have had a key: nothing that was signed with it from that moment on is believed, and another one takes
 * its place. For the operator at the command line.
 */
export async function withdrawKey(
  app: SigningApp,
  { id, from }: { id: string; from: Instant },
): Promise<Result<KnownKey>> {
  const key = await findKey(app.db.read, id);
  if (key === undefined) return refuse({ code: 'not-found' });
  const now = app.clock.now();
  const detail = { from: new Date(from).toISOString() };
  await app.db.write(async (tx) => {
    await updateWithdrawn(tx, id, from);
    await retireKey(tx, id, now);
    const act = 'issuer-key-withdrawn';
    await writeAudit(tx, { at: now, actorId: null, act, subject: `key:${id}`, detail });
  });
  await signingKeys(app);
  return ok({ ...withoutSecret(key), withdrawnFrom: from });
}

/** Every key there ever was, without its private half. */
export async function publicKeys(app: Pick<App, 'db'>): Promise<KnownKey[]> {
  return (await listKeys(app.db.read)).map(withoutSecret);
}

export async function publicKey(app: Pick<App, 'db'>, id: string): Promise<KnownKey | null> {
  const key = await findKey(app.db.read, id);
  return key ? withoutSecret(key) : null;
}

export async function keyAt(app: Pick<App, 'db'>, url: string): Promise<KnownKey | null> {
  const key = await findKeyAt(app.db.read, url);
  return key ? withoutSecret(key) : null;
}

function withoutSecret(key: StoredKey): KnownKey {
  const { id, url, issuer, kind, publicKey, madeAt, retiredAt, withdrawnFrom } = key;
  return { id, url, issuer, kind, publicKey, madeAt, retiredAt, withdrawnFrom };
}
