import { access, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createClient } from '@libsql/client';
import { pathOf } from './migrate.ts';

const LOCK_WAIT_MS = 10_000;

/**
 * Writes a whole, compact copy of a libSQL file to `target` while the server goes on; the copy shows one moment.
 * Refuses to write over a file. A remote libSQL server makes its own backups.
 */
export async function backUp(url: string, target: string): Promise<void> {
  if (!url.startsWith('file:')) {
    throw new Error('Only a database file can be copied; back up a libSQL server where it runs.');
  }
  await access(pathOf(url)); // Opening a missing file would make an empty one and copy that.
  await mkdir(dirname(target), { recursive: true });
  const client = createClient({ url, concurrency: 1, timeout: LOCK_WAIT_MS });
  try {
    await client.execute({ sql: 'VACUUM INTO ?', args: [target] });
  } finally {
    client.close();
  }
  await checkCopy(target);
}

async function checkCopy(target: string): Promise<void> {
  const copy = createClient({ url: `file:${target}` });
  try {
    const { rows } = await copy.execute('PRAGMA integrity_check');
    const verdict = rows[0]?.['integrity_check'];
    if (verdict !== 'ok') throw new Error(`The copy ${target} is damaged: ${verdict}`);
  } finally {
    copy.close();
  }
}
