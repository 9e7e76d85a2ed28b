import type { Reader, Tx } from '#db/client.ts';
import { canonical } from '#kernel/canonical.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import type { WithCatalogue } from './course.ts';
import { type Offer, offerOf, readOffer } from './offer.ts';
import { outlineOf } from './outline.ts';
import {
  findNewestMoment,
  findSnapshotRow,
  insertSnapshot,
  listHashes,
  listNewest,
  listPublished,
  listSnapshots,
  type SnapshotRow,
} from './store.ts';

/**
 * What can be kept in versions: a course's outline, the return of a course to an older outline, what of a course is asked
 * of those who finished it, a scenario's logic, the words that went with a logic, or the words of a competency.
 */
export const SNAPSHOT_KINDS = [
  'course',
  'course-return',
  'course-changes',
  'scenario',
  'scenario-words',
  'competency',
] as const;
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
 * At start: keeps today's outline of every course that was published anew and answers the ids of those courses. An outline
 * that comes back after another is kept as a return, because learners are told by when each version was offered. Writes
 * nothing when nothing changed.
 */
export async function keepSnapshots(app: App & WithCatalogue): Promise<string[]> {
  const published = await listPublished(app.db.read);
  const changed = app.catalogue
    .courses()
    .map((course) => snapshotOf(app, 'course', course.id, outlineOf(course)))
    .filter(({ objectId, body }) => published.get(objectId) !== body);
  if (changed.length === 0) return [];
  const kept = await listHashes(app.db.read);
  await app.db.write(async (tx) => {
    for (const snapshot of changed) {
      await insertSnapshot(tx, kept.has(snapshot.hash) ? returnOf(app, snapshot) : snapshot);
    }
  });
  return changed.map(({ objectId }) => objectId);
}

/** Named by version and moment, so that a version may return more than once. */
function returnOf(app: Pick<App, 'hash'>, snapshot: Snapshot): Snapshot {
  const hash = app.hash(`${snapshot.hash} ${snapshot.firstSeenAt}`);
  return { ...snapshot, hash, kind: 'course-return' };
}

/**
 * At start: keeps what each course asks of people who finished it before, when that has changed; answers which courses. From
 * this moment on those changes are offered here, whenever their authors wrote them.
 */
export async function keepOffers(app: App & WithCatalogue): Promise<string[]> {
  const newest = await listNewest(app.db.read, 'course-changes');
  const changed = app.catalogue
    .courses()
    .map(offerOf)
    .filter((offer) => {
      const before = newest.get(offer.course);
      return before === undefined ? offer.changes.length > 0 : before !== canonical(offer);
    });
  if (changed.length === 0) return [];
  await app.db.write(async (tx) => {
    for (const offer of changed) {
      // An offer may come back, and each time counts from its own moment.
      const kept = snapshotOf(app, 'course-changes', offer.course, offer);
      await insertSnapshot(tx, { ...kept, hash: app.hash(`${kept.hash} ${kept.firstSeenAt}`) });
    }
  });
  return changed.map(({ course }) => course);
}

/** When any course last asked for something else; null while none did. For work that follows what is published. */
export async function lastOfferAt({ db }: Pick<App, 'db'>): Promise<Instant | null> {
  return findNewestMoment(db.read, 'course-changes');
}

/** What a course has asked here of those who finished it, each with the moment from which it did; the oldest first. */
export async function offersOf(
  reader: Reader | Tx,
  courseId: string,
): Promise<{ offer: Offer; seenAt: Instant }[]> {
  const rows = await listSnapshots(reader, 'course-changes', courseId);
  return rows.map(({ body, firstSeenAt }) => ({ offer: readOffer(body), seenAt: firstSeenAt }));
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
