import { and, asc, count, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { person, roleGrant } from '#db/schema/identity.ts';
import type { Instant } from '#kernel/date.ts';
import type { Role } from '#kernel/rights.ts';
import type { StoredPerson } from '../person.ts';

/** Roles as one text, so that a person is one row. */
const roles = sql<
  string | null
>`(select group_concat(role) from role_grant where role_grant.person_id = person.id)`.as('roles');

export const personColumns = {
  id: person.id,
  login: person.login,
  email: person.email,
  name: person.name,
  locale: person.locale,
  unitId: person.unitId,
  isDemo: person.isDemo,
  createdAt: person.createdAt,
  closedAt: person.closedAt,
  roles,
};

export async function insertPerson(tx: Tx, row: typeof person.$inferInsert): Promise<void> {
  await tx.insert(person).values(row);
}

export async function insertRoles(
  tx: Tx,
  grant: { personId: string; roles: readonly Role[]; grantedAt: Instant },
): Promise<void> {
  const { personId, grantedAt } = grant;
  if (grant.roles.length === 0) return;
  await tx.insert(roleGrant).values(grant.roles.map((role) => ({ personId, role, grantedAt })));
}

export async function deleteRoles(
  tx: Tx,
  personId: string,
  withdrawn: readonly Role[],
): Promise<void> {
  await tx
    .delete(roleGrant)
    .where(and(eq(roleGrant.personId, personId), inArray(roleGrant.role, [...withdrawn])));
}

export async function updatePerson(
  tx: Tx,
  id: string,
  change: Partial<Pick<StoredPerson, 'name' | 'locale' | 'email' | 'unitId'>> & {
    passwordHash?: string;
  },
): Promise<void> {
  await tx.update(person).set(change).where(eq(person.id, id));
}

export async function findPerson(
  reader: Reader | Tx,
  id: string,
): Promise<StoredPerson | undefined> {
  return reader.select(personColumns).from(person).where(eq(person.id, id)).get();
}

/** Somebody who may sign in, with the password's hash. */
export async function findByLogin(reader: Reader | Tx, login: string) {
  return reader
    .select({ ...personColumns, passwordHash: person.passwordHash })
    .from(person)
    .where(and(eq(person.login, login), isNull(person.closedAt)))
    .get();
}

export async function findPasswordHash(reader: Reader, id: string): Promise<string | undefined> {
  const row = await reader
    .select({ passwordHash: person.passwordHash })
    .from(person)
    .where(and(eq(person.id, id), isNull(person.closedAt)))
    .get();
  return row?.passwordHash;
}

export async function findByLoginOrEmail(
  reader: Reader,
  word: string,
): Promise<StoredPerson | undefined> {
  return reader
    .select(personColumns)
    .from(person)
    .where(and(or(eq(person.login, word), eq(person.email, word)), isNull(person.closedAt)))
    .get();
}

export async function isLoginTaken(reader: Reader | Tx, login: string): Promise<boolean> {
  const row = await reader
    .select({ id: person.id })
    .from(person)
    .where(eq(person.login, login))
    .get();
  return row !== undefined;
}

/** Whether somebody other than `exceptId` has this address. */
export async function isEmailTaken(
  reader: Reader | Tx,
  email: string,
  exceptId = '',
): Promise<boolean> {
  const row = await reader
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.email, email), ne(person.id, exceptId)))
    .get();
  return row !== undefined;
}

/** Ids of everybody with an account in exactly one unit. */
export async function listIdsIn(reader: Reader, unitId: string): Promise<string[]> {
  const rows = await reader
    .select({ id: person.id })
    .from(person)
    .where(and(isNull(person.closedAt), eq(person.unitId, unitId)));
  return rows.map(({ id }) => id);
}

/** People by id, closed accounts included; one bound value however many ids. */
export async function listByIds(
  reader: Reader | Tx,
  ids: readonly string[],
): Promise<StoredPerson[]> {
  return reader
    .select(personColumns)
    .from(person)
    .where(sql`${person.id} in (select value from json_each(${JSON.stringify(ids)}))`);
}

/** Open accounts by login; one bound value however many logins. */
export async function listIdsByLogin(
  reader: Reader,
  logins: readonly string[],
): Promise<{ id: string; login: string }[]> {
  return reader
    .select({ id: person.id, login: person.login })
    .from(person)
    .where(
      and(
        isNull(person.closedAt),
        sql`${person.login} in (select value from json_each(${JSON.stringify(logins)}))`,
      ),
    );
}

export async function listDemoPeople(
  reader: Reader,
  logins: readonly string[],
): Promise<StoredPerson[]> {
  return reader
    .select(personColumns)
    .from(person)
    .where(
      and(inArray(person.login, [...logins]), eq(person.isDemo, true), isNull(person.closedAt)),
    );
}

export async function countByRole(reader: Reader): Promise<{ role: string; n: number }[]> {
  return reader
    .select({ role: roleGrant.role, n: count() })
    .from(roleGrant)
    .innerJoin(person, eq(person.id, roleGrant.personId))
    .where(isNull(person.closedAt))
    .groupBy(roleGrant.role);
}

export async function countAdministratorsBeside(tx: Tx, personId: string): Promise<number> {
  const row = await tx
    .select({ n: count() })
    .from(roleGrant)
    .innerJoin(person, eq(person.id, roleGrant.personId))
    .where(
      and(
        eq(roleGrant.role, 'administrator'),
        ne(roleGrant.personId, personId),
        isNull(person.closedAt),
      ),
    )
    .get();
  return row?.n ?? 0;
}

/** Ids of open accounts in their order, after one of them: for walking over everybody a few at a time. */
export async function listIdsAfter(
  reader: Reader,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await reader
    .select({ id: person.id })
    .from(person)
    .where(and(gt(person.id, after), isNull(person.closedAt)))
    .orderBy(asc(person.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
