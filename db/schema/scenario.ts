import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/** One sequence of scenes of one version of a scenario. What happened in it is the list of its steps, who plays it its players. */
export const scenarioRun = sqliteTable(
  'scenario_run',
  {
    id: text('id').primaryKey(),
    scenarioId: text('scenario_id').notNull(),
    /** SHA-256 of the canonical logic document, kept in `content_snapshot`. */
    logicHash: text('logic_hash').notNull(),
    engine: text('engine').notNull(),
    /**
     * `alone`: one person, the other seats follow the recorded path. `together`: people gather first, then their host
     * begins. `rehearsal`: an author alone, from a scene on. `exercise`: a trainer in front of a group that votes.
     */
    kind: text('kind').notNull().default('alone'),
    /** Who gathers people for it; null for a run alone. */
    hostId: text('host_id'),
    /** What somebody beside the host types to come in; only while people gather. */
    code: text('code'),
    /** When it was opened. */
    startedAt: integer('started_at').notNull(),
    /** When play began; null while people gather. A run alone begins as it is opened. */
    begunAt: integer('begun_at'),
    calledOffAt: integer('called_off_at'),
    lastStepAt: integer('last_step_at').notNull(),
    finishedAt: integer('finished_at'),
    ending: text('ending'),
    /** The finished run of the same person whose first `branched_from_seq` steps this one took over; null for a rehearsal. */
    branchedFromRun: text('branched_from_run'),
    branchedFromSeq: integer('branched_from_seq'),
  },
  (table) => [
    index('scenario_run_version').on(table.scenarioId, table.logicHash, table.finishedAt),
    uniqueIndex('scenario_run_code').on(table.code),
  ],
);

/** Who sits in which seat of a run. A seat without a row follows the recorded path; so does one whose person has left. */
export const scenarioPlayer = sqliteTable(
  'scenario_player',
  {
    runId: text('run_id')
      .notNull()
      .references(() => scenarioRun.id, { onDelete: 'cascade' }),
    seat: text('seat').notNull(),
    personId: text('person_id').notNull(),
    /** `first` runs of a version are evidence, `practice` runs are not; settled when play begins. */
    mode: text('mode').notNull(),
    /** The course this person plays it for. */
    courseId: text('course_id'),
    joinedAt: integer('joined_at').notNull(),
    /** When this person last showed that they are there while others wait. */
    heardAt: integer('heard_at').notNull(),
    leftAt: integer('left_at'),
    /** How long they want to take for a decision, and since when they want that; null without a pace. */
    paceMinutes: integer('pace_minutes'),
    paceSince: integer('pace_since'),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.seat] }),
    uniqueIndex('scenario_player_person').on(table.runId, table.personId),
    index('scenario_player_runs').on(table.personId, table.joinedAt),
  ],
);

/** The decisions of a run in order, of every seat. `(run_id, seq)` is the lock against two tabs and two people. */
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
    /** Who decided; null where the recorded path did. */
    personId: text('person_id'),
    /** The pace they had set themselves, and by when they would have had to decide. */
    paceMinutes: integer('pace_minutes'),
    dueAt: integer('due_at'),
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
    personId: text('person_id').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.personId, table.question] })],
);

/**
 * What a person did to an improvement they mean to make after a run: wrote it, finished it, removed it. Rows are only
 * added; how an improvement stands is read from them. `what`, `owner` and `due` belong to the act `write`.
 */
export const scenarioImprovementChange = sqliteTable(
  'scenario_improvement_change',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    eventId: text('event_id').notNull(),
    improvementId: text('improvement_id').notNull(),
    runId: text('run_id')
      .notNull()
      .references(() => scenarioRun.id, { onDelete: 'cascade' }),
    personId: text('person_id').notNull(),
    act: text('act').notNull(),
    what: text('what'),
    /** Null for the person themselves. */
    owner: text('owner'),
    due: text('due'),
    at: integer('at').notNull(),
  },
  (table) => [
    uniqueIndex('scenario_improvement_event').on(table.eventId),
    index('scenario_improvement_person').on(table.personId, table.runId),
  ],
);

/**
 * Whose eyes have been on a version without a run of their own: they voted in a group's exercise and heard what each choice
 * meant, so what they play of it later is practice.
 */
export const scenarioMet = sqliteTable(
  'scenario_met',
  {
    personId: text('person_id').notNull(),
    scenarioId: text('scenario_id').notNull(),
    logicHash: text('logic_hash').notNull(),
    /** The exercise they met it in. */
    runId: text('run_id')
      .notNull()
      .references(() => scenarioRun.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.scenarioId, table.logicHash, table.runId] }),
  ],
);
