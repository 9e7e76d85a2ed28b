import { z } from 'zod';
import type { WithCare } from '#features/competency/care.ts';
import {
  answerExtension,
  askExtension,
  type ProgrammeApp,
  withdrawExtension,
} from '#features/programme/service.ts';
import { type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

const eventId = z.uuid().toLowerCase();
const REASON_MAX = 2_000;

export type AskingValues = { readonly until: string; readonly reason: string };
const askingForm = z.object({ eventId, until: textField(), reason: textField(REASON_MAX) });

/** A person asks for a later date for one period of a programme. */
export async function sendAsking(
  app: ProgrammeApp & WithCare,
  actor: Actor,
  { form, programmeId, period }: { form: FormData; programmeId: string; period: string },
): Promise<Reply<null, AskingValues>> {
  const sent = readForm(form, askingForm);
  if (sent === null) {
    return { ok: false, problems: UNREADABLE, values: { until: '', reason: '' } };
  }
  const { until, reason } = sent;
  const input = { eventId: sent.eventId, programmeId, period, wantedUntil: until, reason };
  return replyTo(await askExtension(app, actor, input), { until, reason });
}

const withdrawingForm = z.object({ extension: z.string() });

export async function sendWithdrawing(
  app: ProgrammeApp,
  actor: Actor,
  form: FormData,
): Promise<Result<null>> {
  const sent = readForm(form, withdrawingForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  return withdrawExtension(app, actor, sent.extension);
}

export type AnsweringValues = {
  readonly extension: string;
  readonly until: string;
  readonly answer: string;
};
const answeringForm = z.object({
  extension: z.string(),
  outcome: z.enum(['granted', 'refused']),
  until: textField(),
  answer: textField(REASON_MAX),
});

/** Whoever looks after a person answers their request. */
export async function sendAnswering(
  app: ProgrammeApp & WithCare,
  actor: Actor,
  form: FormData,
): Promise<Reply<'granted' | 'refused', AnsweringValues>> {
  const sent = readForm(form, answeringForm);
  if (sent === null) {
    const values = { extension: '', until: '', answer: '' };
    return { ok: false, problems: UNREADABLE, values };
  }
  const { extension, outcome, until, answer } = sent;
  const input = { extensionId: extension, outcome, until, answer };
  const outcomeOf = await answerExtension(app, actor, input);
  return outcomeOf.ok
    ? { ok: true, value: outcome }
    : replyTo(outcomeOf, { extension, until, answer });
}
