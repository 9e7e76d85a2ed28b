import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';

/** Organisation units: one tree. `path` is the ids from the root joined by `/`, so that a subtree is a range of one index. */
export const unit = sqliteTable(
  'unit',
  {
    id: text('id').primaryKey(),
    parentId: text('parent_id').references((): AnySQLiteColumn => unit.id),
    path: text('path').notNull().unique(),
    nameKo: text('name_ko').notNull(),
    nameEn: text('name_en').notNull(),
    /** A closed unit keeps its place in the tree for what was said of it; nobody is in it. */
    closedAt: integer('closed_at'),
  },
  (table) => [index('unit_parent').on(table.parentId)],
);

export const person = sqliteTable(
  'person',
  {
    id: text('id').primaryKey(),
    /** Sign-in name, folded to lower case; no e-mail address is needed to have an account. */
    login: text('login').notNull().unique(),
    email: text('email').unique(),
    name: text('name').notNull(),
    locale: text('locale').notNull(),
    passwordHash: text('password_hash').notNull(),
    unitId: text('unit_id').references(() => unit.id),
    createdAt: integer('created_at').notNull(),
    closedAt: integer('closed_at'),
    /** The account that stays, once this one was found to be the same person's. */
    mergedInto: text('merged_into'),
    isDemo: integer('is_demo', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('person_unit').on(table.unitId),
    index('person_name').on(table.name),
    index('person_merged').on(table.mergedInto).where(sql`merged_into is not null`),
  ],
);

/** Who leads or led a unit; several may at once. Whoever leads need not belong to it. */
export const unitLeader = sqliteTable(
  'unit_leader',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => unit.id),
    personId: text('person_id').notNull(),
    since: integer('since').notNull(),
    /** Null while they lead. */
    until: integer('until'),
  },
  (table) => [
    index('unit_leader_unit').on(table.unitId, table.until),
    index('unit_leader_person').on(table.personId),
  ],
);

export const roleGrant = sqliteTable(
  'role_grant',
  {
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    role: text('role').notNull(),
    grantedAt: integer('granted_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.role] })],
);

/** Holds only the SHA-256 of a session id: a copied database opens no session. */
export const session = sqliteTable(
  'session',
  {
    idHash: text('id_hash').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    userAgent: text('user_agent'),
  },
  (table) => [
    index('session_person').on(table.personId),
    index('session_expiry').on(table.expiresAt),
  ],
);

export const invitation = sqliteTable(
  'invitation',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** JSON array of roles. */
    roles: text('roles').notNull(),
    unitId: text('unit_id').references(() => unit.id),
    invitedBy: text('invited_by').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    acceptedAt: integer('accepted_at'),
    acceptedBy: text('accepted_by').references(() => person.id),
    withdrawnAt: integer('withdrawn_at'),
  },
  (table) => [index('invitation_created').on(table.createdAt)],
);

export const passwordReset = sqliteTable(
  'password_reset',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('password_reset_person').on(table.personId)],
);
