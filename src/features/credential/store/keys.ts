import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { issuerKey } from '#db/schema/credential.ts';
import type { Instant } from '#kernel/date.ts';
import type { KeyKind } from '#kernel/ports.ts';
import type { KnownKey } from '../issuer.ts';

export type StoredKey = KnownKey & { readonly sealed: string | null };

export async function findKeyInUse(
  db: Reader | Tx,
  issuer: string,
  kind: KeyKind,
): Promise<StoredKey | undefined> {
  const inUse = slotOf(issuer, kind);
  const row = await db.select().from(issuerKey).where(eq(issuerKey.inUse, inUse)).get();
  return row && toKey(row);
}

export async function findKey(db: Reader | Tx, id: string): Promise<StoredKey | undefined> {
  const row = await db.select().from(issuerKey).where(eq(issuerKey.id, id)).get();
  return row && toKey(row);
}

export async function findKeyAt(db: Reader, url: string): Promise<StoredKey | undefined> {
  const row = await db.select().from(issuerKey).where(eq(issuerKey.url, url)).get();
  return row && toKey(row);
}

/** Newest first. */
export async function listKeys(db: Reader): Promise<StoredKey[]> {
  return (await db.select().from(issuerKey).orderBy(desc(issuerKey.madeAt))).map(toKey);
}

/** Says whether it was kept: another process may have made one in the same moment. */
export async function insertKey(
  tx: Tx,
  key: Pick<StoredKey, 'id' | 'url' | 'issuer' | 'kind' | 'publicKey' | 'sealed' | 'madeAt'>,
): Promise<boolean> {
  const kept = await tx
    .insert(issuerKey)
    .values({ ...key, inUse: slotOf(key.issuer, key.kind) })
    .onConflictDoNothing()
    .returning({ id: issuerKey.id });
  return kept.length === 1;
}

/** From here on nothing is signed with it. Its private half goes. */
export async function retireKey(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx
    .update(issuerKey)
    .set({ inUse: null, sealed: null, retiredAt: at })
    .where(and(eq(issuerKey.id, id), isNull(issuerKey.retiredAt)));
}

export async function updateWithdrawn(tx: Tx, id: string, from: Instant): Promise<void> {
  await tx.update(issuerKey).set({ withdrawnFrom: from }).where(eq(issuerKey.id, id));
}

function slotOf(issuer: string, kind: KeyKind): string {
  return `${issuer} ${kind}`;
}

function toKey({ kind, ...row }: typeof issuerKey.$inferSelect): StoredKey {
  return { ...row, kind: kind as KeyKind }; // Written by insertKey.
}
