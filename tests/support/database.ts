import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';

export type FreshDatabase = Database & { readonly url: string };

const folder = mkdtempSync(join(tmpdir(), 'hamkke-test-'));
const opened: Database[] = [];
let count = 0;
let template: Promise<string> | null = null;

process.once('exit', () => {
  for (const database of opened) database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A path for a file of this test process; removed when the process ends. */
export function freshPath(extension = 'db'): string {
  count += 1;
  return join(folder, `${count}.${extension}`);
}

/** A new libSQL file with every table and no rows; removed when the test process ends. */
export async function freshDatabase(): Promise<FreshDatabase> {
  template ??= makeTemplate();
  const path = freshPath();
  copyFileSync(await template, path);
  const database = { ...openDatabase(`file:${path}`), url: `file:${path}` };
  opened.push(database);
  return database;
}

/** Migrated once in a process and copied for each test: a copy takes under a millisecond. */
async function makeTemplate(): Promise<string> {
  const path = freshPath();
  await migrateDatabase(`file:${path}`);
  return path;
}
