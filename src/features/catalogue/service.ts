import type { Reader, Tx } from '#db/client.ts';
import { canonical } from '#kernel/canonical.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import type { WithCatalogue } from './course.ts';
import { outlineOf } from './outline.ts';
import {
  findSnapshotRow,
  insertSnapshot,
  listHashes,
  listSnapshots,
  type SnapshotRow,
} from './store.ts';

/** What can be kept in versions: a course's outline, a scenario's logic, or the words that went with a logic. */
export const SNAPSHOT_KINDS = ['course', 'scenario', 'scenario-words'] as const;
export type SnapshotKind = (typeof SNAPSHOT_KINDS)[number];

/** A version of content that records may point at. `hash` is the SHA-256 of `body`, its canonical JSON. */
export type Snapshot = {
  hash: string;
  kind: SnapshotKind;
  objectId: string;
  body: string;
  firstSeenAt: Instant;
};

/**
 * At start: keeps today's outline of every course that is not kept yet and answers the ids of those courses. Writes nothing
 * when nothing changed.
 */
export async function keepSnapshots(app: App & WithCatalogue): Promise<string[]> {
  const kept = await listHashes(app.db.read);
  const fresh = app.catalogue
    .courses()
    .map((course) => snapshotOf(app, 'course', course.id, outlineOf(course)))
    .filter(({ hash }) => !kept.has(hash));
  if (fresh.length === 0) return [];
  await app.db.write(async (tx) => {
    for (const snapshot of fresh) await insertSnapshot(tx, snapshot);
  });
  return fresh.map(({ objectId }) => objectId);
}

/** Keeps a version inside a bigger transaction; a version that is there already stays as it was. */
export async function keepSnapshot(tx: Tx, snapshot: Snapshot): Promise<void> {
  await insertSnapshot(tx, snapshot);
}

/** The version of a thing as it is today, named by its content. */
export function snapshotOf(
  app: Pick<App, 'hash' | 'clock'>,
  kind: SnapshotKind,
  objectId: string,
  thing: unknown,
): Snapshot {
  const body = canonical(thing);
  return { hash: app.hash(body), kind, objectId, body, firstSeenAt: app.clock.now() };
}

/** Every version of a course or scenario anyone could have started on, oldest first. */
export async function snapshotsOf(
  reader: Reader | Tx,
  kind: SnapshotKind,
  objectId: string,
): Promise<Snapshot[]> {
  return (await listSnapshots(reader, kind, objectId)).map(readRow);
}

export async function findSnapshot(reader: Reader | Tx, hash: string): Promise<Snapshot | null> {
  const row = await findSnapshotRow(reader, hash);
  return row === null ? null : readRow(row);
}

function readRow(row: SnapshotRow): Snapshot {
  const kind = SNAPSHOT_KINDS.find((known) => known === row.kind);
  if (kind === undefined) throw new Error(`snapshot ${row.hash} has the unknown kind ${row.kind}`);
  return { ...row, kind };
}
