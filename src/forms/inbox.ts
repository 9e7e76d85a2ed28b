import { z } from 'zod';
import { markAllRead, markNotice } from '#features/notify/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { readForm } from './reply.ts';

const markForm = z.discriminatedUnion('as', [
  z.object({ as: z.literal('all') }),
  z.object({ as: z.enum(['read', 'unread']), notice: z.string() }),
]);

/** Marks one notice or all of them; doing it twice changes nothing more. */
export async function sendMark(
  app: App,
  actor: Actor,
  form: FormData,
): Promise<Result<'all' | 'read' | 'unread'>> {
  const sent = readForm(form, markForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  if (sent.as === 'all') {
    await markAllRead(app, actor);
    return ok('all');
  }
  const marked = await markNotice(app, actor, { noticeId: sent.notice, as: sent.as });
  return marked.ok ? ok(sent.as) : marked;
}
