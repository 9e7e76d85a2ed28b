import { and, desc, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { Database, Reader, Tx } from '#db/client.ts';
import { person, session } from '#db/schema/identity.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ABSOLUTE_MS, IDLE_MS } from '../limits.ts';
import { personColumns } from './people.ts';

declare module 'lucia' {
  interface Register {
    DatabaseUserAttributes: PersonAttributes;
    DatabaseSessionAttributes: SessionAttributes;
  }
}
export type PersonAttributes = Omit<FoundSession, 'session' | 'id' | 'createdAt' | 'closedAt'>;
export type SessionAttributes = { createdAt: Instant; userAgent: string | null };

export type SessionPorts = Pick<App, 'clock' | 'hash'> & {
  readonly reader: Reader;
  readonly write: Database['write'];
};

type FoundSession = NonNullable<Awaited<ReturnType<ReturnType<typeof prepareFind>['get']>>>;

/**
 * Keeps Lucia's sessions by the SHA-256 of their id, so that a stolen table opens nothing, and ends them after
 * `ABSOLUTE_MS`, which Lucia would prolong for ever. Lucia reads the machine's clock; here moments are those of
 * `clock`, and the difference is added on the way in and out.
 */
export function hashedSessions({ reader, write, clock, hash }: SessionPorts): Adapter {
  const toLucia = (instant: Instant) => new Date(instant - clock.now() + Date.now());
  const fromLucia = (date: Date): Instant => date.getTime() + clock.now() - Date.now();
  return {
    async getSessionAndUser(id) {
      const found = await findSession(reader, hash(id), clock.now());
      if (!found) return [null, null];
      return [
        describeSession(found.session, id, (row) => toLucia(dueTime(row, clock.now()))),
        describeUser(found),
      ];
    },
    async getUserSessions(userId) {
      const rows = await listSessions(reader, userId, clock.now());
      return rows.map((row) =>
        describeSession(row, row.idHash, ({ expiresAt }) => toLucia(expiresAt)),
      );
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const row = {
        idHash: hash(id),
        personId: userId,
        expiresAt: fromLucia(expiresAt),
        ...attributes,
      };
      await write(async (tx) => void (await tx.insert(session).values(row)));
    },
    updateSessionExpiration: (id, expiresAt) =>
      write((tx) => prolong(tx, hash(id), fromLucia(expiresAt))),
    deleteSession: (id) => write((tx) => deleteSession(tx, hash(id))),
    deleteUserSessions: (userId) => write((tx) => deleteSessionsOf(tx, userId)),
    deleteExpiredSessions: () => write((tx) => deleteExpired(tx, clock.now())),
  };
}

/** A session at its absolute limit cannot be prolonged: it is shown as young, so that Lucia does not try on every request. */
function dueTime({ createdAt, expiresAt }: typeof session.$inferSelect, now: Instant): Instant {
  return expiresAt >= createdAt + ABSOLUTE_MS ? now + IDLE_MS : expiresAt;
}

function describeSession(
  row: typeof session.$inferSelect,
  id: string,
  expiry: (row: typeof session.$inferSelect) => Date,
): DatabaseSession {
  const { personId, createdAt, userAgent } = row;
  return { id, userId: personId, expiresAt: expiry(row), attributes: { createdAt, userAgent } };
}

/** Whether Lucia would prolong the session now: less than half of its time is left. */
export function isDue(row: typeof session.$inferSelect, now: Instant): boolean {
  return dueTime(row, now) - now < IDLE_MS / 2;
}

function describeUser({
  id,
  session: _,
  createdAt,
  closedAt,
  ...attributes
}: FoundSession): DatabaseUser {
  return { id, attributes };
}

const prepared = new WeakMap<Reader, ReturnType<typeof prepareFind>>();

/** The query of every signed-in request: session, person and roles by two primary keys, compiled once. */
function prepareFind(reader: Reader) {
  return reader
    .select({ session, ...personColumns })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .where(
      and(
        eq(session.idHash, sql.placeholder('idHash')),
        gt(session.expiresAt, sql.placeholder('now')),
        gt(session.createdAt, sql.placeholder('oldest')),
        isNull(person.closedAt),
      ),
    )
    .prepare();
}

/** The session with its person, unless it has ended or the person was closed. */
export async function findSession(reader: Reader, idHash: string, now: Instant) {
  let find = prepared.get(reader);
  if (find === undefined) {
    find = prepareFind(reader);
    prepared.set(reader, find);
  }
  return find.get({ idHash, now, oldest: now - ABSOLUTE_MS });
}

async function listSessions(reader: Reader, personId: string, now: Instant) {
  return reader
    .select()
    .from(session)
    .where(and(eq(session.personId, personId), gt(session.expiresAt, now)))
    .orderBy(desc(session.createdAt));
}

async function prolong(tx: Tx, idHash: string, expiresAt: Instant): Promise<void> {
  const capped = sql`min(${expiresAt}, ${session.createdAt} + ${ABSOLUTE_MS})`;
  await tx.update(session).set({ expiresAt: capped }).where(eq(session.idHash, idHash));
}

async function deleteSession(tx: Tx, idHash: string): Promise<void> {
  await tx.delete(session).where(eq(session.idHash, idHash));
}

/** Only a session of this person; the hash comes from a list the person was shown. */
export async function deleteOwnSession(tx: Tx, personId: string, idHash: string): Promise<number> {
  const gone = await tx
    .delete(session)
    .where(and(eq(session.personId, personId), eq(session.idHash, idHash)));
  return gone.rowsAffected;
}

export async function deleteSessionsOf(tx: Tx, personId: string): Promise<void> {
  await tx.delete(session).where(eq(session.personId, personId));
}

export async function deleteOtherSessions(tx: Tx, personId: string, keep: string): Promise<void> {
  await tx.delete(session).where(and(eq(session.personId, personId), ne(session.idHash, keep)));
}

async function deleteExpired(tx: Tx, now: Instant): Promise<void> {
  await tx
    .delete(session)
    .where(or(lte(session.expiresAt, now), lte(session.createdAt, now - ABSOLUTE_MS)));
}
