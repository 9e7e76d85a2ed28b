import { and, asc, count, desc, eq, gte, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { positionHolding } from '#db/schema/position.ts';
import type { Day, Instant } from '#kernel/date.ts';
import type { Holding } from '../holding.ts';

const columns = {
  id: positionHolding.id,
  positionId: positionHolding.positionId,
  personId: positionHolding.personId,
  fromDay: positionHolding.fromDay,
  untilDay: positionHolding.untilDay,
};

/** Keeps a holding once; says whether it was new. */
export async function insertHolding(
  tx: Tx,
  holding: Holding & { readonly givenBy: string; readonly givenAt: Instant },
): Promise<boolean> {
  const inserted = await tx
    .insert(positionHolding)
    .values(holding)
    .onConflictDoNothing()
    .returning({ id: positionHolding.id });
  return inserted.length === 1;
}

export async function findHolding(db: Reader | Tx, id: string): Promise<Holding | undefined> {
  return db.select(columns).from(positionHolding).where(eq(positionHolding.id, id)).get();
}

export async function updateUntil(tx: Tx, id: string, untilDay: Day | null): Promise<void> {
  await tx.update(positionHolding).set({ untilDay }).where(eq(positionHolding.id, id));
}

/** Everything somebody holds, will hold or held, the latest first. */
export async function listOfPerson(
  db: Reader | Tx,
  personId: string,
  limit: number,
): Promise<Holding[]> {
  return db
    .select(columns)
    .from(positionHolding)
    .where(eq(positionHolding.personId, personId))
    .orderBy(desc(positionHolding.fromDay), asc(positionHolding.id))
    .limit(limit);
}

/** What these people hold, held or will hold of one position, by the day they began. */
export async function listOfPosition(
  db: Reader | Tx,
  personIds: readonly string[],
  positionId: string,
): Promise<Holding[]> {
  return db
    .select(columns)
    .from(positionHolding)
    .where(
      and(
        eq(positionHolding.positionId, positionId),
        sql`${positionHolding.personId} in (select value from json_each(${JSON.stringify(personIds)}))`,
      ),
    )
    .orderBy(asc(positionHolding.fromDay), asc(positionHolding.id));
}

export async function listByIds(db: Reader | Tx, ids: readonly string[]): Promise<Holding[]> {
  return db
    .select(columns)
    .from(positionHolding)
    .where(sql`${positionHolding.id} in (select value from json_each(${JSON.stringify(ids)}))`);
}

/** What these people hold on a day; one bound value however many people. */
export async function listHeldBy(
  db: Reader,
  personIds: readonly string[],
  day: Day,
): Promise<Holding[]> {
  if (personIds.length === 0) return [];
  const theirs = sql`${positionHolding.personId} in (select value from json_each(${JSON.stringify(personIds)}))`;
  return db
    .select(columns)
    .from(positionHolding)
    .where(and(theirs, heldOn(day)));
}

/** Who holds a position on a day or will hold it later, at most `limit` of them, by the day they began. */
export async function listHolders(
  db: Reader,
  positionId: string,
  { day, offset = 0, limit }: { day: Day; offset?: number; limit: number },
): Promise<Holding[]> {
  return db
    .select(columns)
    .from(positionHolding)
    .where(and(eq(positionHolding.positionId, positionId), notOver(day)))
    .orderBy(asc(positionHolding.fromDay), asc(positionHolding.id))
    .limit(limit)
    .offset(offset);
}

/** Ids of everybody who holds a position on a day, each once. */
export async function listHolderIds(db: Reader, positionId: string, day: Day): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: positionHolding.personId })
    .from(positionHolding)
    .where(and(eq(positionHolding.positionId, positionId), heldOn(day)));
  return rows.map(({ personId }) => personId);
}

/** How many hold each of these positions on a day. */
export async function countHolders(
  db: Reader,
  positionIds: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, number>> {
  const these = sql`${positionHolding.positionId} in (select value from json_each(${JSON.stringify(positionIds)}))`;
  const rows = await db
    .select({ positionId: positionHolding.positionId, n: count() })
    .from(positionHolding)
    .where(and(these, heldOn(day)))
    .groupBy(positionHolding.positionId);
  return new Map(rows.map(({ positionId, n }) => [positionId, n]));
}

function heldOn(day: Day): SQL | undefined {
  return and(lte(positionHolding.fromDay, day), notOver(day));
}

/** What was taken back before it began has a last day before its first. */
function notOver(day: Day): SQL | undefined {
  const { fromDay, untilDay } = positionHolding;
  return or(isNull(untilDay), and(gte(untilDay, day), gte(untilDay, fromDay)));
}
