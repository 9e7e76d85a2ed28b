import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One table that somebody brought from another system. What is in it are its rows. */
export const intakeImport = sqliteTable(
  'intake_import',
  {
    /** The event id of the form that was sent. */
    id: text('id').primaryKey(),
    /** What its rows are about: `records` or `people`. */
    kind: text('kind').notNull(),
    fileName: text('file_name').notNull(),
    fileHash: text('file_hash').notNull(),
    encoding: text('encoding').notNull(),
    separator: text('separator').notNull(),
    /** JSON array: the first line. */
    header: text('header').notNull(),
    /** How many lines follow the first. */
    rows: integer('rows').notNull(),
    /** JSON with its version: which column is what; see `intake/settings.ts`. */
    settings: text('settings').notNull(),
    /** JSON: what the dry run found beside its rows; null until there was one. */
    findings: text('findings'),
    /** See `intake/import.ts`. */
    state: text('state').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: integer('uploaded_at').notNull(),
    /** When the last dry run ended. */
    checkedAt: integer('checked_at'),
    /** Whom whoever vouches for it may name: `everybody` or `learners`. */
    reach: text('reach').notNull(),
    confirmedBy: text('confirmed_by'),
    confirmedAt: integer('confirmed_at'),
    finishedAt: integer('finished_at'),
    undoneBy: text('undone_by'),
    undoneAt: integer('undone_at'),
    undoReason: text('undo_reason'),
  },
  (table) => [
    index('intake_import_uploaded').on(table.uploadedAt),
    index('intake_import_unfinished')
      .on(table.uploadedAt)
      .where(sql`state in ('applying', 'undoing')`),
  ],
);

/** One line of an import: as it came, what the dry run says of it, and what became of it. */
export const intakeRow = sqliteTable(
  'intake_row',
  {
    importId: text('import_id')
      .notNull()
      .references(() => intakeImport.id, { onDelete: 'cascade' }),
    /** The line of the file on which it ends; the header is the first. */
    line: integer('line').notNull(),
    /** JSON array of texts. */
    cells: text('cells').notNull(),
    verdict: text('verdict').notNull(),
    state: text('state').notNull(),
    /** Whom it is about, as the file says. */
    who: text('who').notNull().default(''),
    personId: text('person_id'),
    /** What it says of them, so that the same line of another file is known again. */
    key: text('key'),
    /** JSON: what was read in it, by kind. */
    reading: text('reading'),
    /** JSON: why it cannot be taken. */
    problem: text('problem'),
    /** JSON: what taking it changed, enough to undo it. */
    effect: text('effect'),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.line] }),
    index('intake_row_verdict').on(table.importId, table.verdict, table.line),
    index('intake_row_state').on(table.importId, table.state, table.line),
    index('intake_row_person').on(table.personId, table.key),
    index('intake_row_waiting').on(table.who).where(sql`state = 'waiting'`),
  ],
);

/** What was settled for files that begin with the same first line. */
export const intakeMapping = sqliteTable(
  'intake_mapping',
  {
    kind: text('kind').notNull(),
    /** SHA-256 of the first line. */
    signature: text('signature').notNull(),
    settings: text('settings').notNull(),
    usedAt: integer('used_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.signature] })],
);
