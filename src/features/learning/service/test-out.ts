import type { Tx } from '#db/client.ts';
import type { Course, WithCatalogue } from '#features/catalogue/course.ts';
import { statementsAbout, statementsByIds } from '#features/record/service.ts';
import { inOrder, type Statement } from '#features/record/statement.ts';
import type { App } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import type { CourseStatus } from '../status.ts';
import { isProof, newlyShown, type Way, waysOf } from '../test-out.ts';
import { currentVersion } from './history.ts';
import { recordStep } from './roll-up.ts';

type LearningApp = App & WithCatalogue;

/**
 * Says in the record that somebody has shown what courses teach, in the caller's transaction: for every course that names the
 * object as a way and now has as many ways as it asks for. Each proof counts once. Nothing of the course itself is marked as
 * read or answered.
 */
export async function noteShown(
  tx: Tx,
  app: LearningApp,
  { personId, objectId }: { personId: string; objectId: string },
): Promise<void> {
  for (const course of app.catalogue.courses()) {
    const { testOut } = course;
    const ways = testOut ? waysOf(testOut).map(({ id }) => id) : [];
    if (!testOut || !ways.includes(objectId)) continue;
    const by = newlyShown(testOut, await statementsAbout(tx, personId, [course.id, ...ways]));
    if (by === null) continue;
    const now = app.clock.now();
    await recordStep(tx, app, {
      id: app.newId(),
      actorId: personId,
      verb: 'shown',
      objectType: 'course',
      objectId: course.id,
      objectVersion: currentVersion(app, course),
      courseId: course.id,
      result: { v: 1, by },
      occurredAt: now,
      recordedAt: now,
    });
  }
}

/** The statements by which a course was shown, in their order. The caller has made sure that the status may be seen. */
export async function proofsFor(
  app: Pick<App, 'db'>,
  { shown }: Pick<CourseStatus, 'shown'>,
): Promise<Statement[]> {
  const ids = shown.flatMap(({ by }) => by);
  return ids.length === 0 ? [] : inOrder(await statementsByIds(app.db.read, ids));
}

/** The ways to show what a course teaches, each with what the person did of it: the latest proof, or null. */
export type TestOutView = {
  readonly take: 'all' | 'any';
  readonly ways: readonly { readonly way: Way; readonly proof: Statement | null }[];
};

/** How the person who asks may show what a course teaches; null where the author names no way. */
export async function testOutFor(
  app: Pick<App, 'db'>,
  actor: Actor | null,
  { testOut }: Pick<Course, 'testOut'>,
): Promise<TestOutView | null> {
  if (testOut === undefined) return null;
  const ways = waysOf(testOut);
  const ids = ways.map(({ id }) => id);
  const done = actor ? await statementsAbout(app.db.read, actor.personId, ids) : [];
  return {
    take: testOut.take,
    ways: ways.map((way) => ({
      way,
      proof: inOrder(done).findLast((one) => isProof(one, way)) ?? null,
    })),
  };
}
