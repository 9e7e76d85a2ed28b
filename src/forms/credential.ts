import { z } from 'zod';
import { GIVEN_MAX } from '#features/credential/given.ts';
import {
  allowAgain,
  type CredentialApp,
  checkForStranger,
  issueCredential,
  takeBack,
  type Verified,
  type VerifyingApp,
  withdrawCredential,
} from '#features/credential/service.ts';
import type { App } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

const askForm = z.object({
  eventId: z.uuid().toLowerCase(),
  achievement: z.string().max(200),
  period: textField(64),
  how: z.enum(['once', 'renew']).default('once'),
});

/** A person asks for a certificate; answers its id and how it was asked for. */
export async function sendAsking(
  app: CredentialApp,
  actor: Actor,
  form: FormData,
): Promise<Reply<{ id: string; isNew: boolean }, null>> {
  const sent = readForm(form, askForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: null };
  const { achievement: key, ...asked } = sent;
  return replyTo(await issueCredential(app, actor, { ...asked, key }), null);
}

/** The owner makes a certificate invalid; the box that says they are sure has to be ticked. */
export async function sendWithdrawing(
  app: App,
  actor: Actor,
  { form, id }: { form: FormData; id: string },
): Promise<Reply<'revoked' | 'already-there', null>> {
  if (form.get('sure') !== 'yes')
    return { ok: false, problems: [{ code: 'credential-not-sure', field: 'sure' }], values: null };
  return replyTo(await withdrawCredential(app, actor, id), null);
}

const takeBackForm = z.object({
  credential: z.string().max(64),
  why: textField(2_000),
  as: z.enum(['issuer', 'barred']).nullable().catch(null),
});
export type TypedTakeBack = z.infer<typeof takeBackForm>;
export const EMPTY_TAKE_BACK: TypedTakeBack = { credential: '', why: '', as: null };

/** An administrator makes a certificate invalid, or allows a new one after that; answers which. */
export async function sendTakingBack(
  app: App,
  actor: Actor,
  form: FormData,
): Promise<Reply<'revoked' | 'allowed' | 'already-there', TypedTakeBack>> {
  const sent = readForm(form, takeBackForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: EMPTY_TAKE_BACK };
  const { credential: id, why, as } = sent;
  if (form.get('act') === 'allow') return replyTo(await allowAgain(app, actor, id), sent);
  if (as === null)
    return {
      ok: false,
      problems: [{ code: 'credential-then-missing', field: 'as' }],
      values: sent,
    };
  return replyTo(await takeBack(app, actor, { id, why, as }), sent);
}

/** Anybody has a certificate checked, as a file or pasted; what was pasted comes back for the form. */
export async function sendChecking(
  app: VerifyingApp,
  form: FormData,
  address: string,
): Promise<Reply<Verified, string>> {
  const typed = form.get('certificate');
  const pasted = typeof typed === 'string' ? typed : '';
  const file = form.get('file');
  const text = file instanceof File && file.size > 0 ? await readStart(file) : pasted;
  return replyTo(await checkForStranger(app, { text, address }), pasted);
}

/** As much of a file as it takes to see that it is too long. */
function readStart(file: File): Promise<string> {
  return file.slice(0, 4 * GIVEN_MAX).text();
}
