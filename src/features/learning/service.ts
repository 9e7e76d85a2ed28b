import type { Tx } from '#db/client.ts';
import type { Course, WithCatalogue } from '#features/catalogue/course.ts';
import { findStatement, statementsOfCourse } from '#features/record/service.ts';
import { isSameAct, type Statement } from '#features/record/statement.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { isEnrolled } from './enrolment.ts';
import type { ProgressRow } from './progress.ts';
import { currentVersion, statusFrom } from './service/history.ts';
import { isAskedAgain } from './service/renewals.ts';
import { recordStep } from './service/roll-up.ts';
import type { CourseStatus } from './status.ts';
import { type Completion, listCompletions, listProgress } from './store.ts';

export { statusFrom } from './service/history.ts';
export {
  type ChangedPart,
  type CourseRenewal,
  changesFor,
  renewalsOf,
} from './service/renewals.ts';
export {
  rebuildProgress,
  recordStep,
  refreshCourses,
  refreshProgress,
} from './service/roll-up.ts';
export { noteShown, proofsFor, type TestOutView, testOutFor } from './service/test-out.ts';

type LearningApp = App & WithCatalogue;
type Input = { readonly eventId: string; readonly courseId: string };
/** Whether the act is on record because of this call or was there before. */
export type Recorded = Result<'stored' | 'already-there'>;

/** Puts a person on a course, on the version that is offered at this moment. Whoever left continues. */
export async function enrol(app: LearningApp, actor: Actor, input: Input): Promise<Recorded> {
  return inCourse(app, actor, input, async (tx, course) => {
    const statement = courseStatement(app, course, actor.personId, {
      id: input.eventId,
      verb: 'enrolled',
    });
    const before = await statementsOfCourse(tx, actor.personId, course.id);
    return recordUnless(isEnrolled(before), tx, app, statement);
  });
}

/** Takes a person off a course. What they did stays on record and counts again when they come back. */
export async function leave(app: LearningApp, actor: Actor, input: Input): Promise<Recorded> {
  return inCourse(app, actor, input, async (tx, course) => {
    const statement = courseStatement(app, course, actor.personId, {
      id: input.eventId,
      verb: 'left',
    });
    const before = await statementsOfCourse(tx, actor.personId, course.id);
    return recordUnless(!isEnrolled(before), tx, app, statement);
  });
}

/**
 * The person says that a lesson is read; they are enrolled by it. Saying it again changes nothing, unless something in the
 * lesson has changed since they finished the course.
 */
export async function markRead(
  app: LearningApp,
  actor: Actor,
  input: Input & { readonly lessonId: string },
): Promise<Recorded> {
  return inCourse(app, actor, input, async (tx, course) => {
    const { eventId, courseId, lessonId } = input;
    if (!app.catalogue.lesson(course.id, lessonId)) return refuse({ code: 'lesson-unknown' });
    const now = app.clock.now();
    const statement: Statement = {
      id: eventId,
      actorId: actor.personId,
      verb: 'read',
      objectType: 'lesson',
      objectId: `${course.id}/${lessonId}`,
      objectVersion: currentVersion(app, course),
      courseId: course.id,
      result: { v: 1 },
      occurredAt: now,
      recordedAt: now,
    };
    const before = await ensureEnrolled(tx, app, { personId: actor.personId, courseId: course.id });
    const isRead = before.some((one) => one.verb === 'read' && one.objectId === statement.objectId);
    const isIdle = isRead && !(await isAskedAgain(tx, app, { courseId, lessonId }, before));
    return recordUnless(isIdle, tx, app, statement);
  });
}

/**
 * Puts a person on a course inside the caller's transaction unless they are on it: doing something in a course is starting
 * it. Answers what they had done in it before.
 */
export async function ensureEnrolled(
  tx: Tx,
  app: LearningApp,
  { personId, courseId }: { personId: string; courseId: string },
): Promise<Statement[]> {
  const statements = await statementsOfCourse(tx, personId, courseId);
  const course = app.catalogue.course(courseId);
  if (isEnrolled(statements) || course === undefined) return statements;
  const enrolment = { id: app.newId(), verb: 'enrolled' } as const;
  await recordStep(tx, app, courseStatement(app, course, personId, enrolment));
  return statements;
}

export type CourseView = {
  readonly course: Course;
  readonly status: CourseStatus;
  /** What the person did in the course, in the order of recording. */
  readonly statements: readonly Statement[];
};

/** A course as one person finds it, from the record in one query; for nobody in particular, as it is before starting. */
export async function viewCourse(
  app: LearningApp,
  actor: Actor | null,
  courseId: string,
): Promise<Result<CourseView>> {
  const course = app.catalogue.course(courseId);
  if (course === undefined) return refuse({ code: 'course-unknown' });
  const { read } = app.db;
  const statements = actor ? await statementsOfCourse(read, actor.personId, courseId) : [];
  const found = await statusFrom(read, app, { courseId, statements });
  return found
    ? ok({ course, status: found.status, statements })
    : refuse({ code: 'course-unknown' });
}

/** A person's status in a course, computed from the record: for themselves, their trainers and administrators. */
export async function courseStatusFor(
  app: LearningApp,
  actor: Actor,
  {
    personId,
    courseId,
    trainers = [],
  }: { personId: string; courseId: string; trainers?: readonly string[] },
): Promise<Result<CourseStatus>> {
  if (!may(actor, 'see-record', { owner: personId, trainers }))
    return refuse({ code: 'not-allowed' });
  const statements = await statementsOfCourse(app.db.read, personId, courseId);
  const found = await statusFrom(app.db.read, app, { courseId, statements });
  return found ? ok(found.status) : refuse({ code: 'course-unknown' });
}

/** Progress rows of several people, from the roll-up. The caller has made sure that they may be seen. */
export async function progressOf(
  app: Pick<App, 'db'>,
  personIds: readonly string[],
  courseIds?: readonly string[],
): Promise<ProgressRow[]> {
  return listProgress(app.db.read, personIds, courseIds);
}

/** When people sat courses for the first time. The caller has made sure that they may be seen. */
export async function completionsOf(
  app: Pick<App, 'db'>,
  personIds: readonly string[],
  courseIds: readonly string[],
): Promise<Completion[]> {
  if (personIds.length === 0 || courseIds.length === 0) return [];
  return listCompletions(app.db.read, personIds, courseIds);
}

/**
 * When somebody who had sat a course sat it again since a moment: every question and scenario anew, to the mark.
 * What was read need not be read again. Null while something is missing.
 */
export async function completedAgain(
  app: LearningApp,
  { personId, courseId, since }: { personId: string; courseId: string; since: Instant },
): Promise<Instant | null> {
  const all = await statementsOfCourse(app.db.read, personId, courseId);
  const isProof = ({ verb }: Statement) => verb === 'answered' || verb === 'finished';
  const statements = all.filter((one) => !isProof(one) || one.occurredAt >= since);
  if (!statements.some(isProof)) return null;
  const found = await statusFrom(app.db.read, app, { courseId, statements });
  const at = found?.status.satAt ?? null;
  return at !== null && at >= since ? at : null;
}

/** What every act of a learner in a course begins with: may they, and is there such a course? */
async function inCourse(
  app: LearningApp,
  actor: Actor,
  { courseId }: Input,
  act: (tx: Tx, course: Course) => Promise<Recorded>,
): Promise<Recorded> {
  if (!may(actor, 'learn', { owner: actor.personId })) return refuse({ code: 'not-allowed' });
  const course = app.catalogue.course(courseId);
  if (course === undefined) return refuse({ code: 'course-unknown' });
  return app.db.write((tx) => act(tx, course));
}

/** Records an act once. An event id that already stands for another act or another person is refused. */
async function recordUnless(
  isIdle: boolean,
  tx: Tx,
  app: LearningApp,
  statement: Statement,
): Promise<Recorded> {
  const kept = await findStatement(tx, statement.id);
  if (kept !== null && !isSameAct(kept, statement)) return refuse({ code: 'event-used' });
  if (kept !== null || isIdle) return ok('already-there');
  return ok(await recordStep(tx, app, statement));
}

function courseStatement(
  app: LearningApp,
  course: Course,
  personId: string,
  { id, verb }: { id: string; verb: 'enrolled' | 'left' },
): Statement {
  const now = app.clock.now();
  return {
    id,
    actorId: personId,
    verb,
    objectType: 'course',
    objectId: course.id,
    objectVersion: currentVersion(app, course),
    courseId: course.id,
    result: { v: 1 },
    occurredAt: now,
    recordedAt: now,
  };
}
