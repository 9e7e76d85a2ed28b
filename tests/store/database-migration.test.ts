import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Client, createClient } from '@libsql/client';
import { MIGRATIONS, migrateDatabase } from '#db/migrate.ts';
import { readBody } from '#features/programme/programme.ts';
import { freshPath } from '#tests/support/database.ts';

/** Tables that are gone, and where their rows live on. */
const TURNED_INTO: Readonly<Record<string, string>> = { assignment: 'programme' };

type Journal = { entries: { idx: number; tag: string; when: number }[] };

const FIXTURES = join(import.meta.dirname, '../fixtures/database');
const journal: Journal = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8'));

/** The migrations as they were when the one called `tag` was the newest. */
function migrationsUntil(tag: string): string {
  const folder = freshPath('migrations');
  cpSync(MIGRATIONS, folder, { recursive: true });
  const last = journal.entries.findIndex((entry) => entry.tag === tag);
  const older = { ...journal, entries: journal.entries.slice(0, last + 1) };
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(older));
  return folder;
}

async function rowsByTable(client: Client): Promise<Record<string, number>> {
  const { rows } = await client.execute(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'",
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const answer = await client.execute(`select count(*) as n from "${name}"`);
    counts[String(name)] = Number(answer.rows[0]?.['n']);
  }
  return counts;
}

/** A database that has lived until the migration called `tag`: each one was followed by the rows of its sample. */
async function databaseOf(tag: string): Promise<string> {
  const url = `file:${freshPath()}`;
  const last = journal.entries.findIndex((entry) => entry.tag === tag);
  for (const lived of journal.entries.slice(0, last + 1)) {
    const sample = join(FIXTURES, `${lived.tag}.sql`);
    assert.ok(existsSync(sample), `Add ${sample} with a row in each table that is new.`);
    await migrateDatabase(url, { folder: migrationsUntil(lived.tag) });
    const client = createClient({ url });
    await client.executeMultiple(readFileSync(sample, 'utf8'));
    client.close();
  }
  return url;
}

for (const { tag } of journal.entries) {
  test(`a database of the time of ${tag} keeps every row on its way to the newest tables`, async () => {
    const url = await databaseOf(tag);
    const client = createClient({ url });
    const before = await rowsByTable(client);
    const empty = Object.keys(before).filter((table) => before[table] === 0);
    assert.deepEqual(empty, [], `${tag}.sql has a row for each table its migration made.`);

    await migrateDatabase(url);

    const after = await rowsByTable(client);
    for (const [old, its] of Object.entries(TURNED_INTO)) {
      assert.ok((before[old] ?? 0) <= (after[its] ?? 0), `${old} lives on in ${its}`);
      delete before[old];
    }
    assert.deepEqual({ ...after, ...before }, after);
    assert.deepEqual((await client.execute('pragma foreign_key_check')).rows.length, 0);
    assert.equal(
      (await client.execute('pragma integrity_check')).rows[0]?.['integrity_check'],
      'ok',
    );
    client.close();
  });
}

test('runs of the time before seats keep their person, what they wrote and what they decided', async () => {
  const url = await databaseOf('0000_start');
  await migrateDatabase(url);
  const client = createClient({ url });
  const rowsOf = async (sql: string) =>
    (await client.execute(sql)).rows.map((row) => Object.values(row));
  const players = await rowsOf(
    'select run_id, seat, person_id, mode, joined_at from scenario_player order by run_id',
  );
  assert.deepEqual(players, [
    ['r1', 'official', 'p1', 'practice', 1_700_000_000_000],
    ['r2', 'official', 'p1', 'practice', 1_700_000_002_000],
  ]);
  const runs = await rowsOf(
    'select kind, begun_at, branched_from_run from scenario_run order by id',
  );
  assert.deepEqual(runs, [
    ['alone', 1_700_000_000_000, null],
    ['alone', 1_700_000_002_000, 'r1'],
  ]);
  assert.deepEqual(await rowsOf('select person_id, choice_id from scenario_step'), [
    ['p1', 'ask-first'],
  ]);
  const written = await rowsOf('select person_id, answer from scenario_reflection');
  assert.deepEqual(written, [['p1', '먼저 물었다']]);
  client.close();
});

test('courses that were set for people become programmes of one course, the nearest rule counting as before', async () => {
  const url = await databaseOf('0000_start');
  await migrateDatabase(url);
  const client = createClient({ url });
  const { rows } = await client.execute('select body from programme');
  const bodies = rows.map((row) => readBody(String(row['body'])));
  assert.deepEqual(bodies[0]?.need.groups, [
    { take: 'all', items: [{ kind: 'course', id: 'agree-act-account' }] },
  ]);
  assert.deepEqual(bodies[0]?.rules, [
    {
      id: 'a1',
      from: '2023-11-14',
      place: { kind: 'unit', unit: 'welfare' },
      who: [],
      duty: 'required',
      timing: {
        recurs: { kind: 'once', due: '2026-12-31' },
        opensBefore: 60,
        graceDays: 0,
        validMonths: null,
        credit: 'any-time',
        joinDays: 0,
      },
      reason: { ko: '해마다', en: 'every year' },
    },
  ]);
  client.close();
});

test('a migration that fails half-way changes nothing and the reason is told', async () => {
  const url = `file:${freshPath()}`;
  await migrateDatabase(url);
  const folder = freshPath('migrations');
  cpSync(MIGRATIONS, folder, { recursive: true });
  const next = {
    idx: 99,
    version: '6',
    when: Date.now() * 2,
    tag: '0099_broken',
    breakpoints: true,
  };
  const entries = [...journal.entries, next];
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
  writeFileSync(
    join(folder, '0099_broken.sql'),
    'CREATE TABLE half (id text);\n--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);',
  );
  await assert.rejects(migrateDatabase(url, { folder }), /nowhere/);
  const client = createClient({ url });
  assert.equal('half' in (await rowsByTable(client)), false);
  client.close();
});

test('two programs that start at the same moment migrate once', async () => {
  const url = `file:${freshPath()}`;
  const runs = await Promise.all([migrateDatabase(url), migrateDatabase(url)]);
  assert.deepEqual(runs.toSorted(), [0, journal.entries.length].toSorted());
});

test('a database from a newer version is refused with a sentence', async () => {
  const url = `file:${freshPath()}`;
  await migrateDatabase(url);
  const client = createClient({ url });
  await client.execute("insert into __drizzle_migrations values (null, 'later', 9999999999999)");
  client.close();
  await assert.rejects(migrateDatabase(url), /newer version/);
});

test('the folder of a new database is made', async () => {
  const folder = freshPath('folder');
  await migrateDatabase(`file:${join(folder, 'deep', 'hamkke.db')}`);
  assert.ok(existsSync(join(folder, 'deep', 'hamkke.db')));
});
