import { z } from 'zod';
import {
  checkEmail,
  checkName,
  foldEmail,
  foldName,
  orderRoles,
} from '#features/identity/person.ts';
import {
  changeRoles,
  invite,
  moveToUnit,
  resendInvitation,
  withdrawInvitation,
} from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';
import type { Problem } from '#kernel/result.ts';
import type { Actor, Role } from '#kernel/rights.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

export type InvitationValues = {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly unit: string;
  readonly locale: Locale;
};

const invitationForm = z.object({
  name: textField(),
  email: textField(),
  unit: textField(),
  locale: z.enum(LOCALES),
});

/** An invitation form as it is first shown. */
export function emptyInvitation(locale: Locale): InvitationValues {
  return { name: '', email: '', roles: [], unit: '', locale };
}

export async function sendInvitation(
  app: App,
  actor: Actor,
  form: FormData,
): Promise<Reply<{ invitationId: string }, InvitationValues>> {
  const sent = readForm(form, invitationForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: emptyInvitation('ko') };
  const values = { ...sent, roles: rolesIn(form) };
  const name = foldName(sent.name);
  const email = foldEmail(sent.email);
  const problems: Problem[] = [
    checkName(name),
    email === null ? { code: 'email-required', field: 'email' } : checkEmail(email),
    values.roles.length === 0 ? { code: 'roles-required', field: 'roles' } : null,
  ].filter((problem) => problem !== null);
  if (email === null || problems.length > 0) return { ok: false, problems, values };
  const { roles, locale } = values;
  const unitId = values.unit || null;
  return replyTo(await invite(app, actor, { name, email, roles, unitId, locale }), values);
}

const oneInvitationForm = z.object({
  invitation: textField(),
  act: z.enum(['resend', 'withdraw']),
});

/** Sends an invitation again in the administrator's language, or takes it back; answers which. */
export async function sendInvitationAct(
  app: App,
  actor: Actor,
  { form, locale }: { form: FormData; locale: Locale },
): Promise<Reply<'resend' | 'withdraw', null>> {
  const sent = readForm(form, oneInvitationForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: null };
  const { invitation: invitationId, act } = sent;
  const outcome =
    act === 'resend'
      ? await resendInvitation(app, actor, { invitationId, locale })
      : await withdrawInvitation(app, actor, invitationId);
  return outcome.ok ? { ok: true, value: act } : replyTo(outcome, null);
}

export async function sendRoles(
  app: App,
  actor: Actor,
  { form, personId }: { form: FormData; personId: string },
): Promise<Reply<unknown, readonly Role[]>> {
  const roles = rolesIn(form);
  return replyTo(await changeRoles(app, actor, { personId, roles }), roles);
}

const unitForm = z.object({ unit: textField() });

export async function sendUnit(
  app: App,
  actor: Actor,
  { form, personId }: { form: FormData; personId: string },
): Promise<Reply<null, string>> {
  const sent = readForm(form, unitForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: '' };
  const outcome = await moveToUnit(app, actor, { personId, unitId: sent.unit || null });
  return replyTo(outcome, sent.unit);
}

function rolesIn(form: FormData): Role[] {
  return orderRoles(form.getAll('roles'));
}
