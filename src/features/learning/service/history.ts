import type { Database, Reader, Tx } from '#db/client.ts';
import type { Course, WithCatalogue } from '#features/catalogue/course.ts';
import { outlineOf, outlineVersion } from '#features/catalogue/outline.ts';
import { snapshotsOf } from '#features/catalogue/service.ts';
import type { Statement } from '#features/record/statement.ts';
import type { App } from '#kernel/ports.ts';
import { courseStatus } from '../course-status.ts';
import { historyOf, type KnownOutline, type Versions } from '../enrolment.ts';
import { readOutline } from '../read-outline.ts';
import type { CourseStatus } from '../status.ts';

type LearningApp = App & WithCatalogue;
export type VersionedStatus = { readonly version: string; readonly status: CourseStatus };

/** The status that follows from these statements; null for a course of which no version is known. */
export async function statusFrom(
  reader: Reader | Tx,
  app: LearningApp,
  { courseId, statements }: { courseId: string; statements: readonly Statement[] },
): Promise<VersionedStatus | null> {
  const history = historyOf(statements, await versionsOf(reader, app, courseId));
  return history && { version: history.version, status: courseStatus(history) };
}

/** Versions change only when content is published, so they are read once for each published course. */
type Memory = Map<string, { course: Course; versions: Versions }>;
const remembered = new WeakMap<Database, Memory>();

export async function versionsOf(
  reader: Reader | Tx,
  app: LearningApp,
  courseId: string,
): Promise<Versions> {
  const course = app.catalogue.course(courseId);
  const memory: Memory = remembered.get(app.db) ?? new Map();
  remembered.set(app.db, memory);
  const hit = memory.get(courseId);
  if (hit !== undefined && hit.course === course) return hit.versions;
  const known = await knownOutlines(reader, app, courseId);
  if (course === undefined) return { known, current: null };
  const version = currentVersion(app, course);
  const kept = known.findLast((one) => one.version === version);
  const current = kept ?? { version, outline: outlineOf(course), seenAt: app.clock.now() };
  const versions = { known, current };
  if (kept !== undefined) memory.set(courseId, { course, versions });
  return versions;
}

const versionNames = new WeakMap<Course, string>();

/** The name of the version a course is offered in. */
export function currentVersion(app: Pick<App, 'hash'>, course: Course): string {
  const name = versionNames.get(course) ?? outlineVersion(outlineOf(course), app.hash);
  versionNames.set(course, name);
  return name;
}

async function knownOutlines(
  reader: Reader | Tx,
  app: LearningApp,
  courseId: string,
): Promise<KnownOutline[]> {
  const snapshots = [
    ...(await snapshotsOf(reader, 'course', courseId)),
    ...(await snapshotsOf(reader, 'course-return', courseId)),
  ];
  return snapshots.map(({ body, firstSeenAt }) => ({
    version: app.hash(body),
    outline: readOutline(body),
    seenAt: firstSeenAt,
  }));
}
