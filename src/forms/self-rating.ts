import { z } from 'zod';
import type { WithFramework } from '#features/competency/framework.ts';
import { rateOneself } from '#features/competency/service.ts';
import type { App } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import { levelField, readLevel } from './levels.ts';
import { type Reply, readForm, replyTo, UNREADABLE } from './reply.ts';

const ratingForm = z.object({ eventId: z.uuid().toLowerCase() });

/** What a person says of themselves in one competency. */
export async function sendSelfRating(
  app: App & WithFramework,
  actor: Actor,
  { competency, form }: { competency: string; form: FormData },
): Promise<Reply<'stored', null>> {
  const sent = readForm(form, ratingForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: null };
  const level = readLevel(form.get(levelField(competency)));
  if (level === null) {
    const problem = { code: 'self-level-missing', field: levelField(competency) };
    return { ok: false, problems: [problem], values: null };
  }
  return replyTo(await rateOneself(app, actor, { ...sent, competency, level }), null);
}
