import { z } from 'zod';
import type { WithCare } from '#features/competency/care.ts';
import { VERDICTS } from '#features/competency/challenge.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import {
  answerChallenge,
  challengeEvidence,
  revokeEvidence,
  withdrawChallenge,
} from '#features/competency/service.ts';
import type { App } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

type ChallengeApp = App & WithFramework & WithCare;
const uuid = z.uuid().toLowerCase();

/** What can be done about a piece of evidence; `act` of its forms. */
export const PIECE_ACTS = ['challenge', 'withdraw', 'answer', 'revoke'] as const;
export type PieceAct = (typeof PIECE_ACTS)[number];
export type PieceValues = { readonly reason: string; readonly verdict: string };

const reasonForm = z.object({ reason: textField() });
const challengeForm = reasonForm.extend({ eventId: uuid });
const withdrawForm = z.object({ challenge: uuid });
const answerForm = reasonForm.extend({ challenge: uuid, verdict: z.enum(VERDICTS).optional() });

const NOTHING: PieceValues = { reason: '', verdict: '' };
type Sent = { readonly evidenceId: string; readonly form: FormData };

/** One of the forms about a piece of evidence; the field `act` says which. Answers what was done. */
export async function sendPieceAct(
  app: ChallengeApp,
  actor: Actor,
  sent: Sent,
): Promise<Reply<PieceAct, PieceValues>> {
  switch (sent.form.get('act')) {
    case 'challenge':
      return sendChallenge(app, actor, sent);
    case 'withdraw':
      return sendBack(app, actor, sent);
    case 'answer':
      return sendAnswer(app, actor, sent);
    case 'revoke':
      return sendRevocation(app, actor, sent);
    default:
      return unreadable();
  }
}

async function sendChallenge(app: ChallengeApp, actor: Actor, { evidenceId, form }: Sent) {
  const sent = readForm(form, challengeForm);
  if (sent === null) return unreadable();
  const outcome = await challengeEvidence(app, actor, { ...sent, evidenceId });
  return done('challenge', replyTo(outcome, { ...NOTHING, reason: sent.reason }));
}

async function sendBack(app: ChallengeApp, actor: Actor, { form }: Sent) {
  const sent = readForm(form, withdrawForm);
  if (sent === null) return unreadable();
  return done('withdraw', replyTo(await withdrawChallenge(app, actor, sent.challenge), NOTHING));
}

async function sendAnswer(app: ChallengeApp, actor: Actor, { form }: Sent) {
  const sent = readForm(form, answerForm);
  if (sent === null) return unreadable();
  const { challenge: challengeId, verdict, reason } = sent;
  const values = { reason, verdict: verdict ?? '' };
  if (verdict === undefined) {
    const problems = [{ code: 'challenge-verdict-missing', field: 'verdict' }];
    return { ok: false, problems, values } as const;
  }
  const outcome = await answerChallenge(app, actor, { challengeId, verdict, answer: reason });
  return done('answer', replyTo(outcome, values));
}

async function sendRevocation(app: ChallengeApp, actor: Actor, { evidenceId, form }: Sent) {
  const sent = readForm(form, reasonForm);
  if (sent === null) return unreadable();
  const outcome = await revokeEvidence(app, actor, { evidenceId, reason: sent.reason });
  return done('revoke', replyTo(outcome, { ...NOTHING, reason: sent.reason }));
}

function done<T>(act: PieceAct, reply: Reply<T, PieceValues>): Reply<PieceAct, PieceValues> {
  return reply.ok ? { ok: true, value: act } : reply;
}

function unreadable(): Reply<PieceAct, PieceValues> {
  return { ok: false, problems: UNREADABLE, values: NOTHING };
}
