import { and, asc, eq, inArray, max, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { contentSnapshot } from '#db/schema/catalogue.ts';

export type SnapshotRow = typeof contentSnapshot.$inferSelect;

/** Oldest first; equal moments by hash, so that everybody sees one order. */
export async function listSnapshots(
  reader: Reader | Tx,
  kind: string,
  objectId: string,
): Promise<SnapshotRow[]> {
  return reader
    .select()
    .from(contentSnapshot)
    .where(and(eq(contentSnapshot.kind, kind), eq(contentSnapshot.objectId, objectId)))
    .orderBy(asc(contentSnapshot.firstSeenAt), asc(contentSnapshot.hash));
}

export async function findSnapshotRow(
  reader: Reader | Tx,
  hash: string,
): Promise<SnapshotRow | null> {
  const rows = await reader
    .select()
    .from(contentSnapshot)
    .where(eq(contentSnapshot.hash, hash))
    .limit(1);
  return rows[0] ?? null;
}

/** The body of each course's outline as it was last published, by course. */
export async function listPublished(reader: Reader): Promise<Map<string, string>> {
  const rows = await reader
    .select({ objectId: contentSnapshot.objectId, body: contentSnapshot.body })
    .from(contentSnapshot)
    .where(inArray(contentSnapshot.kind, ['course', 'course-return']))
    .orderBy(asc(contentSnapshot.firstSeenAt), sql`rowid`);
  return new Map(rows.map(({ objectId, body }) => [objectId, body]));
}

/** The body of the newest version of each thing of a kind, by its id. */
export async function listNewest(reader: Reader, kind: string): Promise<Map<string, string>> {
  const rows = await reader
    .select({ objectId: contentSnapshot.objectId, body: contentSnapshot.body })
    .from(contentSnapshot)
    .where(eq(contentSnapshot.kind, kind))
    .orderBy(asc(contentSnapshot.firstSeenAt), sql`rowid`);
  return new Map(rows.map(({ objectId, body }) => [objectId, body]));
}

/** When a version of a kind was last kept; null when none was. */
export async function findNewestMoment(reader: Reader, kind: string): Promise<number | null> {
  const rows = await reader
    .select({ at: max(contentSnapshot.firstSeenAt) })
    .from(contentSnapshot)
    .where(eq(contentSnapshot.kind, kind));
  return rows[0]?.at ?? null;
}

export async function listHashes(reader: Reader): Promise<Set<string>> {
  const rows = await reader.select({ hash: contentSnapshot.hash }).from(contentSnapshot);
  return new Set(rows.map(({ hash }) => hash));
}

/** Does nothing when the version is already kept. */
export async function insertSnapshot(tx: Tx, row: SnapshotRow): Promise<void> {
  await tx.insert(contentSnapshot).values(row).onConflictDoNothing();
}
