import type { Client } from '@libsql/client';
import { ConnectionPool, Sqlite3Client } from '@libsql/client/sqlite3';

type Connection = ReturnType<ConnectionPool['acquireSync']>;
type Statement = ReturnType<Connection['prepare']>;

/** How many statements a connection keeps; the one kept longest goes first. */
const MOST = 400;

/**
 * A client with one connection to a libSQL file, which keeps its prepared statements. `createClient` prepares a text anew for
 * every use and asks each time, twice, for the names of its columns: a third of the processor time of a decision
 * (`npm run bench -- decisions`). SQLite itself prepares a kept statement again when tables have changed; only the names of
 * the columns stay as they were, which is right as long as queries name their columns, as drizzle does.
 *
 * `timeout` is in milliseconds. Throws when the file cannot be opened.
 */
export function openKeeping(url: string, timeout: number): Client {
  const pool = new KeepingPool(pathOf(url), { timeout }, 1);
  pool.release(pool.acquireSync());
  return new Sqlite3Client(pool, 'number');
}

/** The driver takes a path; a URL may also be relative (`file:var/hamkke.db`) and may carry escapes. */
function pathOf(url: string): string {
  const path = url.slice('file:'.length);
  return path.startsWith('/')
    ? decodeURIComponent(new URL(url).pathname)
    : decodeURIComponent(path);
}

/** Every connection of the driver, also after a reconnect, comes out of `acquireSync`. */
class KeepingPool extends ConnectionPool {
  override acquireSync(forTransaction?: boolean): Connection {
    const connection = super.acquireSync(forTransaction);
    if (!Object.hasOwn(connection, 'prepare')) keepStatements(connection);
    return connection;
  }
}

function keepStatements(connection: Connection): void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, Statement>();
  const keep = (text: string): Statement => {
    const statement = settled(prepare(text), () => kept.delete(text));
    const oldest = kept.size < MOST ? undefined : kept.keys().next().value;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(text, statement);
    return statement;
  };
  Object.defineProperty(connection, 'prepare', {
    value: (text: string) => kept.get(text) ?? keep(text),
  });
}

/**
 * A statement that knows what the client asks of it before every use. One that failed is given up: the driver leaves it open,
 * and it would hold its transaction.
 */
function settled(statement: Statement, giveUp: () => void): Statement {
  const { reader } = statement;
  statement.safeIntegers(true);
  if (reader) statement.raw(true);
  const columns = reader ? statement.columns() : [];
  const all = statement.all.bind(statement);
  const run = statement.run.bind(statement);
  return Object.assign(statement, {
    safeIntegers: () => statement,
    raw: () => {
      if (!reader) throw NO_ROWS;
      return statement;
    },
    columns: () => columns,
    all: (values: unknown[]) => orGiveUp(() => all(values), giveUp),
    run: (values: unknown[] = []) => orGiveUp(() => run(values), giveUp),
  });
}

/** How the client learns that a statement answers no rows. */
const NO_ROWS = new TypeError('This statement returns no data.');

function orGiveUp<T>(act: () => T, giveUp: () => void): T {
  try {
    return act();
  } catch (error) {
    giveUp();
    throw error;
  }
}
