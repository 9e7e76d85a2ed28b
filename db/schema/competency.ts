import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

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

/**
 * The estimate for one person and competency: a cache over `evidence` under one calibration, rebuilt by `npm run rebuild`.
 * A migration may therefore change or empty it.
 */
export const competencyCell = sqliteTable(
  'competency_cell',
  {
    personId: text('person_id').notNull(),
    competency: text('competency').notNull(),
    /** JSON by speed of fading: log-likelihood over the 16 grid points, as of `last_shown_at`; reading fades it from there. */
    sums: text('sums').notNull(),
    pieces: integer('pieces').notNull(),
    /** JSON: the kinds of evidence that count, in alphabetical order. */
    kinds: text('kinds').notNull(),
    /** The level last confirmed and when; 0 and null for none. */
    confirmedLevel: integer('confirmed_level').notNull(),
    confirmedAt: integer('confirmed_at'),
    lastShownAt: integer('last_shown_at').notNull(),
    /** The calibration it was made with; 0 before the first. */
    version: integer('version').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.competency] })],
);

/** One calibration: what answers and ratings have taught about questions and raters. Versions are only added. */
export const calibration = sqliteTable('calibration', {
  version: integer('version').primaryKey(),
  madeAt: integer('made_at').notNull(),
  priorMean: real('prior_mean').notNull(),
  priorSd: real('prior_sd').notNull(),
  people: integer('people').notNull(),
  answers: integer('answers').notNull(),
  ratings: integer('ratings').notNull(),
  /** SHA-256 of what was learned, so that the same evidence makes no further version. */
  digest: text('digest').notNull(),
});

/** What one calibration found out about a question. */
export const calibratedItem = sqliteTable(
  'calibrated_item',
  {
    version: integer('version')
      .notNull()
      .references(() => calibration.version),
    /** As in `evidence.source`. */
    source: text('source').notNull(),
    competency: text('competency').notNull(),
    /** Logits: as estimated, and as the author guessed. */
    difficulty: real('difficulty').notNull(),
    authored: real('authored').notNull(),
    /** First answers, one a person. */
    answers: integer('answers').notNull(),
    rightAnswers: integer('right_answers').notNull(),
    /** JSON with a version: how well it tells people apart, who chose what, whether it is fair; see `calibration.ts`. */
    findings: text('findings').notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.source] })],
);

/** How stern a rater proved to be in one calibration. */
export const calibratedRater = sqliteTable(
  'calibrated_rater',
  {
    version: integer('version')
      .notNull()
      .references(() => calibration.version),
    raterId: text('rater_id').notNull(),
    /** Logits above the others; positive for a stern rater. */
    severity: real('severity').notNull(),
    ratings: integer('ratings').notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.raterId] })],
);

/** Since when each competency has had which words, as one installation saw them; append-only. */
export const competencyWording = sqliteTable(
  'competency_wording',
  {
    competency: text('competency').notNull(),
    since: integer('since').notNull(),
    /** The version that the framework gave itself then. */
    version: integer('version').notNull(),
    /** The words themselves: a content snapshot. */
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.competency, table.since] })],
);

/** One time somebody watched a person at work. The levels are evidence whose source is `observation:<id>`. */
export const observation = sqliteTable(
  'observation',
  {
    /** The event id of the form that was sent. */
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    raterId: text('rater_id').notNull(),
    form: text('form').notNull(),
    day: text('day').notNull(),
    place: text('place').notNull(),
    note: text('note').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    withdrawnAt: integer('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (table) => [index('observation_person').on(table.personId, table.recordedAt)],
);

/** A person asks a peer what they have seen. The levels are evidence whose source is `peer:<id>`. */
export const peerRequest = sqliteTable(
  'peer_request',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    peerId: text('peer_id').notNull(),
    /** JSON array of one to three ids. */
    competencies: text('competencies').notNull(),
    message: text('message').notNull(),
    askedAt: integer('asked_at').notNull(),
    /** `rated`, `declined`, `withdrawn`; null while open. */
    outcome: text('outcome'),
    note: text('note'),
    closedAt: integer('closed_at'),
  },
  (table) => [
    index('peer_request_person').on(table.personId, table.askedAt),
    index('peer_request_peer').on(table.peerId, table.askedAt),
  ],
);

/** A person says that a piece of evidence about them is wrong. */
export const challenge = sqliteTable(
  'challenge',
  {
    id: text('id').primaryKey(),
    evidenceId: text('evidence_id')
      .notNull()
      .references(() => evidence.id),
    personId: text('person_id').notNull(),
    competency: text('competency').notNull(),
    reason: text('reason').notNull(),
    raisedAt: integer('raised_at').notNull(),
    /** Since when it lies with the administrators. */
    escalatedAt: integer('escalated_at'),
    /** `stands`, `revoked`, `withdrawn`; null while open. */
    outcome: text('outcome'),
    closedBy: text('closed_by'),
    answer: text('answer'),
    closedAt: integer('closed_at'),
  },
  (table) => [
    index('challenge_person').on(table.personId, table.raisedAt),
    uniqueIndex('challenge_open').on(table.evidenceId).where(sql`outcome is null`),
    index('challenge_waiting').on(table.raisedAt).where(sql`outcome is null`),
  ],
);

/** A person's name under a level that the model proposed. */
export const levelSignature = sqliteTable(
  'level_signature',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    competency: text('competency').notNull(),
    level: integer('level').notNull(),
    signedBy: text('signed_by').notNull(),
    signedAt: integer('signed_at').notNull(),
    frameworkVersion: integer('framework_version').notNull(),
    /** JSON with a version: what the model said at that moment; see `competency/signature.ts`. */
    estimate: text('estimate').notNull(),
    withdrawnAt: integer('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (table) => [index('level_signature_person').on(table.personId, table.competency)],
);
