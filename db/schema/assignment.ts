import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who must finish which course by when: a whole unit with everything below it, or one person. */
export const assignment = sqliteTable(
  'assignment',
  {
    id: text('id').primaryKey(),
    courseId: text('course_id').notNull(),
    unitId: text('unit_id'),
    personId: text('person_id'),
    opensOn: text('opens_on').notNull(),
    /** A local calendar day; it counts to its end. */
    dueOn: text('due_on').notNull(),
    reasonKo: text('reason_ko').notNull(),
    reasonEn: text('reason_en').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('assignment_unit').on(table.unitId),
    index('assignment_person').on(table.personId),
  ],
);

/** Days that do not count for one person: leave, secondment, crisis duty. Both days belong to it. */
export const absence = sqliteTable(
  'absence',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    kind: text('kind').notNull(),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    recordedAt: integer('recorded_at').notNull(),
  },
  (table) => [index('absence_person').on(table.personId, table.fromDay)],
);
