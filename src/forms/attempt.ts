import { z } from 'zod';
import type { WithItems } from '#features/assessment/item.ts';
import type { Given } from '#features/assessment/item-kind.ts';
import type { WithQuestionSets } from '#features/assessment/question-set.ts';
import { answerInAttempt } from '#features/assessment/service.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import { slugSchema } from '#features/catalogue/text.ts';
import type { App } from '#kernel/ports.ts';
import type { Problem } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { givenIn } from './assessment.ts';

const attemptForm = z.object({
  eventId: z.uuid().toLowerCase(),
  attempt: z.coerce.number().int().min(1).max(10_000),
  course: slugSchema,
  lesson: slugSchema,
  item: slugSchema,
});
const OURS = new Set(['eventId', 'attempt', 'course', 'lesson', 'item']);

export type SentAnswer = {
  /** `course/lesson/item`; empty when nothing could be read. */
  readonly object: string;
  readonly given: Given;
  readonly problem: Problem | null;
};

/** The answer to one question of a final assessment (`setId` null) or a question set; no problem when it is kept. */
export async function sendAttempt(
  app: App & WithCatalogue & WithItems & WithQuestionSets,
  actor: Actor,
  { setId, form }: { setId: string | null; form: FormData },
): Promise<SentAnswer> {
  const given = givenIn(form, OURS);
  const sent = attemptForm.safeParse(Object.fromEntries(form));
  if (!sent.success) return { object: '', given, problem: { code: 'form-incomplete' } };
  const { eventId, attempt, course: courseId, lesson: lessonId, item: itemId } = sent.data;
  const place = { courseId, lessonId, itemId };
  const input = { ...place, setId, eventId, attempt, response: given };
  const outcome = await answerInAttempt(app, actor, input);
  const object = `${courseId}/${lessonId}/${itemId}`;
  return { object, given, problem: outcome.ok ? null : outcome.problem };
}
