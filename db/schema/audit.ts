import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who did what to whom and why; append-only. */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    actorId: text('actor_id'),
    act: text('act').notNull(),
    subject: text('subject').notNull(),
    /** JSON: what changed, before and after. Never a secret. */
    detail: text('detail').notNull(),
  },
  (table) => [
    index('audit_entry_subject').on(table.subject, table.seq),
    index('audit_entry_act').on(table.act, table.at),
  ],
);
