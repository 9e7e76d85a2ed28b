import { and, isNull, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { person } from '#db/schema/identity.ts';

export type Account = {
  readonly personId: string;
  readonly login: string;
  readonly email: string | null;
  readonly name: string;
};

/** Open accounts whose login or e-mail address is among these words; two bound values however many words. */
export async function listAccounts(db: Reader | Tx, words: readonly string[]): Promise<Account[]> {
  if (words.length === 0) return [];
  const asked = sql`(select value from json_each(${JSON.stringify(words)}))`;
  return db
    .select({
      personId: person.id,
      login: person.login,
      email: person.email,
      name: person.name,
    })
    .from(person)
    .where(
      and(
        isNull(person.closedAt),
        or(sql`${person.login} in ${asked}`, sql`${person.email} in ${asked}`),
      ),
    );
}
