import { z } from 'zod';
import { foldLogin } from '#features/identity/login.ts';
import { checkPassword } from '#features/identity/password.ts';
import { foldEmail, foldName } from '#features/identity/person.ts';
import { safeReturnPath } from '#features/identity/return-path.ts';
import {
  acceptInvitation,
  requestReset,
  resetPassword,
  type SignedInSession,
  signIn,
  signUp,
} from '#features/identity/service.ts';
import { checkSignUp } from '#features/identity/sign-up.ts';
import type { App } from '#kernel/ports.ts';
import type { Problem } from '#kernel/result.ts';
import type { Locale } from '#kernel/text.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

/** The desk a form was sent from. */
export type Desk = {
  readonly locale: Locale;
  readonly userAgent: string | null;
  readonly address: string;
};

const REQUIRED = { login: 'login-required', password: 'password-required' };
const NEXT = { next: textField(2_000) };
const signInForm = z.object({ login: textField(), password: textField(), ...NEXT });

export type SignInValues = { readonly login: string; readonly next: string };

/** Signs in; `next` is where to go then, a path of this site. */
export async function sendSignIn(
  app: App,
  form: FormData,
  { userAgent, address }: Desk,
): Promise<Reply<SignedInSession & { next: string | null }, SignInValues>> {
  const sent = readForm(form, signInForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: { login: '', next: '' } };
  const { login, password, next } = sent;
  const values = { login, next };
  const problems = missing({ login, password }, REQUIRED);
  if (problems.length > 0) return { ok: false, problems, values };
  const outcome = await signIn(app, { login, password, userAgent, address });
  if (!outcome.ok) return replyTo(outcome, values);
  return { ok: true, value: { ...outcome.value, next: safeReturnPath(next) } };
}

const signUpForm = z.object({
  name: textField(),
  login: textField(),
  email: textField(),
  password: textField(),
  ...NEXT,
});

export type SignUpValues = {
  readonly name: string;
  readonly login: string;
  readonly email: string;
  readonly next: string;
};

export async function sendSignUp(
  app: App,
  form: FormData,
  desk: Desk,
): Promise<Reply<SignedInSession & { next: string | null }, SignUpValues>> {
  const sent = readForm(form, signUpForm);
  if (sent === null) {
    const values = { name: '', login: '', email: '', next: '' };
    return { ok: false, problems: UNREADABLE, values };
  }
  const { password, ...values } = sent;
  const person = {
    name: foldName(sent.name),
    login: foldLogin(sent.login),
    email: foldEmail(sent.email),
    password,
  };
  const problems = checkSignUp(person);
  if (problems.length > 0) return { ok: false, problems, values };
  const outcome = await signUp(app, { ...person, ...desk });
  if (!outcome.ok) return replyTo(outcome, values);
  return { ok: true, value: { ...outcome.value, next: safeReturnPath(sent.next) } };
}

const forgotForm = z.object({ login: textField() });

export async function sendForgot(
  app: App,
  form: FormData,
  { address }: Desk,
): Promise<Reply<null, { login: string }>> {
  const sent = readForm(form, forgotForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: { login: '' } };
  return replyTo(await requestReset(app, { login: sent.login, address }), sent);
}

const resetForm = z.object({ password: textField() });

export async function sendReset(
  app: App,
  form: FormData,
  token: string,
): Promise<Reply<{ login: string }, null>> {
  const sent = readForm(form, resetForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: null };
  return replyTo(await resetPassword(app, { token, password: sent.password }), null);
}

const welcomeForm = z.object({ name: textField(), login: textField(), password: textField() });

export type WelcomeValues = { readonly name: string; readonly login: string };

export async function sendWelcome(
  app: App,
  form: FormData,
  { token, locale, userAgent }: Pick<Desk, 'locale' | 'userAgent'> & { token: string },
): Promise<Reply<SignedInSession, WelcomeValues>> {
  const sent = readForm(form, welcomeForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: { name: '', login: '' } };
  const values = { name: sent.name, login: sent.login };
  const person = {
    name: foldName(sent.name),
    login: foldLogin(sent.login),
    password: sent.password,
  };
  const problems = checkSignUp({ ...person, email: null });
  if (problems.length > 0) return { ok: false, problems, values };
  const outcome = await acceptInvitation(app, { ...person, token, locale, userAgent });
  return replyTo(outcome, values);
}

/** The problem of each field that was left empty. */
export function missing(
  fields: Readonly<Record<string, string>>,
  codes: Readonly<Record<string, string>>,
): Problem[] {
  return Object.entries(codes)
    .filter(([field]) => fields[field] === '')
    .map(([field, code]) => ({ code, field }));
}

/** What is wrong with a new password, said at the field it was typed into. */
export function passwordProblem(password: string, login: string, field: string): Problem[] {
  const problem = checkPassword(password, login);
  return problem === null ? [] : [{ ...problem, field }];
}
