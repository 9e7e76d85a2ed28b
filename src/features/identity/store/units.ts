import { asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { unit } from '#db/schema/identity.ts';

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
