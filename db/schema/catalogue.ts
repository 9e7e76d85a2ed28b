import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Every version of a course outline or scenario logic that anyone could have started on, by hash of its canonical JSON. */
export const contentSnapshot = sqliteTable(
  'content_snapshot',
  {
    hash: text('hash').primaryKey(),
    kind: text('kind').notNull(),
    objectId: text('object_id').notNull(),
    body: text('body').notNull(),
    firstSeenAt: integer('first_seen_at').notNull(),
  },
  (table) => [index('content_snapshot_object').on(table.kind, table.objectId, table.firstSeenAt)],
);
