import { and, asc, count, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { position, positionChange } from '#db/schema/position.ts';
import type { Audience } from '#features/catalogue/course.ts';
import type { Instant } from '#kernel/date.ts';
import type { Locale } from '#kernel/text.ts';
import { type Position, type PositionBody, readBody, writeBody } from '../position.ts';

/** What a change of a position leaves behind. */
export type StoredChange = {
  readonly id: string;
  readonly positionId: string;
  readonly revision: number;
  readonly at: Instant;
  /** Null when it came with the content. */
  readonly actorId: string | null;
  readonly act: ChangeAct;
  readonly why: string;
  readonly body: PositionBody;
};
export type ChangeAct = 'loaded' | 'created' | 'changed' | 'retired' | 'restored';

export type PositionFilter = {
  readonly search: string;
  readonly audience: Audience | null;
  readonly isRetired: boolean;
};

export async function findPosition(db: Reader | Tx, id: string): Promise<Position | undefined> {
  const row = await db.select().from(position).where(eq(position.id, id)).get();
  return row && toPosition(row);
}

/** By id, in no order; one bound value however many ids. */
export async function listByIds(db: Reader | Tx, ids: readonly string[]): Promise<Position[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select()
    .from(position)
    .where(sql`${position.id} in (select value from json_each(${JSON.stringify(ids)}))`);
  return rows.map(toPosition);
}

export async function listMatching(
  db: Reader,
  filter: PositionFilter,
  window: { locale: Locale; offset: number; limit: number },
): Promise<Position[]> {
  const rows = await db
    .select()
    .from(position)
    .where(matches(filter))
    .orderBy(asc(window.locale === 'ko' ? position.nameKo : position.nameEn), asc(position.id))
    .limit(window.limit)
    .offset(window.offset);
  return rows.map(toPosition);
}

export async function countMatching(db: Reader, filter: PositionFilter): Promise<number> {
  const row = await db.select({ n: count() }).from(position).where(matches(filter)).get();
  return row?.n ?? 0;
}

/** Which of these ids the database has ever had. */
export async function listKnownIds(db: Reader | Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: position.id })
    .from(position)
    .where(sql`${position.id} in (select value from json_each(${JSON.stringify(ids)}))`);
  return new Set(rows.map(({ id }) => id));
}

export async function insertPosition(tx: Tx, { body, ...row }: Position): Promise<void> {
  await tx.insert(position).values({ ...row, ...columnsOf(body) });
}

export async function updatePosition(tx: Tx, { id, body, ...row }: Position): Promise<void> {
  await tx
    .update(position)
    .set({ ...row, ...columnsOf(body) })
    .where(eq(position.id, id));
}

export async function insertChange(tx: Tx, { body, ...row }: StoredChange): Promise<void> {
  await tx.insert(positionChange).values({ ...row, body: writeBody(body) });
}

export async function findChange(tx: Tx, id: string): Promise<StoredChange | undefined> {
  const row = await tx.select().from(positionChange).where(eq(positionChange.id, id)).get();
  return row && toChange(row);
}

/** Newest first. */
export async function listChanges(
  db: Reader,
  positionId: string,
  limit: number,
): Promise<StoredChange[]> {
  const rows = await db
    .select()
    .from(positionChange)
    .where(eq(positionChange.positionId, positionId))
    .orderBy(desc(positionChange.revision))
    .limit(limit);
  return rows.map(toChange);
}

function matches({ search, audience, isRetired }: PositionFilter): SQL | undefined {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const found = or(
    sql`${position.nameKo} like ${pattern} escape '\\'`,
    sql`${position.nameEn} like ${pattern} escape '\\'`,
  );
  return and(
    isRetired ? isNotNull(position.retiredAt) : isNull(position.retiredAt),
    audience === null ? undefined : eq(position.audience, audience),
    search === '' ? undefined : found,
  );
}

function columnsOf(body: PositionBody) {
  const { audience, name } = body;
  return { audience, nameKo: name.ko, nameEn: name.en, body: writeBody(body) };
}

function toPosition(row: typeof position.$inferSelect): Position {
  const { id, revision, changedAt, retiredAt } = row;
  return { id, revision, changedAt, retiredAt, body: readBody(row.body) };
}

function toChange(row: typeof positionChange.$inferSelect): StoredChange {
  // Written by insertChange.
  return { ...row, act: row.act as ChangeAct, body: readBody(row.body) };
}
