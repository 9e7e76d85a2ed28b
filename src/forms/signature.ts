import { z } from 'zod';
import type { WithCare } from '#features/competency/care.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import { signLevel, withdrawSignature } from '#features/competency/service.ts';
import type { App } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import { readLevel } from './levels.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

type SigningApp = App & WithFramework & WithCare;
const uuid = z.uuid().toLowerCase();
const signForm = z.object({ eventId: uuid, level: textField(1) });
const withdrawForm = z.object({ signature: uuid, reason: textField() });

export type SignatureAct = 'signed' | 'withdrawn';
/** Which signature was to be taken back, and why; empty for signing. */
export type SignatureValues = { readonly signature: string; readonly reason: string };
const NOTHING: SignatureValues = { signature: '', reason: '' };

/** Signs the level a page proposed, or takes a signature back; the field `act` says which. */
export async function sendSignature(
  app: SigningApp,
  actor: Actor,
  about: { personId: string; competency: string; form: FormData },
): Promise<Reply<SignatureAct, SignatureValues>> {
  const { personId, competency, form } = about;
  if (form.get('act') === 'withdraw') return sendBack(app, actor, form);
  const sent = readForm(form, signForm);
  const level = readLevel(sent?.level);
  if (sent === null || level === null) return { ok: false, problems: UNREADABLE, values: NOTHING };
  const { eventId } = sent;
  return replyTo(await signLevel(app, actor, { eventId, personId, competency, level }), NOTHING);
}

async function sendBack(app: SigningApp, actor: Actor, form: FormData) {
  const sent = readForm(form, withdrawForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: NOTHING } as const;
  const { signature: signatureId, reason } = sent;
  return replyTo(await withdrawSignature(app, actor, { signatureId, reason }), sent);
}
