import { and, asc, count, desc, eq, gte, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { person, unit } from '#db/schema/identity.ts';
import type { Role } from '#kernel/rights.ts';
import type { StoredPerson } from '../person.ts';
import { rangeBelow } from '../unit.ts';
import { personColumns } from './people.ts';

export type PeopleFilter = {
  readonly search: string;
  readonly role: Role | null;
  /** The path of a unit: people in it and below. */
  readonly unitPath: string | null;
  /** Without those below it. */
  readonly isAlone?: boolean;
  /** Only these people; null or nothing for everybody. */
  readonly among?: readonly string[] | null;
  readonly sort: 'name' | 'login' | 'newest';
};

export async function listPeople(
  reader: Reader,
  filter: PeopleFilter,
  window: { offset: number; limit: number },
): Promise<StoredPerson[]> {
  const order = {
    name: asc(person.name),
    login: asc(person.login),
    newest: desc(person.createdAt),
  }[filter.sort];
  return reader
    .select(personColumns)
    .from(person)
    .where(matches(filter))
    .orderBy(order, asc(person.id))
    .limit(window.limit)
    .offset(window.offset);
}

/** Ids of everybody who matches, by name. */
export async function listIds(
  reader: Reader,
  filter: PeopleFilter,
  limit: number,
): Promise<string[]> {
  const rows = await reader
    .select({ id: person.id })
    .from(person)
    .where(matches(filter))
    .orderBy(asc(person.name), asc(person.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export async function countPeople(reader: Reader, filter: PeopleFilter): Promise<number> {
  const row = await reader.select({ n: count() }).from(person).where(matches(filter)).get();
  return row?.n ?? 0;
}

function matches({ search, role, unitPath, isAlone, among = null }: PeopleFilter): SQL | undefined {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql`(${person.name} like ${pattern} escape '\\' or ${person.login} like ${pattern} escape '\\')`;
  const holds = sql`exists (select 1 from role_grant where role_grant.person_id = person.id and role = ${role})`;
  return and(
    isNull(person.closedAt),
    search === '' ? undefined : found,
    role === null ? undefined : holds,
    unitPath === null ? undefined : sql`${person.unitId} in ${unitsAt(unitPath, isAlone)}`,
    among === null
      ? undefined
      : sql`${person.id} in (select value from json_each(${JSON.stringify(among)}))`,
  );
}

function unitsAt(path: string, isAlone = false): SQL {
  if (isAlone) return sql`(select id from unit where ${unit.path} = ${path})`;
  const { from, before } = rangeBelow(path);
  const below = and(gte(unit.path, from), lt(unit.path, before));
  return sql`(select id from unit where ${or(eq(unit.path, path), below)})`;
}

/** Ids of everybody with an account in the units at and below a path. */
export async function listIdsBelow(
  reader: Reader,
  path: string,
  limit?: number,
): Promise<string[]> {
  const below = reader
    .select({ id: person.id })
    .from(person)
    .where(and(isNull(person.closedAt), sql`${person.unitId} in ${unitsAt(path)}`));
  const rows = await (limit === undefined ? below : below.limit(limit));
  return rows.map(({ id }) => id);
}
