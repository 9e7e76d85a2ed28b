import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { type Database, openDatabase } from '#db/client.ts';
import { freshDatabase } from '#tests/support/database.ts';

const WRITER = fileURLToPath(new URL('../support/acknowledging-writer.ts', import.meta.url));

type Writer = { child: ChildProcess; acknowledged: string[]; ended: Promise<unknown> };

function startWriter(url: string, name: string, count: number): Writer {
  const child = spawn(process.execPath, [WRITER, url, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => acknowledged.push(line));
  return { child, acknowledged, ended: Promise.all([once(child, 'exit'), once(lines, 'close')]) };
}

async function acknowledgements(writer: Writer, wanted: number): Promise<void> {
  while (writer.acknowledged.length < wanted && writer.child.exitCode === null) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function numbersOf(database: Database, name: string): Promise<Set<string>> {
  const rows = await database.read.all<{ detail: string }>(
    sql`select detail from audit_entry where subject = ${name}`,
  );
  return new Set(rows.map(({ detail }) => detail));
}

async function countMissing(database: Database, name: string, { acknowledged }: Writer) {
  const stored = await numbersOf(database, name);
  return acknowledged.filter((number) => !stored.has(number)).length;
}

async function assertWhole(database: Database): Promise<void> {
  const verdict = await database.read.get(sql`pragma integrity_check`);
  assert.deepEqual(verdict, { integrity_check: 'ok' });
}

test('three processes write to one file and every acknowledged row is in it', async () => {
  const database = await freshDatabase();
  const names = ['one', 'two', 'three'];
  const writers = names.map((name) => startWriter(database.url, name, 300));
  await Promise.all(writers.map(({ ended }) => ended));

  for (const [index, writer] of writers.entries()) {
    assert.equal(writer.child.exitCode, 0);
    assert.equal(writer.acknowledged.length, 300);
    assert.equal(await countMissing(database, names[index] ?? '', writer), 0);
  }
  await assertWhole(database);
});

test('a writer killed in the middle of its writes twelve times loses nothing it acknowledged', async () => {
  const { url } = await freshDatabase();
  for (let round = 1; round <= 12; round += 1) {
    const name = `round ${round}`;
    const writer = startWriter(url, name, 1_000_000);
    await acknowledgements(writer, 20 * round);
    writer.child.kill('SIGKILL');
    await writer.ended;
    assert.equal(writer.child.signalCode, 'SIGKILL');

    const database = openDatabase(url);
    assert.equal(await countMissing(database, name, writer), 0);
    await assertWhole(database);
    database.close();
  }
});
