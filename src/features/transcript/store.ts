import { and, asc, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { person, unit } from '#db/schema/identity.ts';
import {
  transcriptHours,
  transcriptOutside,
  transcriptPublished,
  transcriptSetting,
  transcriptStale,
  transcriptWork,
} from '#db/schema/transcript.ts';
import type { Instant } from '#kernel/date.ts';
import { CATEGORIES, type Category, isCategory } from './category.ts';
import type { Outside } from './line.ts';
import type { PublishedSince } from './published.ts';
import type { YearTotal } from './totals.ts';

export async function listPublished(reader: Reader | Tx): Promise<PublishedSince[]> {
  const rows = await reader.select().from(transcriptPublished);
  return rows.map(({ nameKo, nameEn, category, ...row }) => {
    if (!isCategory(category)) throw new Error(`${row.objectId} has unknown category ${category}`);
    return { ...row, category, name: { ko: nameKo, en: nameEn } };
  });
}

export async function insertPublished(tx: Tx, rows: readonly PublishedSince[]): Promise<void> {
  for (const { name, ...row } of rows) {
    await tx
      .insert(transcriptPublished)
      .values({ ...row, nameKo: name.ko, nameEn: name.en })
      .onConflictDoNothing();
  }
}

export async function listOutside(reader: Reader | Tx, personId: string): Promise<Outside[]> {
  return reader
    .select({
      id: transcriptOutside.id,
      day: transcriptOutside.day,
      minutes: transcriptOutside.minutes,
      title: transcriptOutside.title,
      provider: transcriptOutside.provider,
      reviewerId: transcriptOutside.reviewerId,
    })
    .from(transcriptOutside)
    .where(and(eq(transcriptOutside.personId, personId), isNull(transcriptOutside.withdrawnAt)));
}

export type OutsideRow = Outside & { readonly personId: string; readonly recordedAt: Instant };

export async function insertOutside(tx: Tx, rows: readonly OutsideRow[]): Promise<void> {
  for (const row of rows) await tx.insert(transcriptOutside).values(row).onConflictDoNothing();
}

/** Takes entries back; answers whose they were. */
export async function withdrawOutside(
  tx: Tx,
  { ids, at }: { ids: readonly string[]; at: Instant },
): Promise<string[]> {
  const rows = await tx
    .update(transcriptOutside)
    .set({ withdrawnAt: at })
    .where(and(inArray(transcriptOutside.id, [...ids]), isNull(transcriptOutside.withdrawnAt)))
    .returning({ personId: transcriptOutside.personId });
  return rows.map(({ personId }) => personId);
}

export async function findSetting(reader: Reader | Tx): Promise<string | null> {
  const row = await reader
    .select({ body: transcriptSetting.body })
    .from(transcriptSetting)
    .orderBy(desc(transcriptSetting.at), desc(transcriptSetting.id))
    .limit(1)
    .get();
  return row?.body ?? null;
}

/** Whether it is new: a form sent twice is one setting. */
export async function insertSetting(
  tx: Tx,
  row: typeof transcriptSetting.$inferInsert,
): Promise<boolean> {
  const added = await tx
    .insert(transcriptSetting)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: transcriptSetting.id });
  return added.length === 1;
}

/** Puts the cached hours of somebody in the place of those before. */
export async function replaceHours(
  tx: Tx,
  personId: string,
  totals: readonly YearTotal[],
): Promise<void> {
  await tx.delete(transcriptHours).where(eq(transcriptHours.personId, personId));
  const rows = totals.flatMap(({ year, minutes }) =>
    CATEGORIES.filter((category) => minutes[category] > 0).map((category) => ({
      personId,
      year,
      category,
      minutes: minutes[category],
    })),
  );
  if (rows.length > 0) await tx.insert(transcriptHours).values(rows);
}

export async function markStale(tx: Tx, personIds: readonly string[]): Promise<void> {
  for (const personId of new Set(personIds)) {
    await tx.insert(transcriptStale).values({ personId }).onConflictDoNothing();
  }
}

export async function listStale(reader: Reader, limit: number): Promise<string[]> {
  const rows = await reader.select().from(transcriptStale).limit(limit);
  return rows.map(({ personId }) => personId);
}

export async function unmarkStale(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.delete(transcriptStale).where(inArray(transcriptStale.personId, [...personIds]));
}

export async function findDone(reader: Reader | Tx, name: string): Promise<number> {
  const row = await reader.select().from(transcriptWork).where(eq(transcriptWork.name, name)).get();
  return row?.done ?? 0;
}

export async function keepDone(tx: Tx, name: string, done: number): Promise<void> {
  await tx
    .insert(transcriptWork)
    .values({ name, done })
    .onConflictDoUpdate({ target: transcriptWork.name, set: { done } });
}

/** Forgets how far the cache has come, and marks everybody who has hours from anywhere but the record. */
export async function startOver(tx: Tx): Promise<void> {
  await tx.delete(transcriptWork);
  const cached = await tx.selectDistinct({ id: transcriptHours.personId }).from(transcriptHours);
  const outside = await tx
    .selectDistinct({ id: transcriptOutside.personId })
    .from(transcriptOutside);
  await markStale(
    tx,
    [...cached, ...outside].map(({ id }) => id),
  );
}

export async function listYears(reader: Reader): Promise<number[]> {
  const rows = await reader
    .selectDistinct({ year: transcriptHours.year })
    .from(transcriptHours)
    .orderBy(desc(transcriptHours.year));
  return rows.map(({ year }) => year);
}

/** Everybody with an open account in the units whose paths lie in this range, the unit itself included; null: everybody. */
export type Where = { readonly year: number; readonly unitPath: string | null };
export type PersonMinutes = {
  readonly personId: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly minutes: Readonly<Record<Category, number>>;
};

/** People by name, those who learned nothing that year included. */
export async function listPeopleMinutes(
  reader: Reader,
  where: Where,
  window: { offset: number; limit: number },
): Promise<PersonMinutes[]> {
  const rows = await reader
    .select({
      personId: person.id,
      name: person.name,
      unitId: person.unitId,
      minutes: sql<string>`json_group_object(coalesce(${transcriptHours.category}, ''), coalesce(${transcriptHours.minutes}, 0))`,
    })
    .from(person)
    .leftJoin(unit, eq(unit.id, person.unitId))
    .leftJoin(
      transcriptHours,
      and(eq(transcriptHours.personId, person.id), eq(transcriptHours.year, where.year)),
    )
    .where(isWithin(where.unitPath))
    .groupBy(person.id)
    .orderBy(asc(person.name), asc(person.id))
    .limit(window.limit)
    .offset(window.offset);
  return rows.map((row) => ({ ...row, minutes: { ...NONE, ...JSON.parse(row.minutes) } }));
}

const NONE = { 'social-value': 0, 'digital-delivery': 0, 'crisis-response': 0, start: 0, other: 0 };

export type UnitMinutes = {
  readonly unitId: string | null;
  readonly people: number;
  readonly minutes: number;
  /** How many have learned at least `target` minutes. */
  readonly reached: number;
};

/** Sums of each unit by itself, without those below it. */
export async function listUnitMinutes(
  reader: Reader,
  { year, unitPath, target }: Where & { readonly target: number },
): Promise<UnitMinutes[]> {
  const each = reader
    .select({
      unitId: person.unitId,
      total: sql<number>`coalesce(sum(${transcriptHours.minutes}), 0)`.as('total'),
    })
    .from(person)
    .leftJoin(unit, eq(unit.id, person.unitId))
    .leftJoin(
      transcriptHours,
      and(eq(transcriptHours.personId, person.id), eq(transcriptHours.year, year)),
    )
    .where(isWithin(unitPath))
    .groupBy(person.id)
    .as('each');
  return reader
    .select({
      unitId: each.unitId,
      people: sql<number>`count(*)`,
      minutes: sql<number>`sum(${each.total})`,
      reached: sql<number>`sum(${each.total} >= ${target})`,
    })
    .from(each)
    .groupBy(each.unitId);
}

function isWithin(unitPath: string | null): SQL | undefined {
  const isOpen = isNull(person.closedAt);
  if (unitPath === null) return isOpen;
  // Everything below a path lies between `path/` and `path0`, as `0` follows `/`.
  const isBelow = and(gte(unit.path, `${unitPath}/`), lt(unit.path, `${unitPath}0`));
  return and(isOpen, or(eq(unit.path, unitPath), isBelow));
}
