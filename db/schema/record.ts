import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The learning record: append-only. Every status in the product is computed from these rows. */
export const statement = sqliteTable(
  'statement',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    /** Given by the client, so that the same act sent twice is one row. */
    id: text('id').notNull().unique(),
    actorId: text('actor_id').notNull(),
    verb: text('verb').notNull(),
    objectType: text('object_type').notNull(),
    /** `course`, `course/lesson`, `course/lesson/item`, `scenario` or `question-set`: permanent content ids. */
    objectId: text('object_id').notNull(),
    /** Hash of the content as it was when this happened. */
    objectVersion: text('object_version').notNull(),
    /** The course this counts towards, where there is one. */
    courseId: text('course_id'),
    /** JSON by verb and version; see `record/statement.ts`. */
    result: text('result').notNull(),
    occurredAt: integer('occurred_at').notNull(),
    recordedAt: integer('recorded_at').notNull(),
  },
  (table) => [
    index('statement_actor_course').on(table.actorId, table.courseId),
    index('statement_actor_object').on(table.actorId, table.objectId),
    index('statement_actor_time').on(table.actorId, table.occurredAt),
  ],
);

/** Whose record an account's statements belong to, where two accounts were one person's. Statements keep the actor they had. */
export const recordAlias = sqliteTable(
  'record_alias',
  {
    aliasId: text('alias_id').primaryKey(),
    personId: text('person_id').notNull(),
  },
  (table) => [index('record_alias_person').on(table.personId)],
);
