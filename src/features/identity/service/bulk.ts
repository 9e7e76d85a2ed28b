import type { Reader, Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import type { Role } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';
import { HASH_OF_NOBODY } from '../password.ts';
import {
  type BulkPerson,
  type ChangedPerson,
  insertPeople,
  listForBulk,
  listNames,
  type NewBulkPerson,
  updatePeople,
} from '../store/bulk.ts';
import { deleteSessionsOf } from '../store/sessions.ts';

export type { BulkPerson, ChangedPerson, NewBulkPerson };

/** Accounts of any state by id, login or address, for whoever brings many people at once and may name them. */
export function accountsForBulk(db: Reader | Tx, words: readonly string[]): Promise<BulkPerson[]> {
  return listForBulk(db, words);
}

/** Which of these names somebody has already. */
export async function namesTaken(
  db: Reader | Tx,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set(await listNames(db, names));
}

/** Writes down many people inside a bigger act. Nobody knows their password: they set one by a reset link. */
export async function createPeople(
  tx: Tx,
  app: Pick<App, 'clock'>,
  { people, locale, role }: { people: readonly NewBulkPerson[]; locale: Locale; role: Role },
): Promise<void> {
  if (people.length === 0) return;
  const all = { locale, role, passwordHash: HASH_OF_NOBODY, createdAt: app.clock.now() };
  await insertPeople(tx, people, all);
}

/** Changes many people inside a bigger act; whoever is closed is signed out. */
export async function changePeople(tx: Tx, people: readonly ChangedPerson[]): Promise<void> {
  if (people.length === 0) return;
  await updatePeople(tx, people);
  for (const { personId, closedAt } of people) {
    if (closedAt !== null) await deleteSessionsOf(tx, personId);
  }
}
