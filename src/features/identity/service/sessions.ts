import { Lucia, TimeSpan } from 'lucia';
import type { Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { IDLE_MS } from '../limits.ts';
import { readPerson, type SignedIn } from '../person.ts';
import {
  deleteOwnSession,
  deleteSessionsOf,
  findSession,
  hashedSessions,
  isDue,
  type PersonAttributes,
  type SessionPorts,
} from '../store/sessions.ts';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof lucia>;
  }
}
export type NewSession = { readonly sessionId: string; readonly expiresAt: Date };
export type CheckedSession = {
  readonly person: SignedIn;
  /** The session was prolonged: give the cookie its new end. */
  readonly fresh: boolean;
  readonly expiresAt: Date;
};
export type OwnSession = {
  /** Names the session in a form; useless as a key. */
  readonly handle: string;
  readonly startedAt: Instant;
  readonly userAgent: string | null;
  readonly isCurrent: boolean;
};

const USER_AGENT_CHARACTERS = 300;

function lucia(ports: SessionPorts) {
  return new Lucia(hashedSessions(ports), {
    sessionExpiresIn: new TimeSpan(IDLE_MS, 'ms'),
    getUserAttributes: (attributes: PersonAttributes) => attributes,
    getSessionAttributes: (attributes: { createdAt: Instant; userAgent: string | null }) =>
      attributes,
  });
}

const lucias = new WeakMap<App, ReturnType<typeof lucia>>();

function luciaOf(app: App) {
  const { db, clock, hash } = app;
  const known = lucias.get(app) ?? lucia({ reader: db.read, write: db.write, clock, hash });
  lucias.set(app, known);
  return known;
}

/** Begins a session in the transaction of a sign-in, a sign-up or an accepted invitation. */
export async function beginSession(
  tx: Tx,
  { db, clock, hash, newSecret }: App,
  { personId, userAgent }: { personId: string; userAgent: string | null },
): Promise<NewSession> {
  const inside = lucia({ reader: db.read, write: (act) => act(tx), clock, hash });
  const attributes = {
    createdAt: clock.now(),
    userAgent: userAgent?.slice(0, USER_AGENT_CHARACTERS) ?? null,
  };
  const session = await inside.createSession(personId, attributes, { sessionId: newSecret() });
  return { sessionId: session.id, expiresAt: session.expiresAt };
}

/**
 * Whose session this is, or null when it has ended or never was. One query; every hour of use one write, which
 * prolongs the session up to its absolute limit.
 */
export async function checkSession(app: App, sessionId: string): Promise<CheckedSession | null> {
  const { session, user } = await luciaOf(app).validateSession(sessionId);
  if (session === null) return null;
  const { personId, roles, locale, name, login, unitId, email, isDemo } = readPerson({
    ...user,
    createdAt: session.createdAt,
    closedAt: null,
  });
  return {
    person: { personId, roles, locale, name, login, unitId, email, isDemo },
    fresh: session.fresh,
    expiresAt: session.expiresAt,
  };
}

/**
 * Whether a session still belongs to this very person, unchanged, and needs no prolonging: what was made for them may be
 * shown to them again. One query, no write.
 */
export async function sessionStands(
  { db, clock, hash }: App,
  { sessionId, person }: { sessionId: string; person: SignedIn },
): Promise<boolean> {
  const now = clock.now();
  const found = await findSession(db.read, hash(sessionId), now);
  if (found === undefined || isDue(found.session, now)) return false;
  return isSamePerson(readPerson(found), person);
}

function isSamePerson(now: SignedIn, then: SignedIn): boolean {
  const { personId, name, login, locale, unitId, roles } = now;
  return (
    personId === then.personId &&
    name === then.name &&
    login === then.login &&
    locale === then.locale &&
    unitId === then.unitId &&
    roles.join() === then.roles.join()
  );
}

export async function signOut(app: App, actor: Actor, sessionId: string): Promise<void> {
  await app.db.write(async (tx) => {
    await deleteOwnSession(tx, actor.personId, app.hash(sessionId));
    await writeAudit(tx, {
      at: app.clock.now(),
      actorId: actor.personId,
      act: 'signed-out',
      subject: `person:${actor.personId}`,
      detail: {},
    });
  });
}

/** Ends every session of a person: their own wish, or an administrator's. */
export async function endAllSessions(
  app: App,
  actor: Actor,
  personId: string,
): Promise<Result<null>> {
  if (actor.personId !== personId && !may(actor, 'manage-people'))
    return refuse({ code: 'not-allowed' });
  await app.db.write(async (tx) => {
    await deleteSessionsOf(tx, personId);
    await auditEnd(tx, app, { actor, personId, which: 'all' });
  });
  return ok(null);
}

/** The devices on which the actor is signed in, the newest first. */
export async function listOwnSessions(
  app: App,
  actor: Actor,
  currentSessionId: string | null,
): Promise<OwnSession[]> {
  const current = currentSessionId === null ? null : app.hash(currentSessionId);
  const sessions = await luciaOf(app).getUserSessions(actor.personId);
  return sessions.map(({ id, createdAt, userAgent }) => ({
    handle: id,
    startedAt: createdAt,
    userAgent,
    isCurrent: id === current,
  }));
}

/** Ends one of the actor's own sessions, named by its handle. */
export async function endOwnSession(app: App, actor: Actor, handle: string): Promise<Result<null>> {
  return app.db.write(async (tx) => {
    const ended = await deleteOwnSession(tx, actor.personId, handle);
    if (ended === 0) return refuse({ code: 'session-gone' });
    await auditEnd(tx, app, { actor, personId: actor.personId, which: 'one' });
    return ok(null);
  });
}

/** Removes what has run out; nothing depends on it being done in time. */
export async function purgeSessions(app: App): Promise<void> {
  await luciaOf(app).deleteExpiredSessions();
}

async function auditEnd(
  tx: Tx,
  app: App,
  { actor, personId, which }: { actor: Actor; personId: string; which: 'one' | 'all' },
): Promise<void> {
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId: actor.personId,
    act: 'sessions-ended',
    subject: `person:${personId}`,
    detail: { which },
  });
}
