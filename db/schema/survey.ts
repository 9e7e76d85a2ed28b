import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A survey put to people from one day to another, with its questions as they were then. */
export const surveyRound = sqliteTable(
  'survey_round',
  {
    /** The client's event: the same opening sent twice is one round. */
    id: text('id').primaryKey(),
    surveyId: text('survey_id').notNull(),
    body: text('body').notNull(),
    wording: text('wording').notNull(),
    place: text('place').notNull(),
    placeId: text('place_id').notNull(),
    openedBy: text('opened_by').notNull(),
    opensOn: text('opens_on').notNull(),
    closesOn: text('closes_on').notNull(),
    closedAt: integer('closed_at'),
  },
  (table) => [index('survey_round_place').on(table.place, table.placeId)],
);

/**
 * That somebody answered; when, and what, stands nowhere beside it. The migration makes this table and the next one WITHOUT
 * ROWID, so that neither keeps the order in which its rows came.
 */
export const surveyAnswered = sqliteTable(
  'survey_answered',
  {
    roundId: text('round_id')
      .notNull()
      .references(() => surveyRound.id, { onDelete: 'cascade' }),
    personId: text('person_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.personId] })],
);

/** What somebody answered. The id is the hash of a secret that only their browser keeps. */
export const surveyAnswer = sqliteTable(
  'survey_answer',
  {
    roundId: text('round_id')
      .notNull()
      .references(() => surveyRound.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    panel: text('panel').notNull(),
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.id] })],
);
