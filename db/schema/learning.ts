import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A roll-up of one person's statements in one course: a cache that `npm run rebuild` makes again from the record. */
export const progress = sqliteTable(
  'progress',
  {
    personId: text('person_id').notNull(),
    courseId: text('course_id').notNull(),
    /** The outline the person started on. */
    version: text('version').notNull(),
    state: text('state').notNull(),
    percent: integer('percent').notNull(),
    stepsDone: integer('steps_done').notNull(),
    stepsTotal: integer('steps_total').notNull(),
    /** `lesson:<id>` or `scenario:<id>`; null when nothing is left. */
    nextStep: text('next_step'),
    /** JSON: for each step of the outline, how far it is. */
    steps: text('steps').notNull(),
    correct: integer('correct').notNull(),
    questions: integer('questions').notNull(),
    startedAt: integer('started_at').notNull(),
    lastActivityAt: integer('last_activity_at').notNull(),
    completedAt: integer('completed_at'),
    /** Null where the course was shown without sitting it. */
    satAt: integer('sat_at'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.courseId] }),
    index('progress_course').on(table.courseId, table.state),
  ],
);
