import type { Reader, Tx } from '#db/client.ts';
import { type Account, listAccounts } from '../store/accounts.ts';

export type { Account };

/**
 * Open accounts by folded login and by folded e-mail address, for features above that already decided who may name them.
 * A login never holds `@`, so one word is one or the other.
 */
export async function accountsNamed(
  db: Reader | Tx,
  words: readonly string[],
): Promise<ReadonlyMap<string, Account>> {
  const asked = new Set(words);
  const accounts = await listAccounts(db, [...asked]);
  const found = new Map<string, Account>();
  for (const account of accounts) {
    for (const word of [account.login, account.email]) {
      if (word !== null && asked.has(word)) found.set(word, account);
    }
  }
  return found;
}
