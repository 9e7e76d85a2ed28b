import { createClient } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { guard } from './guard.ts';

export type Reader = LibSQLDatabase;
/** Inside a write: one transaction, seen by nobody until it ends. */
export type Tx = Parameters<Parameters<LibSQLDatabase['transaction']>[0]>[0];

export type Database = {
  /** For questions. Never write through it. */
  readonly read: Reader;
  /**
   * Runs `act` in one write transaction; writes of this process take turns. What `act` returns has been committed.
   * Inside, use only `tx` and await nothing else.
   */
  write<T>(act: (tx: Tx) => Promise<T>): Promise<T>;
  close(): void;
};

const BUSY_TIMEOUT_MS = 5_000;

/** Opens a libSQL file (`file:var/hamkke.db`) or server (`http://…`). */
export function openDatabase(url: string, authToken?: string): Database {
  const client = guard(
    createClient({ url, timeout: BUSY_TIMEOUT_MS, ...(authToken ? { authToken } : {}) }),
  );
  const db = drizzle(client);
  return {
    read: db,
    write: (act) => db.transaction(act, { behavior: 'immediate' }),
    close: () => client.close(),
  };
}
