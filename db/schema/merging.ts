import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Two accounts of one person made one, with who did it and why. */
export const personMerge = sqliteTable(
  'person_merge',
  {
    /** The id of the form that was sent. */
    id: text('id').primaryKey(),
    /** The account that was closed, and the one that stays. */
    fromId: text('from_id').notNull(),
    intoId: text('into_id').notNull(),
    reason: text('reason').notNull(),
    mergedBy: text('merged_by').notNull(),
    mergedAt: integer('merged_at').notNull(),
    undoneBy: text('undone_by'),
    undoneAt: integer('undone_at'),
    undoReason: text('undo_reason'),
  },
  (table) => [
    index('person_merge_from').on(table.fromId),
    index('person_merge_into').on(table.intoId),
    index('person_merge_at').on(table.mergedAt),
  ],
);

/** Everything a merge changed, so that it can be undone exactly; append-only. */
export const mergeChange = sqliteTable(
  'merge_change',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    mergeId: text('merge_id')
      .notNull()
      .references(() => personMerge.id),
    tableName: text('table_name').notNull(),
    /** The column whose value changed; null for a row that was taken out. */
    columnName: text('column_name'),
    /** JSON: the row by its key columns, without the changed one. */
    rowKey: text('row_key').notNull(),
    /** JSON: the value, or for a row that was taken out the whole of it. */
    before: text('before').notNull(),
    after: text('after'),
  },
  (table) => [
    index('merge_change_row').on(table.mergeId, table.tableName, table.columnName, table.rowKey),
  ],
);
