import { writeAudit } from '#features/audit/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Locale } from '#kernel/text.ts';
import { type Invitation, stateOfInvitation } from '../invitation.ts';
import { checkSignUp } from '../sign-up.ts';
import { findByToken, type InvitationRow, updateInvitation } from '../store/invitations.ts';
import { isEmailTaken, isLoginTaken } from '../store/people.ts';
import { readInvitation } from './invitations.ts';
import { createPerson } from './people.ts';
import { beginSession } from './sessions.ts';
import type { SignedInSession } from './sign-in.ts';

export type Acceptance = {
  readonly token: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly locale: Locale;
  readonly userAgent: string | null;
};

/** What the person behind a link was invited to; refused when the link is unknown, used, withdrawn or too old. */
export async function viewInvitation(app: App, token: string): Promise<Result<Invitation>> {
  const row = await findByToken(app.db.read, app.hash(token));
  const refusal = refusalOf(app, row);
  if (refusal) return refuse(refusal);
  return row ? ok(readInvitation(row)) : refuse({ code: 'invitation-unknown' });
}

/** Turns an invitation into an account with the roles and the unit it promised, and signs in. Works once. */
export async function acceptInvitation(
  app: App,
  input: Acceptance,
): Promise<Result<SignedInSession>> {
  const { token, name, login, password, locale, userAgent } = input;
  const seen = await viewInvitation(app, token);
  if (!seen.ok) return seen;
  const [problem] = checkSignUp({ name, login, password, email: null });
  if (problem) return refuse(problem);
  const passwordHash = await app.passwords.hash(password);
  return app.db.write(async (tx) => {
    const row = await findByToken(tx, app.hash(token));
    const refusal = refusalOf(app, row);
    if (row === undefined || refusal) return refuse(refusal ?? { code: 'invitation-unknown' });
    const { id, roles, unitId, email } = readInvitation(row);
    if (await isLoginTaken(tx, login)) return refuse({ code: 'login-taken', field: 'login' });
    if (await isEmailTaken(tx, email)) return refuse({ code: 'invitation-has-account' });
    const person = { name, login, email, locale, passwordHash, roles, unitId };
    const personId = await createPerson(tx, app, person);
    const at = app.clock.now();
    await updateInvitation(tx, id, { acceptedAt: at, acceptedBy: personId });
    const session = await beginSession(tx, app, { personId, userAgent });
    const act = 'invitation-accepted';
    await writeAudit(tx, {
      at,
      actorId: personId,
      act,
      subject: `invitation:${id}`,
      detail: { personId },
    });
    return ok({ ...session, personId, locale });
  });
}

function refusalOf(app: App, row: InvitationRow | undefined): { code: string } | null {
  if (row === undefined) return { code: 'invitation-unknown' };
  const state = stateOfInvitation(readInvitation(row), app.clock.now());
  return state === 'waiting' ? null : { code: `invitation-${state}` };
}
