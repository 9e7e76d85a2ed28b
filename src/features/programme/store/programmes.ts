import { and, asc, count, desc, eq, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { programme, programmeChange } from '#db/schema/programme.ts';
import type { Instant } from '#kernel/date.ts';
import type { Locale } from '#kernel/text.ts';
import { type Programme, type ProgrammeBody, readBody, writeBody } from '../programme.ts';

export type ChangeAct = 'carried-over' | 'created' | 'changed' | 'retired' | 'restored';
/** What a change of a programme leaves behind. */
export type StoredChange = {
  readonly id: string;
  readonly programmeId: string;
  readonly revision: number;
  readonly at: Instant;
  /** Null for what the product did itself. */
  readonly actorId: string | null;
  readonly act: ChangeAct;
  readonly why: string;
  readonly body: ProgrammeBody;
};
export type ProgrammeFilter = { readonly search: string; readonly isRetired: boolean };

export async function findProgramme(db: Reader | Tx, id: string): Promise<Programme | undefined> {
  const row = await db.select().from(programme).where(eq(programme.id, id)).get();
  return row && toProgramme(row);
}

/** All that anybody may be asked for. */
export async function listInUse(db: Reader): Promise<Programme[]> {
  const rows = await db.select().from(programme).where(isNull(programme.retiredAt));
  return rows.map(toProgramme);
}

/** A text that changes whenever a programme does. */
export async function stampOf(db: Reader): Promise<string> {
  const row = await db
    .select({
      n: count(),
      revisions: sql<number>`total(${programme.revision})`,
      derived: sql<number>`total(${programme.derivedRevision})`,
    })
    .from(programme)
    .get();
  return `${row?.n} ${row?.revisions} ${row?.derived}`;
}

/** Programmes whose people have still to be worked out. */
export async function listUnderived(db: Reader): Promise<Programme[]> {
  const rows = await db
    .select()
    .from(programme)
    .where(ne(programme.revision, programme.derivedRevision));
  return rows.map(toProgramme);
}

/** By id, retired ones included; one bound value however many ids. */
export async function listByIds(db: Reader | Tx, ids: readonly string[]): Promise<Programme[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select()
    .from(programme)
    .where(sql`${programme.id} in (select value from json_each(${JSON.stringify(ids)}))`);
  return rows.map(toProgramme);
}

export async function listMatching(
  db: Reader,
  filter: ProgrammeFilter,
  window: { locale: Locale; offset: number; limit: number },
): Promise<Programme[]> {
  const rows = await db
    .select()
    .from(programme)
    .where(matches(filter))
    .orderBy(asc(window.locale === 'ko' ? programme.nameKo : programme.nameEn), asc(programme.id))
    .limit(window.limit)
    .offset(window.offset);
  return rows.map(toProgramme);
}

export async function countMatching(db: Reader, filter: ProgrammeFilter): Promise<number> {
  const row = await db.select({ n: count() }).from(programme).where(matches(filter)).get();
  return row?.n ?? 0;
}

export async function insertProgramme(tx: Tx, { body, ...row }: Programme): Promise<void> {
  await tx.insert(programme).values({ ...row, ...columnsOf(body) });
}

export async function updateProgramme(tx: Tx, { id, body, ...row }: Programme): Promise<void> {
  await tx
    .update(programme)
    .set({ ...row, ...columnsOf(body) })
    .where(eq(programme.id, id));
}

/** Notes that everybody has been worked out for a revision; not when it has been changed since. */
export async function updateDerived(tx: Tx, id: string, revision: number): Promise<void> {
  await tx
    .update(programme)
    .set({ derivedRevision: revision })
    .where(and(eq(programme.id, id), eq(programme.revision, revision)));
}

export async function insertChange(tx: Tx, { body, ...row }: StoredChange): Promise<void> {
  await tx.insert(programmeChange).values({ ...row, body: writeBody(body) });
}

export async function findChange(tx: Tx, id: string): Promise<StoredChange | undefined> {
  const row = await tx.select().from(programmeChange).where(eq(programmeChange.id, id)).get();
  return row && toChange(row);
}

/** Newest first. */
export async function listChanges(
  db: Reader,
  programmeId: string,
  limit: number,
): Promise<StoredChange[]> {
  const rows = await db
    .select()
    .from(programmeChange)
    .where(eq(programmeChange.programmeId, programmeId))
    .orderBy(desc(programmeChange.revision))
    .limit(limit);
  return rows.map(toChange);
}

function matches({ search, isRetired }: ProgrammeFilter): SQL | undefined {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const found = or(
    sql`${programme.nameKo} like ${pattern} escape '\\'`,
    sql`${programme.nameEn} like ${pattern} escape '\\'`,
  );
  return and(
    isRetired ? isNotNull(programme.retiredAt) : isNull(programme.retiredAt),
    search === '' ? undefined : found,
  );
}

function columnsOf(body: ProgrammeBody) {
  return { nameKo: body.name.ko, nameEn: body.name.en, body: writeBody(body) };
}

function toProgramme(row: typeof programme.$inferSelect): Programme {
  const { id, revision, changedAt, retiredAt, derivedRevision } = row;
  return { id, revision, changedAt, retiredAt, derivedRevision, body: readBody(row.body) };
}

function toChange(row: typeof programmeChange.$inferSelect): StoredChange {
  // Written by insertChange or the migration.
  return { ...row, act: row.act as ChangeAct, body: readBody(row.body) };
}
