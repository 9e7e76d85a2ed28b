import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who has chosen to be asked again, and how many minutes a week. What they answered is in the learning record. */
export const refresherPlan = sqliteTable('refresher_plan', {
  personId: text('person_id').primaryKey(),
  minutes: integer('minutes').notNull(),
  since: integer('since').notNull(),
});
