import type { Tx } from '#db/client.ts';
import type { AuditedAct } from '#features/audit/entry.ts';
import { writeAudit } from '#features/audit/service.ts';
import { queueMessage } from '#features/notify/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may, type Role } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';
import { type Invitation, type InvitationState, stateOfInvitation } from '../invitation.ts';
import { INVITATION_MS } from '../limits.ts';
import { checkEmail, checkName, orderRoles } from '../person.ts';
import {
  countInvitations,
  countOpen,
  findInvitation,
  findOpenFor,
  type InvitationRow,
  insertInvitation,
  listInvitations as listNewest,
  updateInvitation,
} from '../store/invitations.ts';
import { findPerson, isEmailTaken } from '../store/people.ts';
import { checkPlace } from './units.ts';

export const INVITATIONS_PAGE = 50;

export type NewInvitation = {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unitId: string | null;
  /** Language of the mail. */
  readonly locale: Locale;
};
export type ListedInvitation = Invitation & { readonly state: InvitationState };

/** Invites somebody by mail: the link in it lets them choose a login and a password. */
export async function invite(
  app: App,
  actor: Actor,
  input: NewInvitation,
): Promise<Result<{ invitationId: string }>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const { email, name, unitId, locale } = input;
  const roles = orderRoles(input.roles);
  const problem = checkName(name) ?? checkEmail(email);
  if (problem) return refuse(problem);
  if (roles.length === 0) return refuse({ code: 'roles-required', field: 'roles' });
  const token = app.newSecret();
  return app.db.write(async (tx) => {
    const createdAt = app.clock.now();
    const noPlace = await checkPlace(tx, unitId);
    if (noPlace) return refuse(noPlace);
    if (await isEmailTaken(tx, email)) return refuse({ code: 'email-taken', field: 'email' });
    if (await findOpenFor(tx, email, createdAt))
      return refuse({ code: 'already-invited', field: 'email' });
    const id = app.newId();
    const row = {
      id,
      email,
      name,
      unitId,
      createdAt,
      tokenHash: app.hash(token),
      roles: JSON.stringify(roles),
      invitedBy: actor.personId,
      expiresAt: createdAt + INVITATION_MS,
    };
    await insertInvitation(tx, row);
    await mailInvitation(tx, app, { actor, invitation: row, token, locale });
    await auditInvitation(tx, app, { actor, id, act: 'invited', detail: { email, roles, unitId } });
    return ok({ invitationId: id });
  });
}

/** Sends a new link for another 14 days; the old one stops working. */
export async function resendInvitation(
  app: App,
  actor: Actor,
  { invitationId, locale }: { invitationId: string; locale: Locale },
): Promise<Result<null>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const token = app.newSecret();
  return app.db.write(async (tx) => {
    const found = await findSendable(tx, app, invitationId);
    if (!found.ok) return found;
    const expiresAt = app.clock.now() + INVITATION_MS;
    await updateInvitation(tx, invitationId, { tokenHash: app.hash(token), expiresAt });
    const invitation = { ...found.value, expiresAt };
    await mailInvitation(tx, app, { actor, invitation, token, locale });
    const act = 'invitation-sent-again';
    await auditInvitation(tx, app, { actor, id: invitationId, act, detail: {} });
    return ok(null);
  });
}

/** Takes an invitation back: its link stops working. */
export async function withdrawInvitation(
  app: App,
  actor: Actor,
  invitationId: string,
): Promise<Result<null>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  return app.db.write(async (tx) => {
    const found = await findSendable(tx, app, invitationId);
    if (!found.ok) return found;
    await updateInvitation(tx, invitationId, { withdrawnAt: app.clock.now() });
    const act = 'invitation-withdrawn';
    await auditInvitation(tx, app, { actor, id: invitationId, act, detail: {} });
    return ok(null);
  });
}

/** One page (from 1) of all invitations, newest first. */
export async function listInvitations(
  app: App,
  actor: Actor,
  page: number,
): Promise<
  Result<{ invitations: ListedInvitation[]; page: number; pages: number; total: number }>
> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const total = await countInvitations(app.db.read);
  const pages = Math.max(1, Math.ceil(total / INVITATIONS_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const window = { offset: (shown - 1) * INVITATIONS_PAGE, limit: INVITATIONS_PAGE };
  const now = app.clock.now();
  const invitations = (await listNewest(app.db.read, window))
    .map(readInvitation)
    .map((invitation) => ({ ...invitation, state: stateOfInvitation(invitation, now) }));
  return ok({ invitations, page: shown, pages, total });
}

export async function countOpenInvitations(
  app: App,
  actor: Actor,
): Promise<Result<{ waiting: number; expired: number }>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  return ok(await countOpen(app.db.read, app.clock.now()));
}

/** Without the token's hash, which no page needs. */
export function readInvitation(row: InvitationRow): Invitation {
  const { id, email, name, unitId, invitedBy, createdAt, expiresAt, acceptedAt, withdrawnAt } = row;
  const roles = orderRoles(JSON.parse(row.roles));
  const people = { id, email, name, roles, unitId, invitedBy };
  return { ...people, createdAt, expiresAt, acceptedAt, withdrawnAt };
}

async function findSendable(tx: Tx, app: App, id: string): Promise<Result<InvitationRow>> {
  const row = await findInvitation(tx, id);
  if (row === undefined) return refuse({ code: 'not-found' });
  const state = stateOfInvitation(readInvitation(row), app.clock.now());
  if (state === 'accepted' || state === 'withdrawn') return refuse({ code: 'invitation-closed' });
  return ok(row);
}

async function mailInvitation(
  tx: Tx,
  app: App,
  mail: {
    actor: Actor;
    invitation: { email: string; name: string; expiresAt: number };
    token: string;
    locale: Locale;
  },
): Promise<void> {
  const { email: address, name, expiresAt } = mail.invitation;
  const inviter = (await findPerson(tx, mail.actor.personId))?.name;
  if (inviter === undefined) throw new Error(`no person ${mail.actor.personId}`);
  const path = `/${mail.locale}/welcome/${mail.token}`;
  const params = { name, inviter, path, expiresAt };
  await queueMessage(tx, app, { address, locale: mail.locale, template: 'invitation', params });
}

async function auditInvitation(
  tx: Tx,
  app: App,
  entry: { actor: Actor; id: string; act: AuditedAct; detail: Record<string, unknown> },
): Promise<void> {
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId: entry.actor.personId,
    act: entry.act,
    subject: `invitation:${entry.id}`,
    detail: entry.detail,
  });
}
