import { addEvidence } from '#features/competency/service.ts';
import { ensureEnrolled, recordStep } from '#features/learning/service.ts';
import { findStatement } from '#features/record/service.ts';
import { type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Answer } from './answer.ts';
import { evidenceFrom } from './evidence.ts';
import { validate } from './response.ts';
import {
  type AnswerInput,
  type AssessmentApp,
  answeredStatement,
  findItem,
  storedAnswer,
} from './service/answering.ts';

export type { AnswerInput } from './service/answering.ts';
export { type AttemptInput, answerInAttempt, type SetView, viewSet } from './service/attempts.ts';

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
