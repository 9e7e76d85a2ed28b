import { z } from 'zod';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import { enrol, leave, markRead } from '#features/learning/service.ts';
import type { App } from '#kernel/ports.ts';
import { type Problem, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';

type LearningApp = App & WithCatalogue;
type Sent = { readonly courseId: string; readonly form: FormData };
/** Null when it is done. */
export type Sending = Promise<Problem | null>;

const eventId = z.uuid().toLowerCase();
const courseForm = z.object({ act: z.enum(['enrol', 'leave']), eventId });
const readForm = z.object({ act: z.literal('read'), eventId });

/** The forms of a course's page: starting it and leaving it. */
export async function sendCourseForm(
  app: LearningApp,
  actor: Actor,
  { courseId, form }: Sent,
): Sending {
  const sent = courseForm.safeParse(Object.fromEntries(form));
  if (!sent.success) return { code: 'form-incomplete' };
  const act = sent.data.act === 'enrol' ? enrol : leave;
  const outcome = await act(app, actor, { eventId: sent.data.eventId, courseId });
  return outcome.ok ? null : outcome.problem;
}

/** "I have read this" at the end of a lesson. */
export async function sendRead(
  app: LearningApp,
  actor: Actor,
  { courseId, lessonId, form }: Sent & { readonly lessonId: string },
): Sending {
  const sent = readForm.safeParse(Object.fromEntries(form));
  const outcome = sent.success
    ? await markRead(app, actor, { eventId: sent.data.eventId, courseId, lessonId })
    : refuse({ code: 'form-incomplete' });
  return outcome.ok ? null : outcome.problem;
}
