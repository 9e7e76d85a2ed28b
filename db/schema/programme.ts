import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/** Who must know what by when, as it is now. */
export const programme = sqliteTable(
  'programme',
  {
    id: text('id').primaryKey(),
    /** Beside the body, so that a list can be searched and ordered. */
    nameKo: text('name_ko').notNull(),
    nameEn: text('name_en').notNull(),
    /** JSON with its version; see `programme/programme.ts`. */
    body: text('body').notNull(),
    revision: integer('revision').notNull(),
    changedAt: integer('changed_at').notNull(),
    retiredAt: integer('retired_at'),
    /** The revision for which everybody has been worked out; 0 before the first time. */
    derivedRevision: integer('derived_revision').notNull().default(0),
  },
  (table) => [
    index('programme_name_ko').on(table.nameKo),
    index('programme_name_en').on(table.nameEn),
  ],
);

/** Every state a programme was ever in, with who put it there and why; append-only. */
export const programmeChange = sqliteTable(
  'programme_change',
  {
    /** The id of the form that made it, so that a form sent twice changes once. */
    id: text('id').primaryKey(),
    programmeId: text('programme_id')
      .notNull()
      .references(() => programme.id),
    revision: integer('revision').notNull(),
    at: integer('at').notNull(),
    /** Null for what the product did itself. */
    actorId: text('actor_id'),
    act: text('act').notNull(),
    why: text('why').notNull(),
    body: text('body').notNull(),
  },
  (table) => [uniqueIndex('programme_change_revision').on(table.programmeId, table.revision)],
);

/** What is known of people for rules, such as their grade. */
export const personAttribute = sqliteTable(
  'person_attribute',
  {
    personId: text('person_id').notNull(),
    name: text('name').notNull(),
    value: text('value').notNull(),
    setAt: integer('set_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.name] }),
    index('person_attribute_value').on(table.name, table.value),
  ],
);

/**
 * Since when which rule of a programme holds for a person. The one thing about required learning that cannot be made again
 * from the record and the rules.
 */
export const programmeMember = sqliteTable(
  'programme_member',
  {
    personId: text('person_id').notNull(),
    programmeId: text('programme_id').notNull(),
    ruleId: text('rule_id').notNull(),
    since: text('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.programmeId] })],
);

/**
 * What is required of a person in one period of a programme, worked out from record, rules, calendar and clock: a cache for
 * lists of many people. A page about one person works it out anew.
 */
export const programmePeriod = sqliteTable(
  'programme_period',
  {
    personId: text('person_id').notNull(),
    programmeId: text('programme_id').notNull(),
    period: text('period').notNull(),
    ruleId: text('rule_id').notNull(),
    opensOn: text('opens_on').notNull(),
    setFor: text('set_for').notNull(),
    dueOn: text('due_on').notNull(),
    graceUntil: text('grace_until').notNull(),
    doneOn: text('done_on'),
    validUntil: text('valid_until'),
    /** As of the day it was last looked at. */
    standing: text('standing').notNull(),
    isImpossible: integer('is_impossible', { mode: 'boolean' }).notNull(),
    /** The day on which the person was no longer asked; null while they are. */
    endedOn: text('ended_on'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.programmeId, table.period] }),
    index('programme_period_standing').on(table.programmeId, table.standing, table.dueOn),
    index('programme_period_due').on(table.standing, table.dueOn),
  ],
);

/** What has become of a period and matters to others; stored once, on the day it happened. */
export const programmeTransition = sqliteTable(
  'programme_transition',
  {
    personId: text('person_id').notNull(),
    programmeId: text('programme_id').notNull(),
    period: text('period').notNull(),
    what: text('what').notNull(),
    onDay: text('on_day').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    /** When a correction made it untrue. */
    undoneAt: integer('undone_at'),
  },
  (table) => [
    primaryKey({
      columns: [table.personId, table.programmeId, table.period, table.what, table.onDay],
    }),
    index('programme_transition_day').on(table.onDay),
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
    recordedBy: text('recorded_by'),
    why: text('why').notNull().default(''),
    withdrawnAt: integer('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (table) => [
    index('absence_person').on(table.personId, table.fromDay),
    index('absence_recorded').on(table.recordedAt),
  ],
);

/** Somebody asks for a later date. */
export const extension = sqliteTable(
  'extension',
  {
    /** The id of the form that asked. */
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    programmeId: text('programme_id')
      .notNull()
      .references(() => programme.id),
    period: text('period').notNull(),
    wantedUntil: text('wanted_until').notNull(),
    reason: text('reason').notNull(),
    askedAt: integer('asked_at').notNull(),
    /** Since when it lies with the administrators. */
    escalatedAt: integer('escalated_at'),
    /** `granted`, `refused`, `withdrawn`; null while open. */
    outcome: text('outcome'),
    grantedUntil: text('granted_until'),
    answeredBy: text('answered_by'),
    answer: text('answer'),
    answeredAt: integer('answered_at'),
  },
  (table) => [
    index('extension_person').on(table.personId, table.askedAt),
    index('extension_answered').on(table.answeredAt),
    index('extension_asked').on(table.askedAt),
    uniqueIndex('extension_open')
      .on(table.personId, table.programmeId, table.period)
      .where(sql`outcome is null`),
  ],
);

/** Somebody need not do one period of a programme, for a reason. */
export const excuse = sqliteTable(
  'excuse',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    programmeId: text('programme_id')
      .notNull()
      .references(() => programme.id),
    period: text('period').notNull(),
    reason: text('reason').notNull(),
    excusedBy: text('excused_by').notNull(),
    excusedAt: integer('excused_at').notNull(),
    withdrawnAt: integer('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
  },
  (table) => [
    index('excuse_person').on(table.personId),
    index('excuse_excused').on(table.excusedAt),
  ],
);

/** Somebody says, with a document, that they have done elsewhere what is required of them. */
export const credit = sqliteTable(
  'credit',
  {
    /** The claim whose document says so. */
    claimId: text('claim_id').primaryKey(),
    personId: text('person_id').notNull(),
    /** What is required, see `nameOfItem`. */
    item: text('item').notNull(),
    handedInOn: text('handed_in_on').notNull(),
    withdrawnAt: integer('withdrawn_at'),
    /** `accepted` or `refused`; null while nobody has answered. */
    outcome: text('outcome'),
    answeredBy: text('answered_by'),
    answeredAt: integer('answered_at'),
    reason: text('reason'),
    /** The last day on which it counts for further periods; null when it counts for the period it was handed in for. */
    validUntil: text('valid_until'),
  },
  (table) => [index('credit_person').on(table.personId)],
);

/** Work in the background that only one process at a time does, and how far it has come. */
export const programmeWork = sqliteTable('programme_work', {
  name: text('name').primaryKey(),
  /** Whoever took it may go on until then. */
  leasedUntil: integer('leased_until').notNull(),
  holder: text('holder').notNull(),
  /** What has been worked through: a number of the record or the audit trail, or a day. */
  done: text('done').notNull(),
});
