import { z } from 'zod';
import type { WithItems } from '#features/assessment/item.ts';
import type { Given } from '#features/assessment/item-kind.ts';
import { answerItem } from '#features/assessment/service.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import { slugSchema } from '#features/catalogue/text.ts';
import type { App } from '#kernel/ports.ts';
import type { Problem } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';

type Sent = { readonly courseId: string; readonly lessonId: string; readonly form: FormData };
/** The question the form was about, what was typed, and what kept it from being scored; no problem when it was. */
export type SentAnswer = {
  readonly itemId: string;
  readonly given: Given;
  readonly problem: Problem | null;
};

const answerForm = z.object({ eventId: z.uuid().toLowerCase(), item: slugSchema });

/** The form of one question: `eventId`, `item`, and the fields the question's type reads. */
export async function sendAnswer(
  app: App & WithCatalogue & WithItems,
  actor: Actor,
  { courseId, lessonId, form }: Sent,
): Promise<SentAnswer> {
  const given = givenIn(form);
  const sent = answerForm.safeParse(Object.fromEntries(form));
  if (!sent.success) return { itemId: '', given, problem: { code: 'form-incomplete' } };
  const { eventId, item: itemId } = sent.data;
  const input = { eventId, courseId, lessonId, itemId, response: given };
  const outcome = await answerItem(app, actor, input);
  return { itemId, given, problem: outcome.ok ? null : outcome.problem };
}

const OURS = new Set(['act', 'eventId', 'item']);

/** The fields of a question, as typed: all but those the form itself has. */
export function givenIn(form: FormData, ours: ReadonlySet<string> = OURS): Given {
  const names = [...new Set(form.keys())].filter((name) => !ours.has(name));
  const words = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  return Object.fromEntries(names.map((name) => [name, words(name)]));
}
