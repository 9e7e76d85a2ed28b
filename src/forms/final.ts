import { z } from 'zod';
import type { WithItems } from '#features/assessment/item.ts';
import type { Given } from '#features/assessment/item-kind.ts';
import { answerFinal } from '#features/assessment/service.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import { slugSchema } from '#features/catalogue/text.ts';
import type { App } from '#kernel/ports.ts';
import type { Problem } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { givenIn } from './assessment.ts';

const finalForm = z.object({
  eventId: z.uuid().toLowerCase(),
  attempt: z.coerce.number().int().min(1).max(10_000),
  lesson: slugSchema,
  item: slugSchema,
});
const OURS = new Set(['eventId', 'attempt', 'lesson', 'item']);

export type SentFinal = {
  readonly itemId: string;
  readonly given: Given;
  readonly problem: Problem | null;
};

/** The answer to one question of a final assessment; no problem when it is kept. */
export async function sendFinal(
  app: App & WithCatalogue & WithItems,
  actor: Actor,
  { courseId, form }: { courseId: string; form: FormData },
): Promise<SentFinal> {
  const given = givenIn(form, OURS);
  const sent = finalForm.safeParse(Object.fromEntries(form));
  if (!sent.success) return { itemId: '', given, problem: { code: 'form-incomplete' } };
  const { eventId, attempt, lesson: lessonId, item: itemId } = sent.data;
  const place = { courseId, lessonId, itemId };
  const outcome = await answerFinal(app, actor, { ...place, eventId, attempt, response: given });
  return { itemId, given, problem: outcome.ok ? null : outcome.problem };
}
