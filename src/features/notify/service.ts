import type { Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { isLocale, type Locale } from '#kernel/text.ts';
import { type Message, type NewMessage, readMessage, withoutLink, writeParams } from './message.ts';
import { type Delivery, deliveryOf, waitAfter } from './schedule.ts';
import {
  countMessages,
  countUnsent,
  findMessage,
  insertMessage,
  listDue,
  listNewest,
  type OutboxRow,
  updateError,
  updateSent,
  updateTry,
} from './store.ts';

export {
  type InboxPage,
  inboxOf,
  markAllRead,
  markNotice,
  tell,
  unreadOf,
} from './service/notices.ts';

export const OUTBOX_PAGE = 50;
const ERROR_CHARACTERS = 300;

export type Outgoing = {
  readonly id: string;
  readonly address: string;
  readonly locale: Locale;
  readonly message: Message;
};
export type OutboxEntry = Outgoing & {
  readonly createdAt: Instant;
  readonly delivery: Delivery;
  readonly sentAt: Instant | null;
  readonly attempts: number;
  readonly lastError: string | null;
};

/** Stores a mail with the act that causes it; a job sends it soon after. Returns its id. */
export async function queueMessage(
  tx: Tx,
  app: Pick<App, 'clock' | 'newId'>,
  message: NewMessage,
): Promise<string> {
  const id = app.newId();
  const now = app.clock.now();
  await insertMessage(tx, {
    id,
    createdAt: now,
    address: message.address,
    locale: message.locale,
    template: message.template,
    params: writeParams(message),
    nextAttemptAt: now,
  });
  return id;
}

/**
 * Takes up to `limit` mails that are due and counts a try for each in the same transaction, so that two deliverers
 * never hold the same mail and a deliverer that dies leaves its mails to be tried again later.
 */
export async function takeDue(app: App, limit: number): Promise<Outgoing[]> {
  return app.db.write(async (tx) => {
    const now = app.clock.now();
    const due = await listDue(tx, now, limit);
    for (const row of due) {
      const attempts = row.attempts + 1;
      await updateTry(tx, row.id, { attempts, nextAttemptAt: now + waitAfter(attempts) });
    }
    return due.map(toOutgoing);
  });
}

/** The mail has gone: its link is taken out, so that neither a reader of the outbox nor of a backup can use it. */
export async function markSent(app: App, id: string): Promise<void> {
  await app.db.write(async (tx) => {
    const row = await findMessage(tx, id);
    if (row === undefined) throw new Error(`no message ${id}`);
    const params = writeParams(withoutLink(readMessage(row.template, row.params)));
    await updateSent(tx, id, { sentAt: app.clock.now(), params });
  });
}

export async function markFailed(app: App, id: string, error: string): Promise<void> {
  await app.db.write((tx) => updateError(tx, id, error.slice(0, ERROR_CHARACTERS)));
}

/** One page (from 1) of all mails, newest first, without their contents. */
export async function listOutbox(
  app: App,
  actor: Actor,
  page: number,
): Promise<Result<{ entries: OutboxEntry[]; page: number; pages: number; total: number }>> {
  if (!may(actor, 'read-outbox')) return refuse({ code: 'not-allowed' });
  const total = await countMessages(app.db.read);
  const pages = Math.max(1, Math.ceil(total / OUTBOX_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const window = { offset: (shown - 1) * OUTBOX_PAGE, limit: OUTBOX_PAGE };
  const rows = await listNewest(app.db.read, window);
  const entries = rows.map((row) => hideLink(toEntry(row)));
  return ok({ entries, page: shown, pages, total });
}

/** One mail with its link, for an administrator who hands it over in person. Leaves a trace: the link opens an account. */
export async function openMessage(
  app: App,
  actor: Actor,
  id: string,
): Promise<Result<OutboxEntry>> {
  if (!may(actor, 'read-outbox')) return refuse({ code: 'not-allowed' });
  return app.db.write(async (tx) => {
    const row = await findMessage(tx, id);
    if (row === undefined) return refuse({ code: 'not-found' });
    await writeAudit(tx, {
      at: app.clock.now(),
      actorId: actor.personId,
      act: 'outbox-read',
      subject: `message:${id}`,
      detail: { template: row.template, address: row.address },
    });
    return ok(toEntry(row));
  });
}

export async function countOutbox(
  app: App,
  actor: Actor,
): Promise<Result<{ waiting: number; givenUp: number }>> {
  if (!may(actor, 'read-outbox')) return refuse({ code: 'not-allowed' });
  return ok(await countUnsent(app.db.read));
}

function toOutgoing(row: OutboxRow): Outgoing {
  if (!isLocale(row.locale))
    throw new Error(`message ${row.id} has unknown language ${row.locale}`);
  const { id, address, locale } = row;
  return { id, address, locale, message: readMessage(row.template, row.params) };
}

function toEntry(row: OutboxRow): OutboxEntry {
  const { createdAt, sentAt, attempts, lastError } = row;
  return { ...toOutgoing(row), createdAt, sentAt, attempts, lastError, delivery: deliveryOf(row) };
}

function hideLink(entry: OutboxEntry): OutboxEntry {
  return { ...entry, message: withoutLink(entry.message) };
}
