import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Somebody says that they learned something elsewhere and hands in one document. What became of it is `prior_decision`. */
export const priorClaim = sqliteTable(
  'prior_claim',
  {
    /** The id of the form that was sent, so that a form sent twice is one claim. */
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    description: text('description').notNull(),
    /** The day from which it fades: when it was earned or last used. */
    earnedOn: text('earned_on').notNull(),
    submittedAt: integer('submitted_at').notNull(),
    documentName: text('document_name').notNull(),
    documentType: text('document_type').notNull(),
    documentBytes: integer('document_bytes').notNull(),
    documentHash: text('document_hash').notNull(),
    withdrawnAt: integer('withdrawn_at'),
    /** When it was last decided or its decision revised. */
    decidedAt: integer('decided_at'),
    /** When its owner said that they have read the decision. */
    readAt: integer('read_at'),
  },
  (table) => [
    index('prior_claim_person').on(table.personId, table.submittedAt),
    index('prior_claim_state').on(table.withdrawnAt, table.decidedAt, table.submittedAt),
  ],
);

/** The competencies a claim names, in its order, with the level claimed. */
export const priorClaimPart = sqliteTable(
  'prior_claim_part',
  {
    claimId: text('claim_id')
      .notNull()
      .references(() => priorClaim.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    competency: text('competency').notNull(),
    level: integer('level').notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.competency] })],
);

/** The document itself, apart from everything that is listed. It goes when its claim is withdrawn. */
export const priorDocument = sqliteTable('prior_document', {
  claimId: text('claim_id')
    .primaryKey()
    .references(() => priorClaim.id, { onDelete: 'cascade' }),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});

/** What a reviewer found, by competency; rows are only added, and the newest of a competency holds. */
export const priorDecision = sqliteTable(
  'prior_decision',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    /** The id of the form that was sent. */
    eventId: text('event_id').notNull(),
    claimId: text('claim_id')
      .notNull()
      .references(() => priorClaim.id, { onDelete: 'cascade' }),
    competency: text('competency').notNull(),
    /** Null when the document does not show it. */
    level: integer('level'),
    reason: text('reason').notNull(),
    reviewerId: text('reviewer_id').notNull(),
    at: integer('at').notNull(),
    /** The evidence it gave; null when it gave none. */
    evidenceId: text('evidence_id'),
  },
  (table) => [index('prior_decision_claim').on(table.claimId, table.seq)],
);
