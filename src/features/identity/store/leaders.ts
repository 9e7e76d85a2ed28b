import { and, asc, desc, eq, isNull, notInArray, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { person, unit, unitLeader } from '#db/schema/identity.ts';
import type { Instant } from '#kernel/date.ts';
import type { Leading } from '../leader.ts';

const columns = {
  unitId: unitLeader.unitId,
  personId: unitLeader.personId,
  since: unitLeader.since,
  until: unitLeader.until,
};

export async function insertLeaders(
  tx: Tx,
  rows: readonly (typeof unitLeader.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(unitLeader).values([...rows]);
}

/** Whoever leads a unit and is not among these people does so no longer. */
export async function endLeadersBut(
  tx: Tx,
  { unitId, personIds, until }: { unitId: string; personIds: readonly string[]; until: Instant },
): Promise<void> {
  await tx
    .update(unitLeader)
    .set({ until })
    .where(
      and(
        eq(unitLeader.unitId, unitId),
        isNull(unitLeader.until),
        notInArray(unitLeader.personId, [...personIds]),
      ),
    );
}

/** Who leads these units, whoever began first before the others; people with closed accounts lead nothing. */
export async function listLeaders(
  db: Reader | Tx,
  unitIds: readonly string[],
): Promise<(Leading & { readonly name: string })[]> {
  return db
    .select({ ...columns, name: person.name })
    .from(unitLeader)
    .innerJoin(person, eq(person.id, unitLeader.personId))
    .where(
      and(
        sql`${unitLeader.unitId} in (select value from json_each(${JSON.stringify(unitIds)}))`,
        isNull(unitLeader.until),
        isNull(person.closedAt),
      ),
    )
    .orderBy(asc(unitLeader.since), asc(unitLeader.id));
}

/** Everybody who ever led a unit, the latest first. */
export async function listLeadingOf(
  db: Reader,
  unitId: string,
): Promise<(Leading & { readonly name: string })[]> {
  return db
    .select({ ...columns, name: person.name })
    .from(unitLeader)
    .innerJoin(person, eq(person.id, unitLeader.personId))
    .where(eq(unitLeader.unitId, unitId))
    .orderBy(desc(unitLeader.since), desc(unitLeader.id));
}

/** Ids of the units somebody leads. */
export async function listUnitsLedBy(db: Reader | Tx, personId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ unitId: unitLeader.unitId })
    .from(unitLeader)
    .where(and(eq(unitLeader.personId, personId), isNull(unitLeader.until)));
  return rows.map(({ unitId }) => unitId);
}

/** The paths of the units these people belong to; those without a unit are left out. */
export async function listPathsOf(
  db: Reader | Tx,
  personIds: readonly string[],
): Promise<{ personId: string; path: string }[]> {
  return db
    .select({ personId: person.id, path: unit.path })
    .from(person)
    .innerJoin(unit, eq(unit.id, person.unitId))
    .where(sql`${person.id} in (select value from json_each(${JSON.stringify(personIds)}))`);
}
