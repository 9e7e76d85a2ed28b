import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openKeeping } from '#db/kept-statements.ts';
import { freshPath } from '#tests/support/database.ts';

const INSERT = 'insert into note (id, text) values (?, ?)';

async function withNotes(count: number) {
  const url = `file:${await freshPath()}`;
  const client = openKeeping(url, 100);
  await client.execute('create table note (id integer primary key, text text)');
  for (let id = 1; id <= count; id += 1) await client.execute(INSERT, [id, `note ${id}`]);
  return { url, client };
}

test('the same question asked again is answered from what the table holds by then', async () => {
  const { client } = await withNotes(250);
  const ask = () => client.execute('select id, text from note where id > ? order by id', [0]);
  assert.equal((await ask()).rows.length, 250);
  await client.execute(INSERT, [251, 'late']);
  const { rows, columns } = await ask();
  assert.deepEqual(columns, ['id', 'text']);
  assert.equal(rows.length, 251);
  assert.equal(rows.at(-1)?.['text'], 'late');
});

test('values of one use do not stay for the next', async () => {
  const { client } = await withNotes(3);
  const ask = (id: number) => client.execute('select text from note where id = ?', [id]);
  assert.equal((await ask(2)).rows[0]?.['text'], 'note 2');
  assert.deepEqual((await ask(9)).rows, []);
  assert.equal((await ask(3)).rows[0]?.['text'], 'note 3');
});

test('after a statement has failed the same statement works again', async () => {
  const { client } = await withNotes(1);
  await assert.rejects(() => client.execute(INSERT, [1, 'a second first']), /UNIQUE/);
  const { rowsAffected } = await client.execute(INSERT, [2, 'second']);
  assert.equal(rowsAffected, 1);
});

test('a failed statement does not keep its transaction open', async () => {
  const { client } = await withNotes(1);
  const broken = await client.transaction('write');
  await assert.rejects(() => broken.execute({ sql: INSERT, args: [1, 'twice'] }), /UNIQUE/);
  await broken.rollback();
  const next = await client.transaction('write');
  await next.execute({ sql: INSERT, args: [2, 'second'] });
  await next.commit();
  assert.equal((await client.execute('select count(*) as n from note')).rows[0]?.['n'], 2);
});

test('a table that another connection has changed is read and written as it is now', async () => {
  const { url, client } = await withNotes(2);
  const ask = () => client.execute('select id, text from note order by id');
  await ask();
  const other = openKeeping(url, 100);
  await other.execute("alter table note add column colour text not null default 'white'");
  await other.execute('create index note_text on note (text)');
  assert.equal((await ask()).rows.length, 2);
  await client.execute(INSERT, [3, 'third']);
  const { rows } = await other.execute('select colour from note where id = 3');
  assert.equal(rows[0]?.['colour'], 'white');
});

test('more different statements than are kept still answer', async () => {
  const { client } = await withNotes(1);
  for (let number = 0; number < 1000; number += 1) {
    const { rows } = await client.execute(`select ${number} as n from note`);
    assert.equal(rows[0]?.['n'], number);
  }
});
