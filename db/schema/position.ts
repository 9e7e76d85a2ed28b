import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Jobs of officials and civic roles of residents, as they are now. */
export const position = sqliteTable(
  'position',
  {
    /** A slug for those that content brought, a UUID for those made here. */
    id: text('id').primaryKey(),
    audience: text('audience').notNull(),
    /** Beside the body, so that a list can be searched and ordered. */
    nameKo: text('name_ko').notNull(),
    nameEn: text('name_en').notNull(),
    /** JSON with its version; see `position/position.ts`. */
    body: text('body').notNull(),
    revision: integer('revision').notNull(),
    changedAt: integer('changed_at').notNull(),
    retiredAt: integer('retired_at'),
  },
  (table) => [
    index('position_name_ko').on(table.nameKo),
    index('position_name_en').on(table.nameEn),
  ],
);

/** Every state a position was ever in, with who put it there and why; append-only. */
export const positionChange = sqliteTable(
  'position_change',
  {
    /** The id of the form that made it, so that a form sent twice changes once. */
    id: text('id').primaryKey(),
    positionId: text('position_id')
      .notNull()
      .references(() => position.id),
    revision: integer('revision').notNull(),
    at: integer('at').notNull(),
    /** Null when it came with the content. */
    actorId: text('actor_id'),
    act: text('act').notNull(),
    why: text('why').notNull(),
    body: text('body').notNull(),
  },
  (table) => [uniqueIndex('position_change_revision').on(table.positionId, table.revision)],
);

/** Who holds or held which position, by days of the configured zone; the last day still counts. */
export const positionHolding = sqliteTable(
  'position_holding',
  {
    /** The id of the form that gave it, and for several people of one form, made from it. */
    id: text('id').primaryKey(),
    positionId: text('position_id')
      .notNull()
      .references(() => position.id),
    personId: text('person_id').notNull(),
    fromDay: text('from_day').notNull(),
    untilDay: text('until_day'),
    givenBy: text('given_by').notNull(),
    givenAt: integer('given_at').notNull(),
  },
  (table) => [
    index('position_holding_person').on(table.personId, table.fromDay),
    index('position_holding_position').on(table.positionId, table.untilDay),
  ],
);
