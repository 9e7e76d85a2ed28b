import { sql } from 'drizzle-orm';
import type { Reader } from './client.ts';

/** Throws unless the database answers and its tables are there. */
export async function askDatabase(reader: Reader): Promise<void> {
  await reader.all(sql`select 1 from person limit 1`);
}
