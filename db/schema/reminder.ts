import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What was said to whom about one period of a programme of one person; each step once. */
export const reminder = sqliteTable(
  'reminder',
  {
    recipientId: text('recipient_id').notNull(),
    level: text('level').notNull(),
    /** Whose learning it is about. */
    personId: text('person_id').notNull(),
    programmeId: text('programme_id').notNull(),
    period: text('period').notNull(),
    /** See `nameOfRung`: the step and the day it is about. */
    rung: text('rung').notNull(),
    madeOn: text('made_on').notNull(),
    /** When it stood in the inbox. */
    toldAt: integer('told_at'),
    /** The day on which it went by mail, or on which it was settled that it does not. */
    settledOn: text('settled_on'),
    isMailed: integer('is_mailed', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    primaryKey({
      columns: [table.personId, table.programmeId, table.period, table.rung, table.recipientId],
    }),
    index('reminder_untold').on(table.recipientId).where(sql`told_at is null`),
    index('reminder_unsettled').on(table.recipientId).where(sql`settled_on is null`),
    index('reminder_mailed').on(table.recipientId, table.settledOn).where(sql`is_mailed = 1`),
  ],
);

/** How often somebody wants reminders by mail; no row for the usual. */
export const reminderChoice = sqliteTable('reminder_choice', {
  personId: text('person_id').primaryKey(),
  mail: text('mail').notNull(),
  setAt: integer('set_at').notNull(),
});
