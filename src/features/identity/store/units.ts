import { and, asc, count, eq, gt, gte, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { invitation, person, unit } from '#db/schema/identity.ts';
import type { Instant } from '#kernel/date.ts';
import { rangeBelow } from '../unit.ts';

export type UnitRow = typeof unit.$inferSelect;

export async function insertUnit(tx: Tx, row: typeof unit.$inferInsert): Promise<void> {
  await tx.insert(unit).values(row);
}

export async function findUnit(reader: Reader | Tx, id: string): Promise<UnitRow | undefined> {
  return reader.select().from(unit).where(eq(unit.id, id)).get();
}

/** The whole tree, every unit after its parent. */
export async function listUnits(reader: Reader | Tx): Promise<UnitRow[]> {
  return reader.select().from(unit).orderBy(asc(unit.path));
}

export async function updateUnit(
  tx: Tx,
  id: string,
  change: Partial<Pick<UnitRow, 'nameKo' | 'nameEn' | 'closedAt'>>,
): Promise<void> {
  await tx.update(unit).set(change).where(eq(unit.id, id));
}

/** Puts a unit with everything below it in another place of the tree. */
export async function updatePlace(
  tx: Tx,
  { id, path }: Pick<UnitRow, 'id' | 'path'>,
  place: Pick<UnitRow, 'parentId' | 'path'>,
): Promise<void> {
  const { from, before } = rangeBelow(path);
  await tx
    .update(unit)
    .set({ path: sql`${place.path} || substr(${unit.path}, ${path.length + 1})` })
    .where(or(eq(unit.id, id), and(gte(unit.path, from), lt(unit.path, before))));
  await tx.update(unit).set({ parentId: place.parentId }).where(eq(unit.id, id));
}

/** How many people with an open account each unit has itself; units without any are left out. */
export async function countByUnit(db: Reader | Tx): Promise<Map<string, number>> {
  const rows = await db
    .select({ unitId: person.unitId, n: count() })
    .from(person)
    .where(and(isNotNull(person.unitId), isNull(person.closedAt)))
    .groupBy(person.unitId);
  return new Map(rows.map(({ unitId, n }) => [unitId ?? '', n]));
}

/** How many invitations into a unit can still be accepted. */
export async function countInvitedTo(
  db: Reader | Tx,
  unitId: string,
  now: Instant,
): Promise<number> {
  const row = await db
    .select({ n: count() })
    .from(invitation)
    .where(
      and(
        eq(invitation.unitId, unitId),
        isNull(invitation.acceptedAt),
        isNull(invitation.withdrawnAt),
        gt(invitation.expiresAt, now),
      ),
    )
    .get();
  return row?.n ?? 0;
}
