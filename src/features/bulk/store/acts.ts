import { and, count, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { bulkAct } from '#db/schema/bulk.ts';
import type { Instant } from '#kernel/date.ts';
import { type ActState, type BulkAct, readSettings, writeSettings } from '../act.ts';

type ActRow = typeof bulkAct.$inferSelect;

/** Begins an act once; says whether it was new. */
export async function insertAct(
  tx: Tx,
  { settings, ...act }: Pick<BulkAct, 'id' | 'settings' | 'state' | 'preparedBy' | 'preparedAt'>,
): Promise<boolean> {
  const added = await tx
    .insert(bulkAct)
    .values({ ...act, settings: writeSettings(settings) })
    .onConflictDoNothing()
    .returning({ id: bulkAct.id });
  return added.length === 1;
}

export async function updateAct(
  tx: Tx,
  id: string,
  change: Partial<Omit<ActRow, 'id' | 'settings'>> & { readonly state: ActState },
): Promise<void> {
  await tx.update(bulkAct).set(change).where(eq(bulkAct.id, id));
}

export async function deleteAct(tx: Tx, id: string): Promise<void> {
  await tx.delete(bulkAct).where(eq(bulkAct.id, id));
}

/** Forgets what was prepared and never confirmed. */
export async function deleteDraftsBefore(tx: Tx, before: Instant): Promise<void> {
  await tx
    .delete(bulkAct)
    .where(and(inArray(bulkAct.state, ['choosing', 'draft']), lt(bulkAct.preparedAt, before)));
}

export async function findAct(db: Reader | Tx, id: string): Promise<BulkAct | undefined> {
  const row = await db.select().from(bulkAct).where(eq(bulkAct.id, id)).get();
  return row && readAct(row);
}

/** Ids of those under way, the oldest first. */
export async function listUnfinished(db: Reader): Promise<string[]> {
  const rows = await db
    .select({ id: bulkAct.id })
    .from(bulkAct)
    .where(inArray(bulkAct.state, ['applying', 'undoing']))
    .orderBy(bulkAct.preparedAt);
  return rows.map(({ id }) => id);
}

export async function listActs(
  db: Reader,
  { offset, limit }: { offset: number; limit: number },
): Promise<BulkAct[]> {
  const rows = await db
    .select()
    .from(bulkAct)
    .orderBy(desc(bulkAct.preparedAt), desc(bulkAct.id))
    .limit(limit)
    .offset(offset);
  return rows.map(readAct);
}

export async function countActs(db: Reader): Promise<number> {
  return (await db.select({ n: count() }).from(bulkAct).get())?.n ?? 0;
}

function readAct({ settings, state, ...row }: ActRow): BulkAct {
  // Only this file writes states, and only known ones.
  return { ...row, state: state as ActState, settings: readSettings(settings) };
}
