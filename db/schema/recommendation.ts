import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What somebody does not want to be recommended for now, and how things stood when they said so. */
export const recommendationDismissal = sqliteTable(
  'recommendation_dismissal',
  {
    personId: text('person_id').notNull(),
    /** Names the place and the competency. */
    key: text('key').notNull(),
    situation: text('situation').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.key] })],
);
