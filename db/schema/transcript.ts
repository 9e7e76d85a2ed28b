import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How many minutes lessons and scenarios were published with, and since when: the past keeps the minutes it had. */
export const transcriptPublished = sqliteTable(
  'transcript_published',
  {
    /** `course/lesson` or `scenario`: the permanent ids of the record. */
    objectId: text('object_id').notNull(),
    since: integer('since').notNull(),
    minutes: integer('minutes').notNull(),
    category: text('category').notNull(),
    nameKo: text('name_ko').notNull(),
    nameEn: text('name_en').notNull(),
  },
  (table) => [primaryKey({ columns: [table.objectId, table.since] })],
);

/** Learning elsewhere that brought its own hours, once somebody had vouched for it. */
export const transcriptOutside = sqliteTable(
  'transcript_outside',
  {
    /** Given by whoever adds it, so that adding twice is one row. */
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    /** The local day it ended on. */
    day: text('day').notNull(),
    minutes: integer('minutes').notNull(),
    title: text('title').notNull(),
    provider: text('provider').notNull(),
    reviewerId: text('reviewer_id').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    withdrawnAt: integer('withdrawn_at'),
  },
  (table) => [index('transcript_outside_person').on(table.personId)],
);

/** A cache: minutes by person, year and category, for sums over many people. */
export const transcriptHours = sqliteTable(
  'transcript_hours',
  {
    personId: text('person_id').notNull(),
    year: integer('year').notNull(),
    category: text('category').notNull(),
    minutes: integer('minutes').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.year, table.category] }),
    index('transcript_hours_year').on(table.year, table.personId),
  ],
);

/** Whose cached hours are to be worked out again. */
export const transcriptStale = sqliteTable('transcript_stale', {
  personId: text('person_id').primaryKey(),
});

/** How far the cache has followed the record and the audit trail. */
export const transcriptWork = sqliteTable('transcript_work', {
  name: text('name').primaryKey(),
  done: integer('done').notNull(),
});

/** What the agency asks for and calls its categories; append-only, the newest holds. */
export const transcriptSetting = sqliteTable('transcript_setting', {
  /** The event id of the form. */
  id: text('id').primaryKey(),
  at: integer('at').notNull(),
  actorId: text('actor_id').notNull(),
  /** JSON with its version; see `transcript/setting.ts`. */
  body: text('body').notNull(),
});
