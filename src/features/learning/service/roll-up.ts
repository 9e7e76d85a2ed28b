import type { Tx } from '#db/client.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import { appendStatement, learnersOnRecord, statementsOfCourse } from '#features/record/service.ts';
import type { Statement } from '#features/record/statement.ts';
import type { App } from '#kernel/ports.ts';
import { rollUp } from '../progress.ts';
import {
  deleteProgress,
  listKeysAfter,
  listLearnersAfter,
  type ProgressKey,
  saveProgress,
} from '../store.ts';
import { statusFrom } from './history.ts';

type LearningApp = App & WithCatalogue;
/** Short writes, so that people can go on working beside it. */
const AT_ONCE = 100;

/** Adds a statement and brings the person's progress row up to date, both in the caller's transaction. */
export async function recordStep(
  tx: Tx,
  app: LearningApp,
  statement: Statement,
): Promise<'stored' | 'already-there'> {
  const outcome = await appendStatement(tx, statement);
  if (outcome === 'stored' && statement.courseId !== null) {
    await refreshProgress(tx, app, { personId: statement.actorId, courseId: statement.courseId });
  }
  return outcome;
}

/** Computes one progress row again from the record, in the caller's transaction. */
export async function refreshProgress(
  tx: Tx,
  app: LearningApp,
  { personId, courseId }: ProgressKey,
): Promise<void> {
  const statements = await statementsOfCourse(tx, personId, courseId);
  const found = await statusFrom(tx, app, { courseId, statements });
  const row = found && rollUp(found.status, { personId, courseId, version: found.version });
  if (row === null) await deleteProgress(tx, personId, courseId);
  else await saveProgress(tx, row);
}

/** Makes every progress row again from the record and drops rows nothing stands behind; answers how many it looked at. */
export async function rebuildProgress(app: LearningApp): Promise<number> {
  const learners = await learnersOnRecord(app.db.read);
  for (let from = 0; from < learners.length; from += AT_ONCE) {
    await refreshAll(app, learners.slice(from, from + AT_ONCE));
  }
  await dropOrphans(app, new Set(learners.map(nameOf)));
  return learners.length;
}

/** Brings the rows of courses up to date after their outline changed; answers how many rows. */
export async function refreshCourses(
  app: LearningApp,
  courseIds: readonly string[],
): Promise<number> {
  let count = 0;
  for (const courseId of courseIds) count += await refreshCourse(app, courseId);
  return count;
}

async function refreshCourse(app: LearningApp, courseId: string): Promise<number> {
  let count = 0;
  let after = '';
  for (;;) {
    const people = await listLearnersAfter(app.db.read, { courseId, after, limit: AT_ONCE });
    const last = people.at(-1);
    if (last === undefined) return count;
    await refreshAll(
      app,
      people.map((personId) => ({ personId, courseId })),
    );
    count += people.length;
    after = last;
  }
}

async function refreshAll(app: LearningApp, keys: readonly ProgressKey[]): Promise<void> {
  await app.db.write(async (tx) => {
    for (const key of keys) await refreshProgress(tx, app, key);
  });
}

async function dropOrphans(app: LearningApp, onRecord: ReadonlySet<string>): Promise<void> {
  let after: ProgressKey = { personId: '', courseId: '' };
  for (;;) {
    const keys = await listKeysAfter(app.db.read, after, AT_ONCE);
    const last = keys.at(-1);
    if (last === undefined) return;
    const orphans = keys.filter((key) => !onRecord.has(nameOf(key)));
    if (orphans.length > 0) {
      await app.db.write(async (tx) => {
        for (const { personId, courseId } of orphans) await deleteProgress(tx, personId, courseId);
      });
    }
    after = last;
  }
}

function nameOf({ personId, courseId }: ProgressKey): string {
  return `${personId} ${courseId}`;
}
