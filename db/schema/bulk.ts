import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One change that was made, or is being prepared, for many people at once. */
export const bulkAct = sqliteTable(
  'bulk_act',
  {
    /** The event id of the form that prepared it. */
    id: text('id').primaryKey(),
    /** JSON with its version: what is changed to what; see `bulk/act.ts`. */
    settings: text('settings').notNull(),
    state: text('state').notNull(),
    preparedBy: text('prepared_by').notNull(),
    preparedAt: integer('prepared_at').notNull(),
    why: text('why').notNull().default(''),
    confirmedBy: text('confirmed_by'),
    confirmedAt: integer('confirmed_at'),
    finishedAt: integer('finished_at'),
    undoneBy: text('undone_by'),
    undoneAt: integer('undone_at'),
    undoneWhy: text('undone_why'),
  },
  (table) => [
    index('bulk_act_prepared').on(table.preparedAt),
    index('bulk_act_unfinished').on(table.preparedAt).where(sql`state in ('applying', 'undoing')`),
  ],
);

/** What a bulk act means for one person: as it was shown before, and what became of it. */
export const bulkLine = sqliteTable(
  'bulk_line',
  {
    actId: text('act_id')
      .notNull()
      .references(() => bulkAct.id, { onDelete: 'cascade' }),
    personId: text('person_id').notNull(),
    state: text('state').notNull(),
    /** Why nothing changes for them, or why it was not taken back. */
    left: text('left'),
    /** JSON: how it was and how it becomes. */
    before: text('before').notNull(),
    after: text('after').notNull(),
    /** JSON: what carrying it out made, enough to take it back. */
    effect: text('effect'),
  },
  (table) => [
    primaryKey({ columns: [table.actId, table.personId] }),
    index('bulk_line_state').on(table.actId, table.state, table.personId),
  ],
);
