import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who has chosen to be asked again, and how many minutes a week. What they answered is in the learning record. */
export const refresherPlan = sqliteTable('refresher_plan', {
  personId: text('person_id').primaryKey(),
  minutes: integer('minutes').notNull(),
  since: integer('since').notNull(),
});

/** Whose cards of a course come to them whether or not they have met them in a lesson. */
export const refresherSet = sqliteTable(
  'refresher_set',
  {
    personId: text('person_id').notNull(),
    courseId: text('course_id').notNull(),
    since: integer('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.courseId] })],
);
