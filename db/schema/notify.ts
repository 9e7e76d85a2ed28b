import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Mail waiting to go out or gone. A message is stored with the act that caused it, and sent by a job. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    createdAt: integer('created_at').notNull(),
    address: text('address').notNull(),
    locale: text('locale').notNull(),
    template: text('template').notNull(),
    /** JSON: values for the template; may hold a link with a secret, so only an administrator reads it. */
    params: text('params').notNull(),
    sentAt: integer('sent_at'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: integer('next_attempt_at').notNull(),
    lastError: text('last_error'),
  },
  (table) => [
    index('outbox_waiting').on(table.nextAttemptAt).where(sql`sent_at is null`),
    index('outbox_created').on(table.createdAt),
  ],
);

/** What a person is told inside the product: a kind and values, never words. */
export const notice = sqliteTable(
  'notice',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    /** JSON with its version; see `notify/notice.ts`. */
    told: text('told').notNull(),
    /** Where the thing is, without language. */
    path: text('path').notNull(),
    readAt: integer('read_at'),
  },
  (table) => [
    index('notice_person').on(table.personId, table.at),
    index('notice_unread').on(table.personId).where(sql`read_at is null`),
  ],
);
