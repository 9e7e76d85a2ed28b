import { z } from 'zod';
import { type MergingApp, mergePeople, undoMerge } from '#features/merging/service.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

const mergeForm = z.object({
  eventId: z.uuid().toLowerCase(),
  fromId: z.uuid().toLowerCase(),
  reason: textField(),
});

/** Makes the account that was previewed part of the one of the page; answers the id of the merge. */
export async function sendMerge(
  app: MergingApp,
  actor: Actor,
  { form, intoId }: { form: FormData; intoId: string },
): Promise<Reply<{ mergeId: string }, { reason: string }>> {
  const sent = readForm(form, mergeForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: { reason: '' } };
  const { reason } = sent;
  return replyTo(await mergePeople(app, actor, { ...sent, intoId }), { reason });
}

const undoForm = z.object({ reason: textField() });

export async function sendUndo(
  app: MergingApp,
  actor: Actor,
  { form, mergeId }: { form: FormData; mergeId: string },
): Promise<Reply<null, { reason: string }>> {
  const sent = readForm(form, undoForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: { reason: '' } };
  return replyTo(await undoMerge(app, actor, { ...sent, mergeId }), sent);
}
