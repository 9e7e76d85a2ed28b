import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** What people made in lessons and keep. Every keeping is a row; the one that nothing has taken the place of is the sheet. */
export const sheetVersion = sqliteTable(
  'sheet_version',
  {
    /** The id of the form that was sent, so that a form sent twice is one version. */
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    courseId: text('course_id').notNull(),
    lessonId: text('lesson_id').notNull(),
    sheetId: text('sheet_id').notNull(),
    /** From 1, by person and sheet. */
    number: integer('number').notNull(),
    savedAt: integer('saved_at').notNull(),
    supersededAt: integer('superseded_at'),
    /** JSON with a version: features/sheet/kept.ts. */
    body: text('body').notNull(),
  },
  (table) => [
    index('sheet_version_place').on(
      table.personId,
      table.courseId,
      table.lessonId,
      table.sheetId,
      table.number,
    ),
    uniqueIndex('sheet_version_latest')
      .on(table.personId, table.courseId, table.lessonId, table.sheetId)
      .where(sql`${table.supersededAt} is null`),
  ],
);
