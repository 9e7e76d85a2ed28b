import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database, Tx } from '#db/client.ts';
import { groupWrites } from '#db/group.ts';
import { freshDatabase } from '#tests/support/database.ts';

async function addEntry(db: Database, act: string, fails = false): Promise<string> {
  return db.write(async (tx) => {
    await tx.run(
      sql`insert into audit_entry (at, act, subject, detail) values (1, ${act}, 'test', '{}')`,
    );
    if (fails) throw new Error(`${act} breaks off`);
    return act;
  });
}

async function actsKept(db: Database): Promise<string[]> {
  const rows = await db.read.all<{ act: string }>(sql`select act from audit_entry order by seq`);
  return rows.map(({ act }) => act);
}

test('writes that share a commit each get their own answer, in their order', async () => {
  const db = await freshDatabase();
  const names = Array.from({ length: 100 }, (_, n) => `act-${n}`);
  assert.deepEqual(await Promise.all(names.map((name) => addEntry(db, name))), names);
  assert.deepEqual(await actsKept(db), names);
});

test('a write that breaks off among others takes only its own rows away', async () => {
  const db = await freshDatabase();
  const outcomes = await Promise.allSettled([
    addEntry(db, 'before'),
    addEntry(db, 'one'),
    addEntry(db, 'broken', true),
    addEntry(db, 'two'),
  ]);
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  );
  assert.deepEqual(await actsKept(db), ['before', 'one', 'two']);
});

test('nobody is told of success when the shared commit fails', async () => {
  const db = await freshDatabase();
  const orphan = () =>
    db.write(async (tx) => {
      await tx.run(sql`pragma defer_foreign_keys = on`);
      await tx.run(sql`insert into scenario_step (run_id, seq, event_id, choice_id, at)
        values ('nobody', 1, ${crypto.randomUUID()}, 'x', 1)`);
    });
  const outcomes = await Promise.allSettled([
    addEntry(db, 'first'),
    addEntry(db, 'second'),
    orphan(),
  ]);
  const kept = await actsKept(db);
  assert.equal(outcomes[2]?.status, 'rejected');
  const toldOfSuccess = outcomes.flatMap((one) =>
    one.status === 'fulfilled' && typeof one.value === 'string' ? [one.value] : [],
  );
  assert.deepEqual(toldOfSuccess, kept);
});

test('writes of requests that arrive together share one commit', async () => {
  const commits: number[] = [];
  const write = groupWrites(async (act) => {
    const nested = { transaction: (inner: (tx: Tx) => unknown) => inner(nobody) };
    const nobody = nested as unknown as Tx; // All that a group asks of a transaction.
    const value = await act(nobody);
    commits.push(1);
    return value;
  });
  const requests = Array.from({ length: 20 }, async (_, n) => {
    await nextTurn();
    return write(async () => n);
  });
  assert.deepEqual(await Promise.all(requests), [...Array(20).keys()]);
  assert.equal(commits.length, 1);
  assert.equal(await write(async () => 'alone'), 'alone');
  assert.equal(commits.length, 2);
});
