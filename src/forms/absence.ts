import { z } from 'zod';
import { findByLogins } from '#features/identity/service.ts';
import { type Absence, checkAbsence, isAbsenceKind } from '#features/programme/absence.ts';
import {
  type MovedDate,
  type ProgrammeApp,
  previewAbsence,
  recordAbsence,
  withdrawAbsence,
} from '#features/programme/service.ts';
import { type Problem, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

export type AbsenceValues = {
  readonly login: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
};
export const NO_ABSENCE: AbsenceValues = { login: '', kind: 'leave', from: '', to: '', why: '' };

const absenceForm = z.object({
  eventId: z.uuid().toLowerCase(),
  act: z.enum(['preview', 'record']),
  login: textField(64),
  kind: textField(),
  from: textField(),
  to: textField(),
  why: textField(500),
});

/** Shows what an absence would move, or records it. */
export async function sendAbsence(
  app: ProgrammeApp,
  actor: Actor,
  form: FormData,
): Promise<Reply<{ readonly moved: readonly MovedDate[] | null }, AbsenceValues>> {
  const sent = readForm(form, absenceForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: NO_ABSENCE };
  const { eventId, act, ...values } = sent;
  const days = { fromDay: values.from, toDay: values.to };
  const { found } = await findByLogins(app, [values.login.trim()]);
  const [personId] = found;
  const problems: Problem[] = [
    ...(personId
      ? []
      : [{ code: 'people-unknown', field: 'login', values: { logins: values.login } }]),
    ...checkAbsence(days),
  ];
  if (!isAbsenceKind(values.kind) || !personId || problems.length > 0) {
    return { ok: false, problems: problems.length > 0 ? problems : UNREADABLE, values };
  }
  const absence: Absence = { kind: values.kind, ...days };
  if (act === 'preview') {
    const seen = await previewAbsence(app, actor, { personId, add: absence });
    return seen.ok ? { ok: true, value: { moved: seen.value } } : replyTo(seen, values);
  }
  const input = { ...absence, eventId, personId, why: values.why.trim() };
  const outcome = await recordAbsence(app, actor, input);
  return outcome.ok ? { ok: true, value: { moved: null } } : replyTo(outcome, values);
}

const withdrawingForm = z.object({ absence: z.string(), reason: textField(2_000) });

export async function sendAbsenceWithdrawn(
  app: ProgrammeApp,
  actor: Actor,
  form: FormData,
): Promise<Result<unknown>> {
  const sent = readForm(form, withdrawingForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  const { absence: absenceId, reason } = sent;
  return withdrawAbsence(app, actor, { absenceId, reason: reason.trim() });
}
