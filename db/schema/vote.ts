import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A scenario that a trainer plays in front of a cohort. `run_id` is their run, in which the group gets on. */
export const voteExercise = sqliteTable(
  'vote_exercise',
  {
    runId: text('run_id').primaryKey(),
    cohortId: text('cohort_id').notNull(),
    scenarioId: text('scenario_id').notNull(),
    openedBy: text('opened_by').notNull(),
    openedAt: integer('opened_at').notNull(),
  },
  (table) => [index('vote_exercise_cohort').on(table.cohortId, table.openedAt)],
);

/** One decision of an exercise that the cohort votes on. */
export const vote = sqliteTable(
  'vote',
  {
    id: text('id').primaryKey(),
    runId: text('run_id')
      .notNull()
      .references(() => voteExercise.runId, { onDelete: 'cascade' }),
    /** How many decisions had been taken before this one. */
    seq: integer('seq').notNull(),
    openedBy: text('opened_by').notNull(),
    openedAt: integer('opened_at').notNull(),
    closedBy: text('closed_by'),
    closedAt: integer('closed_at'),
    calledOffAt: integer('called_off_at'),
  },
  (table) => [index('vote_run').on(table.runId, table.seq)],
);

/** What somebody voted. Rows are only added; of one person the last one counts. */
export const voteBallot = sqliteTable(
  'vote_ballot',
  {
    /** The client's event: the same vote sent twice is one row. */
    id: text('id').primaryKey(),
    voteId: text('vote_id')
      .notNull()
      .references(() => vote.id, { onDelete: 'cascade' }),
    personId: text('person_id').notNull(),
    /** `scene.choice` */
    choice: text('choice').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    index('vote_ballot_vote').on(table.voteId),
    index('vote_ballot_person').on(table.personId),
  ],
);
