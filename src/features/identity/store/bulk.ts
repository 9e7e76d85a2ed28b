import { or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { person } from '#db/schema/identity.ts';
import type { Instant } from '#kernel/date.ts';
import type { Role } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';

const columns = {
  personId: person.id,
  login: person.login,
  email: person.email,
  name: person.name,
  unitId: person.unitId,
  closedAt: person.closedAt,
  mergedInto: person.mergedInto,
};
export type BulkPerson = {
  readonly personId: string;
  readonly login: string;
  readonly email: string | null;
  readonly name: string;
  readonly unitId: string | null;
  readonly closedAt: Instant | null;
  readonly mergedInto: string | null;
};

/** Accounts of any state whose login, e-mail address or id is among these words. */
export async function listForBulk(
  db: Reader | Tx,
  words: readonly string[],
): Promise<BulkPerson[]> {
  const asked = sql`(select value from json_each(${JSON.stringify(words)}))`;
  return db
    .select(columns)
    .from(person)
    .where(
      or(
        sql`${person.login} in ${asked}`,
        sql`${person.email} in ${asked}`,
        sql`${person.id} in ${asked}`,
      ),
    );
}

/** Names that open accounts have, of these. */
export async function listNames(db: Reader | Tx, names: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ name: person.name })
    .from(person)
    .where(
      sql`${person.name} in (select value from json_each(${JSON.stringify(names)})) and ${person.closedAt} is null`,
    );
  return rows.map(({ name }) => name);
}

export type NewBulkPerson = Pick<BulkPerson, 'personId' | 'login' | 'email' | 'name' | 'unitId'>;

export async function insertPeople(
  tx: Tx,
  people: readonly NewBulkPerson[],
  all: { locale: Locale; role: Role; passwordHash: string; createdAt: Instant },
): Promise<void> {
  const { locale, role, passwordHash, createdAt } = all;
  const json = JSON.stringify(
    people.map(({ personId, login, email, name, unitId }) => [
      personId,
      login,
      email,
      name,
      unitId,
    ]),
  );
  await tx.run(sql`insert into person (id, login, email, name, locale, password_hash, unit_id, created_at, is_demo)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, ${locale}, ${passwordHash}, value ->> 4, ${createdAt}, 0
    from json_each(${json})`);
  await tx.run(sql`insert into role_grant (person_id, role, granted_at)
    select value ->> 0, ${role}, ${createdAt} from json_each(${json})`);
}

export type ChangedPerson = Pick<BulkPerson, 'personId' | 'email' | 'name' | 'unitId' | 'closedAt'>;

export async function updatePeople(tx: Tx, people: readonly ChangedPerson[]): Promise<void> {
  const json = JSON.stringify(
    people.map(({ personId, email, name, unitId, closedAt }) => [
      personId,
      email,
      name,
      unitId,
      closedAt,
    ]),
  );
  await tx.run(sql`update person set email = v.value ->> 1, name = v.value ->> 2, unit_id = v.value ->> 3,
      closed_at = v.value ->> 4
    from json_each(${json}) as v where person.id = (v.value ->> 0)`);
}
