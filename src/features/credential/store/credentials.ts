import { and, count, desc, eq, isNotNull, isNull, like, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { credential, credentialStatusList } from '#db/schema/credential.ts';
import type { Instant } from '#kernel/date.ts';
import type { Text } from '#kernel/text.ts';
import type { AchievementName } from '../achievement.ts';
import type { Place } from '../badge.ts';
import type { RevokedFor } from '../status.ts';

/** What is told of a certificate without its signed bytes. */
export type CredentialRow = AchievementName & {
  readonly id: string;
  readonly personId: string;
  readonly name: Text;
  readonly recipient: string;
  readonly earnedAt: Instant;
  readonly issuedAt: Instant;
  readonly validUntil: Instant | null;
  readonly revokedAt: Instant | null;
  readonly revokedFor: RevokedFor | null;
  readonly revokedWhy: string | null;
};
export type SignedBytes = { readonly json: string; readonly jwt: string };
type NewCredential = Omit<CredentialRow, 'revokedAt' | 'revokedFor' | 'revokedWhy'> &
  SignedBytes & { readonly eventId: string; readonly place: Place };

const told = {
  id: credential.id,
  personId: credential.personId,
  key: credential.achievement,
  period: credential.period,
  nameKo: credential.nameKo,
  nameEn: credential.nameEn,
  recipient: credential.recipient,
  earnedAt: credential.earnedAt,
  issuedAt: credential.issuedAt,
  validUntil: credential.validUntil,
  revokedAt: credential.revokedAt,
  revokedFor: credential.revokedFor,
  revokedWhy: credential.revokedWhy,
};

export async function findCredential(
  db: Reader | Tx,
  id: string,
): Promise<CredentialRow | undefined> {
  const row = await db.select(told).from(credential).where(eq(credential.id, id)).get();
  return row && toRow(row);
}

export async function findByEvent(
  db: Reader | Tx,
  eventId: string,
): Promise<CredentialRow | undefined> {
  const row = await db.select(told).from(credential).where(eq(credential.eventId, eventId)).get();
  return row && toRow(row);
}

/** The one of a person for an achievement that is not revoked. */
export async function findStanding(
  db: Reader | Tx,
  personId: string,
  { key, period }: AchievementName,
): Promise<CredentialRow | undefined> {
  const row = await db
    .select(told)
    .from(credential)
    .where(
      and(
        eq(credential.personId, personId),
        eq(credential.achievement, key),
        eq(credential.period, period),
        isNull(credential.revokedAt),
      ),
    )
    .orderBy(desc(credential.issuedAt))
    .get();
  return row && toRow(row);
}

export async function findBytes(db: Reader, id: string): Promise<SignedBytes | undefined> {
  return db
    .select({ json: credential.json, jwt: credential.jwt })
    .from(credential)
    .where(eq(credential.id, id))
    .get();
}

/** Newest first. */
export async function listOfPerson(db: Reader, personId: string): Promise<CredentialRow[]> {
  const rows = await db
    .select(told)
    .from(credential)
    .where(eq(credential.personId, personId))
    .orderBy(desc(credential.issuedAt), desc(credential.id));
  return rows.map(toRow);
}

/** Newest first; those whose recipient or name contains the words, or all. */
export async function listCredentials(
  db: Reader,
  { words, offset, limit }: { words: string; offset: number; limit: number },
): Promise<CredentialRow[]> {
  const rows = await db
    .select(told)
    .from(credential)
    .where(contains(words))
    .orderBy(desc(credential.issuedAt), desc(credential.id))
    .limit(limit)
    .offset(offset);
  return rows.map(toRow);
}

export async function countCredentials(db: Reader, words: string): Promise<number> {
  const row = await db.select({ n: count() }).from(credential).where(contains(words)).get();
  return row?.n ?? 0;
}

/** Says whether it was kept; not where its form, its achievement or its place in the list is taken. */
export async function insertCredential(tx: Tx, row: NewCredential): Promise<boolean> {
  const { key, name, place, ...rest } = row;
  const kept = await tx
    .insert(credential)
    .values({
      ...rest,
      achievement: key,
      nameKo: name.ko,
      nameEn: name.en,
      statusList: place.list,
      statusIndex: place.index,
      standsFor: `${row.personId} ${key} ${row.period}`,
    })
    .onConflictDoNothing()
    .returning({ id: credential.id });
  return kept.length === 1;
}

/** Whether a place in a list is given away or a form was answered already. */
export async function isTaken(
  tx: Tx,
  { place, eventId }: { place: Place; eventId: string },
): Promise<boolean> {
  const inList = eq(credential.statusList, place.list);
  const atPlace = and(inList, eq(credential.statusIndex, place.index));
  const row = await tx
    .select({ id: credential.id })
    .from(credential)
    .where(or(atPlace, eq(credential.eventId, eventId)))
    .get();
  return row !== undefined;
}

/** Whether the organisation took one back and wants no new one made of that achievement. */
export async function isBarred(
  db: Reader | Tx,
  personId: string,
  { key, period }: AchievementName,
): Promise<boolean> {
  const row = await db
    .select({ id: credential.id })
    .from(credential)
    .where(
      and(
        eq(credential.personId, personId),
        eq(credential.achievement, key),
        eq(credential.period, period),
        eq(credential.revokedFor, 'barred'),
      ),
    )
    .get();
  return row !== undefined;
}

/** A new one may be made in the place of one that was taken back. */
export async function updateAllowed(tx: Tx, id: string): Promise<void> {
  const barred = and(eq(credential.id, id), eq(credential.revokedFor, 'barred'));
  await tx.update(credential).set({ revokedFor: 'issuer' }).where(barred);
}

export async function revokeCredential(
  tx: Tx,
  id: string,
  revoked: { revokedAt: Instant; revokedBy: string; revokedFor: RevokedFor; revokedWhy: string },
): Promise<void> {
  await tx
    .update(credential)
    .set({ ...revoked, standsFor: null })
    .where(and(eq(credential.id, id), isNull(credential.revokedAt)));
}

/** The last list that was begun and how many entries it has; the first one is there from the start. */
export async function lastList(db: Reader): Promise<{ list: number; entries: number }> {
  const row = await db
    .select({ list: credential.statusList, entries: count() })
    .from(credential)
    .groupBy(credential.statusList)
    .orderBy(desc(credential.statusList))
    .limit(1)
    .get();
  return row ?? { list: 1, entries: 0 };
}

/** The places of a list that are revoked. */
export async function listRevoked(db: Reader, list: number): Promise<number[]> {
  const rows = await db
    .select({ index: credential.statusIndex })
    .from(credential)
    .where(and(eq(credential.statusList, list), isNotNull(credential.revokedAt)));
  return rows.map(({ index }) => index);
}

export type KeptList = Omit<typeof credentialStatusList.$inferSelect, 'madeAt'> & {
  readonly madeAt: Instant;
};

export async function findKeptList(
  db: Reader,
  issuer: string,
  list: number,
): Promise<KeptList | undefined> {
  const { issuer: by, list: number } = credentialStatusList;
  return db
    .select()
    .from(credentialStatusList)
    .where(and(eq(by, issuer), eq(number, list)))
    .get();
}

/** Never puts an older state in the place of a newer one. */
export async function saveList(tx: Tx, kept: KeptList): Promise<void> {
  const { issuer, list } = credentialStatusList;
  await tx
    .insert(credentialStatusList)
    .values(kept)
    .onConflictDoUpdate({
      target: [issuer, list],
      set: kept,
      setWhere: sql`${credentialStatusList.revoked} <= ${kept.revoked}`,
    });
}

function contains(words: string): SQL | undefined {
  if (words === '') return undefined;
  const pattern = `%${words.replaceAll(/[%_]/g, '')}%`;
  return or(
    like(credential.recipient, pattern),
    like(credential.nameKo, pattern),
    like(credential.nameEn, pattern),
  );
}

type Told = Pick<typeof credential.$inferSelect, Exclude<keyof typeof told, 'key'>> & {
  readonly key: string;
};

function toRow({ nameKo, nameEn, revokedFor, ...row }: Told): CredentialRow {
  // Written by revokeCredential.
  return { ...row, name: { ko: nameKo, en: nameEn }, revokedFor: revokedFor as RevokedFor | null };
}
