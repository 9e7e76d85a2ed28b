import { AsyncLocalStorage } from 'node:async_hooks';
import { type Client, createClient } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { groupWrites } from './group.ts';
import { fileReader, fileWriter } from './guard.ts';

export type Reader = LibSQLDatabase;
/** Inside a write: one transaction, seen by nobody until it ends. */
export type Tx = Parameters<Parameters<LibSQLDatabase['transaction']>[0]>[0];

export type Database = {
  /** For questions. Never write through it. */
  readonly read: Reader;
  /**
   * Runs `act` as one whole: all of it is written or none. Writes of this process take turns, and those that wait share a
   * commit. What `act` returns has been committed. Inside, use only `tx` and await nothing else.
   */
  write<T>(act: (tx: Tx) => Promise<T>): Promise<T>;
  close(): void;
};

/** Opens a libSQL file (`file:var/hamkke.db`) or server (`http://…`). */
export function openDatabase(url: string, authToken?: string): Database {
  const { reader, writer } = openClients(url, authToken);
  const writing = drizzle(writer);
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const write = groupWrites((act) => writing.transaction(act));
  return {
    read: drizzle(reader),
    write: async (act) => {
      if (inside.getStore()?.open) {
        throw new Error(
          '`db.write` inside `db.write` would wait for itself: hand `tx` on instead.',
        );
      }
      return write(async (tx) => {
        const state = { open: true };
        return inside
          .run(state, () => act(tx))
          .finally(() => {
            state.open = false;
          });
      });
    },
    close: () => {
      reader.close();
      if (writer !== reader) writer.close();
    },
  };
}

function openClients(url: string, authToken?: string): { reader: Client; writer: Client } {
  if (url.includes(':memory:')) {
    throw new Error(
      'A database in memory cannot be shared by its reader and its writer: use a file.',
    );
  }
  if (url.startsWith('file:')) return { reader: fileReader(url), writer: fileWriter(url) };
  const client = createClient({ url, ...(authToken ? { authToken } : {}) });
  return { reader: client, writer: client };
}
