import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { progress } from '#db/schema/learning.ts';
import { type ProgressRow, readSteps, writeSteps } from './progress.ts';

export async function saveProgress(tx: Tx, row: ProgressRow): Promise<void> {
  const values = { ...row, steps: writeSteps(row.steps) };
  const { personId: _person, courseId: _course, ...changing } = values;
  await tx
    .insert(progress)
    .values(values)
    .onConflictDoUpdate({ target: [progress.personId, progress.courseId], set: changing });
}

export async function deleteProgress(tx: Tx, personId: string, courseId: string): Promise<void> {
  await tx
    .delete(progress)
    .where(and(eq(progress.personId, personId), eq(progress.courseId, courseId)));
}

/** SQLite takes a limited number of values in one question. */
const IDS_AT_ONCE = 500;

export async function listProgress(
  reader: Reader | Tx,
  personIds: readonly string[],
  courseIds?: readonly string[],
): Promise<ProgressRow[]> {
  const rows: ProgressRow[] = [];
  for (let from = 0; from < personIds.length; from += IDS_AT_ONCE) {
    const some = inArray(progress.personId, personIds.slice(from, from + IDS_AT_ONCE));
    const inCourses = courseIds && inArray(progress.courseId, [...courseIds]);
    const found = await reader.select().from(progress).where(and(some, inCourses));
    rows.push(...found.map(fromRow));
  }
  return rows;
}

/** Keys in order, after one of them: for walking over all rows a few at a time. */
export async function listKeysAfter(
  reader: Reader | Tx,
  after: ProgressKey,
  limit: number,
): Promise<ProgressKey[]> {
  return reader
    .select({ personId: progress.personId, courseId: progress.courseId })
    .from(progress)
    .where(
      or(
        gt(progress.personId, after.personId),
        and(eq(progress.personId, after.personId), gt(progress.courseId, after.courseId)),
      ),
    )
    .orderBy(asc(progress.personId), asc(progress.courseId))
    .limit(limit);
}

export async function listLearnersAfter(
  reader: Reader | Tx,
  { courseId, after, limit }: { courseId: string; after: string; limit: number },
): Promise<string[]> {
  const rows = await reader
    .select({ personId: progress.personId })
    .from(progress)
    .where(and(eq(progress.courseId, courseId), gt(progress.personId, after)))
    .orderBy(asc(progress.personId))
    .limit(limit);
  return rows.map(({ personId }) => personId);
}

export type ProgressKey = { readonly personId: string; readonly courseId: string };

function fromRow(row: typeof progress.$inferSelect): ProgressRow {
  const state = row.state === 'complete' ? 'complete' : 'in-progress';
  return { ...row, state, steps: readSteps(row.steps) };
}

/** When these people sat these courses, if they did; one bound value each, however many. */
export async function listCompletions(
  reader: Reader,
  personIds: readonly string[],
  courseIds: readonly string[],
): Promise<Completion[]> {
  return reader
    .select({
      personId: progress.personId,
      courseId: progress.courseId,
      satAt: progress.satAt,
      lastActivityAt: progress.lastActivityAt,
    })
    .from(progress)
    .where(
      and(
        sql`${progress.personId} in (select value from json_each(${JSON.stringify(personIds)}))`,
        sql`${progress.courseId} in (select value from json_each(${JSON.stringify(courseIds)}))`,
      ),
    );
}

export type Completion = {
  readonly personId: string;
  readonly courseId: string;
  /** The first time. */
  readonly satAt: number | null;
  readonly lastActivityAt: number;
};
