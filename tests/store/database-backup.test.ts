import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import { backUp } from '#db/backup.ts';
import { openDatabase } from '#db/client.ts';
import { freshDatabase, freshPath } from '#tests/support/database.ts';

test('a backup made while writes go on holds every row acknowledged before it began', async () => {
  const database = await freshDatabase();
  const write = (subject: string) =>
    database.write(async (tx) => {
      await tx.run(
        sql`insert into audit_entry (at, act, subject, detail) values (0, 'write', ${subject}, '')`,
      );
    });
  for (let number = 0; number < 50; number += 1) await write('before');
  const target = freshPath();
  await Promise.all([backUp(database.url, target), write('during'), write('during')]);

  const copy = openDatabase(`file:${target}`);
  const row = await copy.read.get<{ n: number }>(
    sql`select count(*) as n from audit_entry where subject = 'before'`,
  );
  assert.equal(row.n, 50);
  copy.close();
});

test('a backup never writes over a file', async () => {
  const { url } = await freshDatabase();
  const target = freshPath();
  writeFileSync(target, 'precious');
  await assert.rejects(backUp(url, target), /precious|exists|not a database/);
});

test('a backup of a missing file is refused and leaves no file', async () => {
  const missing = freshPath();
  await assert.rejects(backUp(`file:${missing}`, freshPath()), /ENOENT/);
  assert.equal(existsSync(missing), false);
});
