import type { Tx } from '#db/client.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import { statementsAbout } from '#features/record/service.ts';
import type { Statement } from '#features/record/statement.ts';
import { canonical } from '#kernel/canonical.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Answer, answersTo } from '../answer.ts';
import { type Item, itemsOf, type WithItems } from '../item.ts';
import type { Given } from '../item-kind.ts';
import { type Response, score } from '../response.ts';

export type AssessmentApp = App & WithCatalogue & WithItems;
type ItemPlace = {
  readonly courseId: string;
  readonly lessonId: string;
  readonly itemId: string;
};
export type AnswerInput = ItemPlace & { readonly eventId: string; readonly response: Given };

export function findItem(
  app: AssessmentApp,
  { courseId, lessonId, itemId }: ItemPlace,
): Item | undefined {
  if (app.catalogue.lesson(courseId, lessonId) === undefined) return undefined;
  return itemsOf(app, courseId, lessonId).find(({ id }) => id === itemId);
}

/** The answer that was kept under an event, for saying what came of it; attempts are counted among its like. */
export async function storedAnswer(
  tx: Tx,
  actor: Actor,
  input: AnswerInput,
  kept: Statement,
): Promise<Result<Answer>> {
  const isTheirs = kept.actorId === actor.personId && kept.verb === 'answered';
  if (!isTheirs || kept.objectId !== objectOf(input)) return refuse({ code: 'event-used' });
  const all = await statementsAbout(tx, actor.personId, [kept.objectId]);
  const alike = all.filter(({ courseId }) => courseId === kept.courseId);
  const answer = answersTo(alike, kept.objectId).find(({ id }) => id === kept.id);
  if (answer === undefined) throw new Error(`answer ${kept.id} is not in the record of its course`);
  return ok(answer);
}

type Scored = {
  readonly input: AnswerInput;
  readonly item: Item;
  readonly response: Response;
};

export type AnsweredStatement = Statement & { verb: 'answered' };

export function answeredStatement(
  app: AssessmentApp,
  actor: Actor,
  { input, item, response }: Scored,
): AnsweredStatement {
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

export function objectOf({ courseId, lessonId, itemId }: ItemPlace): string {
  return `${courseId}/${lessonId}/${itemId}`;
}
