import type { Reader, Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import { type Account, findMergedInto, listAccounts, updateMerged } from '../store/accounts.ts';
import { listByIds } from '../store/people.ts';
import { closeResets } from '../store/resets.ts';
import { deleteSessionsOf } from '../store/sessions.ts';

export type { Account };

/**
 * Open accounts by folded login and by folded e-mail address, for features above that already decided who may name them. A
 * login or address of an account that became part of another leads to that one. A login never holds `@`, so one word is one
 * or the other.
 */
export async function accountsNamed(
  db: Reader | Tx,
  words: readonly string[],
): Promise<ReadonlyMap<string, Account>> {
  const asked = new Set(words);
  const accounts = await listAccounts(db, [...asked]);
  const remaining = await accountsThatStay(
    db,
    accounts.flatMap(({ mergedInto }) => mergedInto ?? []),
  );
  const found = new Map<string, Account>();
  for (const { mergedInto, ...account } of accounts) {
    const stays = mergedInto === null ? account : remaining.get(mergedInto);
    if (stays === undefined) continue;
    for (const word of [account.login, account.email]) {
      if (word !== null && asked.has(word)) found.set(word, stays);
    }
  }
  return found;
}

async function accountsThatStay(
  db: Reader | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Account>> {
  if (ids.length === 0) return new Map();
  const rows = (await listByIds(db, ids)).filter(({ closedAt }) => closedAt === null);
  return new Map(
    rows.map(({ id, login, email, name }) => [id, { personId: id, login, email, name }]),
  );
}

/** Closes an account for good because its person has another one. Its sessions and reset links end with it. */
export async function closeAsMerged(
  tx: Tx,
  app: Pick<App, 'clock'>,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  const now = app.clock.now();
  await updateMerged(tx, from, { closedAt: now, mergedInto: into });
  await deleteSessionsOf(tx, from);
  await closeResets(tx, from, now);
}

export async function reopenMerged(tx: Tx, personId: string): Promise<void> {
  await updateMerged(tx, personId, { closedAt: null, mergedInto: null });
}

/** The account that one became part of; null for one that stands for itself. */
export function mergedInto(db: Reader | Tx, personId: string): Promise<string | null> {
  return findMergedInto(db, personId);
}
