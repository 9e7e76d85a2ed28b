import type { Tx } from '#db/client.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import { addEvidence } from '#features/competency/service.ts';
import { ensureEnrolled, recordStep } from '#features/learning/service.ts';
import { findStatement, statementsOfCourse } from '#features/record/service.ts';
import type { Statement } from '#features/record/statement.ts';
import { canonical } from '#kernel/canonical.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type Answer, answersTo } from './answer.ts';
import { evidenceFrom } from './evidence.ts';
import { finalOf } from './final.ts';
import { type Item, itemsOf, type WithItems } from './item.ts';
import type { Given } from './item-kind.ts';
import { type Response, score, validate } from './response.ts';

type AssessmentApp = App & WithCatalogue & WithItems;
type ItemPlace = {
  readonly courseId: string;
  readonly lessonId: string;
  readonly itemId: string;
};
export type AnswerInput = ItemPlace & { readonly eventId: string; readonly response: Given };
export type FinalInput = {
  readonly eventId: string;
  readonly courseId: string;
  readonly lessonId: string;
  readonly itemId: string;
  /** Which attempt at the assessment, from 1. */
  readonly attempt: number;
  readonly response: Given;
};

/**
 * Scores an answer and keeps it: the attempt, what it does to the person's progress and what it shows of a competency, all or
 * nothing. Answering is starting, so it enrols. The same event sent again answers what was stored the first time. Refuses a
 * question that is not in that lesson and an answer that cannot be scored, naming the field to mend.
 */
export async function answerItem(
  app: AssessmentApp,
  actor: Actor,
  input: AnswerInput,
): Promise<Result<Answer>> {
  if (!may(actor, 'learn', { owner: actor.personId })) return refuse({ code: 'not-allowed' });
  const item = findItem(app, input);
  if (item === undefined) return refuse({ code: 'item-unknown' });
  return app.db.write(async (tx) => {
    const kept = await findStatement(tx, input.eventId);
    if (kept !== null) return storedAnswer(tx, actor, input, kept);
    const response = validate(item, input.response);
    if (!response.ok) return response;
    const statement = answeredStatement(app, actor, { input, item, response: response.value });
    await ensureEnrolled(tx, app, { personId: actor.personId, courseId: input.courseId });
    await recordStep(tx, app, statement);
    await addEvidence(tx, app, [evidenceFrom(item, statement)]);
    return storedAnswer(tx, actor, input, statement);
  });
}

/**
 * Keeps the answer to a question of a final assessment, as `answerItem` does, with the attempt it belongs to. Each question of
 * an attempt is answered once; an attempt begins with its first answer, and the next one when it is finished.
 */
export async function answerFinal(
  app: AssessmentApp,
  actor: Actor,
  input: FinalInput,
): Promise<Result<Answer>> {
  if (!may(actor, 'learn', { owner: actor.personId })) return refuse({ code: 'not-allowed' });
  const course = app.catalogue.course(input.courseId);
  const item = findItem(app, input);
  if (course === undefined || item === undefined) return refuse({ code: 'item-unknown' });
  return app.db.write(async (tx) => {
    const kept = await findStatement(tx, input.eventId);
    if (kept !== null) return storedAnswer(tx, actor, input, kept);
    const { personId } = actor;
    const statements = await statementsOfCourse(tx, personId, course.id);
    const final = finalOf(app, course, { personId, statements, attempt: input.attempt });
    if (!final?.open.some(({ object }) => object === objectOf(input)))
      return refuse({ code: 'final-not-asked' });
    const response = validate(item, input.response);
    if (!response.ok) return response;
    const answered = answeredStatement(app, actor, { input, item, response: response.value });
    const result = { ...answered.result, attempt: input.attempt };
    const statement = { ...answered, result };
    await ensureEnrolled(tx, app, { personId, courseId: course.id });
    await recordStep(tx, app, statement);
    await addEvidence(tx, app, [evidenceFrom(item, statement)]);
    return storedAnswer(tx, actor, input, statement);
  });
}

function findItem(app: AssessmentApp, { courseId, lessonId, itemId }: ItemPlace): Item | undefined {
  if (app.catalogue.lesson(courseId, lessonId) === undefined) return undefined;
  return itemsOf(app, courseId, lessonId).find(({ id }) => id === itemId);
}

async function storedAnswer(
  tx: Tx,
  actor: Actor,
  input: AnswerInput,
  kept: Statement,
): Promise<Result<Answer>> {
  const isTheirs = kept.actorId === actor.personId && kept.verb === 'answered';
  if (!isTheirs || kept.objectId !== objectOf(input)) return refuse({ code: 'event-used' });
  const statements = await statementsOfCourse(tx, actor.personId, input.courseId);
  const answer = answersTo(statements, kept.objectId).find(({ id }) => id === kept.id);
  if (answer === undefined) throw new Error(`answer ${kept.id} is not in the record of its course`);
  return ok(answer);
}

type Scored = {
  readonly input: AnswerInput;
  readonly item: Item;
  readonly response: Response;
};

function answeredStatement(
  app: AssessmentApp,
  actor: Actor,
  { input, item, response }: Scored,
): Statement & { verb: 'answered' } {
  const now = app.clock.now();
  return {
    id: input.eventId,
    actorId: actor.personId,
    verb: 'answered',
    objectType: 'item',
    objectId: objectOf(input),
    objectVersion: app.hash(canonical(item)),
    courseId: input.courseId,
    result: { v: 1, response, ...score(item, response) },
    occurredAt: now,
    recordedAt: now,
  };
}

function objectOf({ courseId, lessonId, itemId }: ItemPlace): string {
  return `${courseId}/${lessonId}/${itemId}`;
}
