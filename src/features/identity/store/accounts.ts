import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { person } from '#db/schema/identity.ts';
import type { Instant } from '#kernel/date.ts';

export type Account = {
  readonly personId: string;
  readonly login: string;
  readonly email: string | null;
  readonly name: string;
};

/**
 * Open accounts whose login or e-mail address is among these words, and those that became part of another account, which
 * `mergedInto` names; two bound values however many words.
 */
export async function listAccounts(
  db: Reader | Tx,
  words: readonly string[],
): Promise<(Account & { mergedInto: string | null })[]> {
  if (words.length === 0) return [];
  const asked = sql`(select value from json_each(${JSON.stringify(words)}))`;
  return db
    .select({
      personId: person.id,
      login: person.login,
      email: person.email,
      name: person.name,
      mergedInto: person.mergedInto,
    })
    .from(person)
    .where(
      and(
        or(isNull(person.closedAt), isNotNull(person.mergedInto)),
        or(sql`${person.login} in ${asked}`, sql`${person.email} in ${asked}`),
      ),
    );
}

/** An account that became part of another one, with the hash of its password; undefined for any other. */
export async function findMerged(
  db: Reader,
  login: string,
): Promise<{ id: string; passwordHash: string } | undefined> {
  return db
    .select({ id: person.id, passwordHash: person.passwordHash })
    .from(person)
    .where(and(eq(person.login, login), isNotNull(person.mergedInto)))
    .get();
}

/** Which account this one became part of; null for any other. */
export async function findMergedInto(db: Reader | Tx, id: string): Promise<string | null> {
  const row = await db
    .select({ mergedInto: person.mergedInto })
    .from(person)
    .where(eq(person.id, id))
    .get();
  return row?.mergedInto ?? null;
}

export async function updateMerged(
  tx: Tx,
  id: string,
  state: { readonly closedAt: Instant | null; readonly mergedInto: string | null },
): Promise<void> {
  await tx.update(person).set(state).where(eq(person.id, id));
}
