import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/** One person playing one version of a scenario from one seat. What happened in it is the list of its steps. */
export const scenarioRun = sqliteTable(
  'scenario_run',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    scenarioId: text('scenario_id').notNull(),
    /** SHA-256 of the canonical logic document, kept in `content_snapshot`. */
    logicHash: text('logic_hash').notNull(),
    engine: text('engine').notNull(),
    seat: text('seat').notNull(),
    /** `first` runs of a version are evidence, `practice` runs are not. */
    mode: text('mode').notNull(),
    courseId: text('course_id'),
    startedAt: integer('started_at').notNull(),
    lastStepAt: integer('last_step_at').notNull(),
    finishedAt: integer('finished_at'),
    ending: text('ending'),
    /** The finished run of the same person whose first `branched_from_seq` steps this one took over. */
    branchedFromRun: text('branched_from_run'),
    branchedFromSeq: integer('branched_from_seq'),
  },
  (table) => [
    index('scenario_run_person').on(table.personId, table.scenarioId, table.startedAt),
    index('scenario_run_version').on(table.scenarioId, table.logicHash, table.finishedAt),
  ],
);

/** The decisions of a run in order. `(run_id, seq)` is the lock against two tabs. */
export const scenarioStep = sqliteTable(
  'scenario_step',
  {
    runId: text('run_id')
      .notNull()
      .references(() => scenarioRun.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    eventId: text('event_id').notNull(),
    choiceId: text('choice_id').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.seq] }),
    uniqueIndex('scenario_step_event').on(table.eventId),
  ],
);

/** What a person wrote after a run. */
export const scenarioReflection = sqliteTable(
  'scenario_reflection',
  {
    runId: text('run_id')
      .notNull()
      .references(() => scenarioRun.id, { onDelete: 'cascade' }),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.question] })],
);
