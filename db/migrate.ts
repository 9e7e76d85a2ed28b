import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';

export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
const LOCK_WAIT_MS = 10_000;

/**
 * Brings a database to the newest tables; returns how many migrations ran. All of them happen or none.
 * Makes the folder and the file when they are missing. Refuses a database that is newer than this program.
 */
export async function migrateDatabase(
  url: string,
  { authToken, folder = MIGRATIONS }: { authToken?: string | undefined; folder?: string } = {},
): Promise<number> {
  if (url.startsWith('file:')) await mkdir(dirname(pathOf(url)), { recursive: true });
  const settings = { concurrency: 1, timeout: LOCK_WAIT_MS, ...(authToken ? { authToken } : {}) };
  const client = createClient({ url, ...settings });
  try {
    return await bringUp(client, readMigrationFiles({ migrationsFolder: folder }));
  } finally {
    client.close();
  }
}

/** The file a `file:` address names. */
export function pathOf(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
}

async function bringUp(client: Client, known: MigrationMeta[]): Promise<number> {
  const waiting = await findWaiting(client, known);
  if (waiting.length === 0) return 0;
  try {
    // Foreign keys rest meanwhile: SQLite changes a table by making a new one and copying the rows.
    await client.migrate(waiting.flatMap(statementsOf));
  } catch (error) {
    const left = await findWaiting(client, known);
    // Another process that started at the same moment may have done the work.
    if (left.length > 0) throw error;
    return 0;
  }
  return waiting.length;
}

/** Keeps the table that drizzle-kit's own migrator keeps, so that either can go on from the other. */
async function findWaiting(client: Client, known: MigrationMeta[]): Promise<MigrationMeta[]> {
  await client.execute(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  const { rows } = await client.execute(
    'SELECT max(created_at) AS newest FROM __drizzle_migrations',
  );
  const newest = Number(rows[0]?.['newest'] ?? 0);
  if (newest > Math.max(...known.map(({ folderMillis }) => folderMillis))) {
    throw new Error(
      'This database was made by a newer version of Hamkke. Start that version, or restore an older backup.',
    );
  }
  return known.filter(({ folderMillis }) => folderMillis > newest);
}

function statementsOf({ sql, hash, folderMillis }: MigrationMeta) {
  return [
    ...sql,
    {
      sql: 'INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)',
      args: [hash, folderMillis],
    },
  ];
}
