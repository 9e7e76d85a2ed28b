import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Database, Tx } from '#db/client.ts';
import { openDatabase } from '#db/client.ts';
import { freshDatabase, freshPath } from '#tests/support/database.ts';

const insert = (subject: string) =>
  sql`insert into audit_entry (at, act, subject, detail) values (0, 'write', ${subject}, '')`;
const write = (database: Database, subject: string) =>
  database.write(async (tx) => {
    await tx.run(insert(subject));
  });

async function countIn(reader: Database['read'] | Tx): Promise<number> {
  const row = await reader.get<{ n: number }>(sql`select count(*) as n from audit_entry`);
  return row.n;
}

/** The message of the error itself and of what caused it. */
function says(pattern: RegExp) {
  return (error: Error) => pattern.test(`${error.message} ${error.cause}`);
}

test('fifty writes at the same moment all succeed', async () => {
  const database = await freshDatabase();
  await Promise.all(Array.from({ length: 50 }, (_, number) => write(database, `${number}`)));
  assert.equal(await countIn(database.read), 50);
});

test('questions are answered while a write is under way and see only what is committed', async () => {
  const database = await freshDatabase();
  await database.write(async (tx) => {
    await tx.run(insert('first'));
    assert.equal(await countIn(database.read), 0);
    assert.equal(await countIn(tx), 1);
  });
  assert.equal(await countIn(database.read), 1);
});

test('a write that fails leaves nothing behind and the next one succeeds', async () => {
  const database = await freshDatabase();
  const failure = database.write(async (tx) => {
    await tx.run(insert('half'));
    throw new Error('the second half failed');
  });
  await assert.rejects(failure, /the second half failed/);
  await write(database, 'whole');
  assert.equal(await countIn(database.read), 1);
});

test('a write through `read` is refused with a sentence, also inside a write', async () => {
  const database = await freshDatabase();
  const refused = says(/Write inside `db\.write/);
  await assert.rejects(async () => database.read.run(insert('stray')), refused);
  await assert.rejects(
    database.write(async () => {
      await database.read.run(insert('stray'));
    }),
    refused,
  );
  assert.equal(await countIn(database.read), 0);
});

test('a write inside a write is refused instead of waiting for itself', async () => {
  const database = await freshDatabase();
  await assert.rejects(
    database.write(() => write(database, 'inner')),
    /hand `tx` on/,
  );
  await write(database, 'after');
  assert.equal(await countIn(database.read), 1);
});

test('every write is synced to the disk and minds foreign keys, also after a failed one', async () => {
  const database = await freshDatabase();
  const settings = () =>
    database.write(async (tx) => [
      await tx.get(sql`pragma synchronous`),
      await tx.get(sql`pragma foreign_keys`),
      await tx.get(sql`pragma journal_mode`),
    ]);
  const expected = [{ synchronous: 2 }, { foreign_keys: 1 }, { journal_mode: 'wal' }];
  assert.deepEqual(await settings(), expected);
  const orphan = database.write(async (tx) => {
    await tx.run(sql`insert into role_grant (person_id, role, granted_at) values ('x', 'y', 0)`);
  });
  await assert.rejects(orphan, says(/FOREIGN KEY/));
  assert.deepEqual(await settings(), expected);
});

test('a database in memory is refused because its two connections would not share it', () => {
  assert.throws(() => openDatabase(':memory:'), /use a file/);
});

test('a write waits for another process that holds the lock', async () => {
  const path = freshPath();
  const [mine, other] = [openDatabase(`file:${path}`), openDatabase(`file:${path}`)];
  await other.write(async (tx) => {
    await tx.run(sql`create table note (text text)`);
  });
  const held = Promise.withResolvers<void>();
  const holding = other.write(async (tx) => {
    await tx.run(sql`insert into note values ('other')`);
    await held.promise;
  });
  const waiting = mine.write(async (tx) => {
    await tx.run(sql`insert into note values ('mine')`);
  });
  setTimeout(held.resolve, 300);
  await Promise.all([holding, waiting]);
  assert.deepEqual(await mine.read.all(sql`select text from note`), [
    { text: 'other' },
    { text: 'mine' },
  ]);
  mine.close();
  other.close();
});
