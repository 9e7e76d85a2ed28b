import { type Client, createClient, type InValue } from '@libsql/client';

/** Every table of the product and its columns in the database at this address. */
export async function tablesIn(url: string): Promise<ReadonlyMap<string, readonly string[]>> {
  return withClient(url, async (client) => {
    const { rows } = await client.execute(
      "select m.name as t, c.name as c from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like '\\_\\_%' escape '\\' order by 1, c.cid",
    );
    const tables = new Map<string, string[]>();
    for (const { t, c } of rows) {
      tables.set(String(t), [...(tables.get(String(t)) ?? []), String(c)]);
    }
    return tables;
  });
}

/** Everything in these tables, as lines in order. */
export async function dump(
  url: string,
  isWanted: (table: string) => boolean,
): Promise<Record<string, string[]>> {
  const tables = [...(await tablesIn(url)).keys()].filter(isWanted);
  return withClient(url, async (client) => {
    const found: Record<string, string[]> = {};
    for (const table of tables) {
      const { rows } = await client.execute(`select * from "${table}"`);
      found[table] = rows.map((row) => JSON.stringify(Object.values(row))).sort();
    }
    return found;
  });
}

/** A row of a table with these values; whatever else it needs is made up, and rows it points to are not asked for. */
export async function plantRow(
  url: string,
  table: string,
  values: Readonly<Record<string, InValue>>,
): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.execute(
      `select name, type from pragma_table_info('${table}') where "notnull" = 1 and not (pk = 1 and type = 'integer')`,
    );
    const needed = rows.map(({ name, type }): [string, InValue] => [
      String(name),
      String(type).toLowerCase() === 'integer' ? 1 : `${table} ${name}`,
    ]);
    const row = Object.entries({ ...Object.fromEntries(needed), ...values });
    await client.execute('pragma foreign_keys = off');
    await client.execute({
      sql: `insert into "${table}" (${row.map(([name]) => `"${name}"`).join()}) values (${row.map(() => '?').join()})`,
      args: row.map(([, value]) => value),
    });
  });
}

async function withClient<T>(url: string, act: (client: Client) => Promise<T>): Promise<T> {
  const client = createClient({ url });
  try {
    return await act(client);
  } finally {
    client.close();
  }
}
