import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What somebody showed of a competency, when, and where. */
export const evidence = sqliteTable(
  'evidence',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    competency: text('competency').notNull(),
    kind: text('kind').notNull(),
    /** JSON by kind and version; see `competency/evidence.ts`. */
    payload: text('payload').notNull(),
    /** Where it was shown: `item:<course>/<lesson>/<item>` or `scenario:<id>`. */
    source: text('source').notNull(),
    /** The run or attempt it belongs to: decisions of one run are not independent. */
    runId: text('run_id'),
    occurredAt: integer('occurred_at').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    revokedAt: integer('revoked_at'),
    revokedReason: text('revoked_reason'),
  },
  (table) => [index('evidence_cell').on(table.personId, table.competency, table.occurredAt)],
);

/** The estimate for one person and competency: a cache over `evidence`, rebuilt by `npm run rebuild`. */
export const competencyCell = sqliteTable(
  'competency_cell',
  {
    personId: text('person_id').notNull(),
    competency: text('competency').notNull(),
    /** JSON by speed of fading: log-likelihood over the 16 grid points, as of `last_shown_at`; reading fades it from there. */
    sums: text('sums').notNull(),
    pieces: integer('pieces').notNull(),
    kinds: integer('kinds').notNull(),
    confirmedThen: integer('confirmed_then').notNull(),
    lastShownAt: integer('last_shown_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.competency] })],
);
