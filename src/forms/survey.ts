import { z } from 'zod';
import type { Answers, Sent } from '#features/survey/answers.ts';
import { PLACES } from '#features/survey/round.ts';
import type { SurveyApp } from '#features/survey/service/around.ts';
import { closeRound, openRound, sendAnswers } from '#features/survey/service.ts';
import { type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

/** What a form keeps a field of a question under, so that no question id can meet a field of ours. */
const FIELD = 'q:';
export const fieldName = (field: string) => `${FIELD}${field}`;

const roundForm = z.object({
  eventId: z.uuid().toLowerCase(),
  survey: textField(100),
  place: textField(100),
  opens: textField(10),
  closes: textField(10),
});
export type RoundValues = Omit<z.infer<typeof roundForm>, 'eventId'>;
export const NO_ROUND: RoundValues = { survey: '', place: '', opens: '', closes: '' };

/** Opening a round; its place is one option of a select, `cohort:<id>`, `unit:<id>` or `everyone`. */
export async function sendRound(
  app: SurveyApp,
  actor: Actor,
  form: FormData,
): Promise<Reply<string, RoundValues>> {
  const sent = readForm(form, roundForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: NO_ROUND };
  const { eventId, ...values } = sent;
  const [kind = '', placeId = ''] = values.place.split(':');
  const place = PLACES.find((one) => one === kind);
  if (place === undefined) {
    return { ok: false, problems: [{ code: 'survey-place', field: 'place' }], values };
  }
  const { survey: surveyId, opens: opensOn, closes: closesOn } = values;
  const input = { eventId, surveyId, place, placeId, opensOn, closesOn };
  return replyTo(await openRound(app, actor, input), values);
}

const answerForm = z.object({ key: z.string().min(30).max(100) });

/** What was typed into the form of a survey, by field. */
export function sentIn(form: FormData): Sent {
  return (field) => form.getAll(fieldName(field)).filter((value) => typeof value === 'string');
}

/** Answers as a form shows them again. */
export function sentFrom({ steps, choices, texts }: Answers): Sent {
  return (field) => {
    const step = steps[field];
    if (step !== undefined) return [String(step)];
    const text = texts[field];
    return text === undefined ? (choices[field] ?? []) : [text];
  };
}

/** Somebody's answers; on success the key under which their browser may change them. */
export async function sendSurvey(
  app: SurveyApp,
  actor: Actor,
  { form, roundId }: { form: FormData; roundId: string },
): Promise<Result<{ key: string }>> {
  const sent = readForm(form, answerForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  const { key } = sent;
  const done = await sendAnswers(app, actor, { roundId, key, sent: sentIn(form) });
  return done.ok ? { ok: true, value: { key } } : done;
}

export function sendRoundEnd(
  app: SurveyApp,
  actor: Actor,
  roundId: string,
): Promise<Result<'closed'>> {
  return closeRound(app, actor, roundId);
}
