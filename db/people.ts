import { count, sum } from 'drizzle-orm';
import type { Reader } from './client.ts';
import { person } from './schema/identity.ts';

/** How many people the database knows, and how many of them are for demonstration. */
export async function countPeople(
  reader: Reader,
): Promise<{ people: number; demonstration: number }> {
  const row = await reader
    .select({ people: count(), demonstration: sum(person.isDemo).mapWith(Number) })
    .from(person)
    .get();
  return { people: row?.people ?? 0, demonstration: row?.demonstration ?? 0 };
}
