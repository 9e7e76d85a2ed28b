import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** People who learn one course together, looked after by trainers. */
export const cohort = sqliteTable('cohort', {
  id: text('id').primaryKey(),
  nameKo: text('name_ko').notNull(),
  nameEn: text('name_en').notNull(),
  courseId: text('course_id').notNull(),
  createdAt: integer('created_at').notNull(),
});

export const cohortTrainer = sqliteTable(
  'cohort_trainer',
  {
    cohortId: text('cohort_id')
      .notNull()
      .references(() => cohort.id, { onDelete: 'cascade' }),
    personId: text('person_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cohortId, table.personId] }),
    index('cohort_trainer_person').on(table.personId),
  ],
);

export const cohortMember = sqliteTable(
  'cohort_member',
  {
    cohortId: text('cohort_id')
      .notNull()
      .references(() => cohort.id, { onDelete: 'cascade' }),
    personId: text('person_id').notNull(),
    joinedAt: integer('joined_at').notNull(),
    leftAt: integer('left_at'),
  },
  (table) => [
    primaryKey({ columns: [table.cohortId, table.personId] }),
    index('cohort_member_person').on(table.personId),
  ],
);
