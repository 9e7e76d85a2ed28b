import { z } from 'zod';
import { MAIL_CHOICES } from '#features/reminder/choice.ts';
import { chooseMail } from '#features/reminder/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { readForm } from './reply.ts';

const choiceForm = z.object({ mail: z.enum(MAIL_CHOICES) });

/** Somebody chooses how often reminders come by mail; sent twice it is chosen once. */
export async function sendMailChoice(
  app: App,
  actor: Actor,
  form: FormData,
): Promise<Result<null>> {
  const sent = readForm(form, choiceForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  await chooseMail(app, actor, sent.mail);
  return ok(null);
}
