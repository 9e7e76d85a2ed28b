import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { sheetVersion } from '#db/schema/sheet.ts';
import type { Instant } from '#kernel/date.ts';
import type { SheetPlace } from './sheet.ts';

export type VersionRow = typeof sheetVersion.$inferSelect;
type Owned = { readonly personId: string };

export async function findVersion(reader: Reader | Tx, id: string): Promise<VersionRow | null> {
  const [row] = await reader.select().from(sheetVersion).where(eq(sheetVersion.id, id));
  return row ?? null;
}

/** All versions of one sheet of a person, the newest first. */
export async function listVersions(
  reader: Reader | Tx,
  place: SheetPlace & Owned,
): Promise<VersionRow[]> {
  return reader.select().from(sheetVersion).where(at(place)).orderBy(desc(sheetVersion.number));
}

export async function findLatest(
  reader: Reader | Tx,
  place: SheetPlace & Owned,
): Promise<VersionRow | null> {
  const [row] = await reader
    .select()
    .from(sheetVersion)
    .where(and(at(place), isLatest()));
  return row ?? null;
}

export async function listLatestOfLesson(
  reader: Reader,
  { personId, courseId, lessonId }: Omit<SheetPlace, 'sheetId'> & Owned,
): Promise<VersionRow[]> {
  const { personId: person, courseId: course, lessonId: lesson } = sheetVersion;
  return reader
    .select()
    .from(sheetVersion)
    .where(and(eq(person, personId), eq(course, courseId), eq(lesson, lessonId), isLatest()));
}

/** The ids of the versions that stand for a lesson now. */
export async function listLatestIds(
  reader: Reader,
  { personId, courseId, lessonId }: Omit<SheetPlace, 'sheetId'> & Owned,
): Promise<string[]> {
  const { personId: person, courseId: course, lessonId: lesson } = sheetVersion;
  const rows = await reader
    .select({ id: sheetVersion.id })
    .from(sheetVersion)
    .where(and(eq(person, personId), eq(course, courseId), eq(lesson, lessonId), isLatest()));
  return rows.map(({ id }) => id);
}

export async function listLatestOf(reader: Reader, personId: string): Promise<VersionRow[]> {
  return reader
    .select()
    .from(sheetVersion)
    .where(and(eq(sheetVersion.personId, personId), isLatest()))
    .orderBy(desc(sheetVersion.savedAt), desc(sheetVersion.id));
}

/** Takes the place of the version that stood. */
export async function insertVersion(tx: Tx, row: Omit<VersionRow, 'supersededAt'>): Promise<void> {
  await supersede(tx, row, row.savedAt);
  await tx.insert(sheetVersion).values({ ...row, supersededAt: null });
}

async function supersede(tx: Tx, place: SheetPlace & Owned, when: Instant): Promise<void> {
  await tx
    .update(sheetVersion)
    .set({ supersededAt: when })
    .where(and(at(place), isLatest()));
}

export async function deleteVersions(tx: Tx, place: SheetPlace & Owned): Promise<void> {
  await tx.delete(sheetVersion).where(at(place));
}

const isLatest = () => isNull(sheetVersion.supersededAt);

function at({ personId, courseId, lessonId, sheetId }: SheetPlace & Owned) {
  return and(
    eq(sheetVersion.personId, personId),
    eq(sheetVersion.courseId, courseId),
    eq(sheetVersion.lessonId, lessonId),
    eq(sheetVersion.sheetId, sheetId),
  );
}
