import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/** The keys credentials are signed with. The public half stays for ever: old credentials are checked with it. */
export const issuerKey = sqliteTable(
  'issuer_key',
  {
    /** The last part of its address. */
    id: text('id').primaryKey(),
    url: text('url').notNull(),
    issuer: text('issuer').notNull(),
    kind: text('kind').notNull(),
    publicKey: text('public_key').notNull(),
    /** The private half under the installation's secret; null once nothing will be signed with it again. */
    sealed: text('sealed'),
    /** `<issuer> <kind>` while it is the one to sign with, so that there is one at a time; null afterwards. */
    inUse: text('in_use'),
    madeAt: integer('made_at').notNull(),
    retiredAt: integer('retired_at'),
    /** From when on nothing signed with it is to be believed, because somebody else may have had it. */
    withdrawnFrom: integer('withdrawn_from'),
  },
  (table) => [
    uniqueIndex('issuer_key_url').on(table.url),
    uniqueIndex('issuer_key_in_use').on(table.inUse),
  ],
);

/** A certificate as it was signed. Nothing here but what became of it is ever changed. */
export const credential = sqliteTable(
  'credential',
  {
    /** The last part of its public address, which nobody can guess. */
    id: text('id').primaryKey(),
    /** The id of the form that asked for it. */
    eventId: text('event_id').notNull(),
    personId: text('person_id').notNull(),
    /** `course:<id>` or `programme:<id>`. */
    achievement: text('achievement').notNull(),
    /** The period of the programme; empty for a course. */
    period: text('period').notNull(),
    nameKo: text('name_ko').notNull(),
    nameEn: text('name_en').notNull(),
    /** The person's name as it was written into it. */
    recipient: text('recipient').notNull(),
    earnedAt: integer('earned_at').notNull(),
    issuedAt: integer('issued_at').notNull(),
    validUntil: integer('valid_until'),
    statusList: integer('status_list').notNull(),
    statusIndex: integer('status_index').notNull(),
    /** The exact bytes that were signed. */
    json: text('json').notNull(),
    jwt: text('jwt').notNull(),
    /** `<person> <achievement> <period>` while it is not revoked, so that there is one of each; null afterwards. */
    standsFor: text('stands_for'),
    revokedAt: integer('revoked_at'),
    revokedBy: text('revoked_by'),
    /** `superseded`, `owner` or `issuer`. */
    revokedFor: text('revoked_for'),
    /** What the administrator wrote; not shown to the public. */
    revokedWhy: text('revoked_why'),
  },
  (table) => [
    uniqueIndex('credential_event').on(table.eventId),
    uniqueIndex('credential_stands_for').on(table.standsFor),
    uniqueIndex('credential_status').on(table.statusList, table.statusIndex),
    index('credential_person').on(table.personId, table.issuedAt),
    index('credential_issued').on(table.issuedAt),
  ],
);

/** The signed list that tells which credentials are revoked, as it was last made: a cache. */
export const credentialStatusList = sqliteTable(
  'credential_status_list',
  {
    issuer: text('issuer').notNull(),
    list: integer('list').notNull(),
    /** How many of the list were revoked then; revoking is for ever, so the number names the state. */
    revoked: integer('revoked').notNull(),
    signedWith: text('signed_with').notNull(),
    madeAt: integer('made_at').notNull(),
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.list] })],
);
