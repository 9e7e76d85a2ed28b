import { z } from 'zod';
import {
  checkEmail,
  checkName,
  foldEmail,
  foldName,
  type SignedIn,
} from '#features/identity/person.ts';
import {
  changeEmail,
  changePassword,
  changeProfile,
  endOwnSession,
} from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import { missing, passwordProblem } from './identity.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

const REQUIRED = {
  emailPassword: 'current-password-required',
  currentPassword: 'current-password-required',
};

const profileForm = z.object({ name: textField(), locale: z.enum(LOCALES) });

export type ProfileValues = { readonly name: string; readonly locale: Locale };

/** Answers with the language that was chosen. */
export async function sendProfile(
  app: App,
  person: SignedIn,
  form: FormData,
): Promise<Reply<Locale, ProfileValues>> {
  const sent = readForm(form, profileForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: person };
  const name = foldName(sent.name);
  const problem = checkName(name);
  if (problem) return { ok: false, problems: [problem], values: sent };
  const outcome = await changeProfile(app, person, { name, locale: sent.locale });
  return outcome.ok ? { ok: true, value: sent.locale } : replyTo(outcome, sent);
}

const emailForm = z.object({ email: textField(), emailPassword: textField() });

export async function sendEmail(
  app: App,
  person: SignedIn,
  form: FormData,
): Promise<Reply<null, { email: string }>> {
  const sent = readForm(form, emailForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: { email: '' } };
  const { email: typed, emailPassword } = sent;
  const email = foldEmail(typed);
  const problem = checkEmail(email);
  const problems = [...(problem ? [problem] : []), ...missing({ emailPassword }, REQUIRED)];
  if (problems.length > 0) return { ok: false, problems, values: { email: typed } };
  const outcome = await changeEmail(app, person, { email, password: emailPassword });
  return replyTo(outcome, { email: typed });
}

const passwordForm = z.object({ currentPassword: textField(), newPassword: textField() });

export async function sendPassword(
  app: App,
  person: SignedIn,
  { form, sessionId }: { form: FormData; sessionId: string },
): Promise<Reply<null, null>> {
  const sent = readForm(form, passwordForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: null };
  const { currentPassword, newPassword } = sent;
  const problems = [
    ...missing({ currentPassword }, REQUIRED),
    ...passwordProblem(newPassword, person.login, 'newPassword'),
  ];
  if (problems.length > 0) return { ok: false, problems, values: null };
  const change = { current: currentPassword, next: newPassword, sessionId };
  return replyTo(await changePassword(app, person, change), null);
}

const sessionForm = z.object({ session: textField() });

export async function sendEndSession(
  app: App,
  person: SignedIn,
  form: FormData,
): Promise<Reply<null, null>> {
  const sent = readForm(form, sessionForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: null };
  return replyTo(await endOwnSession(app, person, sent.session), null);
}
