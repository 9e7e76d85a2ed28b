import type { App } from '#kernel/ports.ts';
import { addressesAt } from '../issuer.ts';
import { LIST_LENGTH, statusListOf } from '../status.ts';
import {
  findBytes,
  findCredential,
  findKeptList,
  lastList,
  listRevoked,
  type SignedBytes,
  saveList,
} from '../store/credentials.ts';
import { type SigningApp, signingKeys } from './keys.ts';

/**
 * A certificate as it was signed, for whoever has its address. A revoked one too, for its status says so; but what its owner
 * gave up is `gone`: they no longer want their name at a public address.
 */
export async function signedBytes(
  app: Pick<App, 'db'>,
  id: string,
): Promise<SignedBytes | 'gone' | null> {
  const row = await findCredential(app.db.read, id);
  if (row?.revokedFor === 'owner') return 'gone';
  return (await findBytes(app.db.read, id)) ?? null;
}

/**
 * The signed list that says which certificates are revoked; null for a list nobody has begun. It is signed again when one
 * more is revoked and when the key is another; meanwhile what was signed is given out.
 */
export async function statusList(app: SigningApp, list: number): Promise<string | null> {
  const { read } = app.db;
  if (list < 1 || list > (await lastList(read)).list) return null;
  const { issuer } = addressesAt(app.issuer.origin);
  const revoked = await listRevoked(read, list);
  const { Ed25519: key } = await signingKeys(app);
  const kept = await findKeptList(read, issuer, list);
  if (kept?.revoked === revoked.length && kept.signedWith === key.id) return kept.body;
  const at = app.clock.now();
  const bits = await app.notary.encodeBits(LIST_LENGTH, revoked);
  const body = await app.notary.proveJson(statusListOf(app, { list, bits, at }), key, at);
  const made = { revoked: revoked.length, signedWith: key.id, madeAt: at, body };
  await app.db.write((tx) => saveList(tx, { issuer, list, ...made }));
  return body;
}
