import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Tx } from './client.ts';

type Act<T> = (tx: Tx) => Promise<T>;
type Transact = <T>(act: Act<T>) => Promise<T>;
/** An act in the queue: does its part inside a shared transaction, and answers its caller once that has been committed. */
type Waiting = {
  /** Returns how to answer the caller after the commit. */
  readonly run: (tx: Tx) => Promise<() => void>;
  readonly fail: (error: unknown) => void;
};

/** How many acts share a commit at most: those in front wait for those behind. */
const MOST = 32;

/**
 * Acts that arrive together share a commit, and so one sync to the disk. Each stands in a savepoint of its own: what one of
 * them breaks is undone alone. Nobody is answered before the commit.
 */
export function groupWrites(transact: Transact): Transact {
  const queue: Waiting[] = [];
  let working = false;

  async function work(): Promise<void> {
    working = true;
    while (queue.length > 0) {
      await gather();
      await writeTogether(transact, queue.splice(0, MOST));
    }
    working = false;
  }

  /**
   * Waits for those who are about to arrive. The driver holds the only thread until the disk has answered, so requests that
   * came meanwhile have not even been read: a turn of the loop reads them. A turn that brings nobody ends the waiting.
   */
  async function gather(): Promise<void> {
    for (let met = 0; met < queue.length && queue.length < MOST; ) {
      met = queue.length;
      await nextTurn();
    }
  }

  return <T>(act: Act<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const inItsContext = AsyncLocalStorage.snapshot();
      queue.push({
        run: async (tx) => {
          try {
            const value = await tx.transaction((savepoint) => inItsContext(act, savepoint));
            return () => resolve(value);
          } catch (error) {
            return () => reject(error);
          }
        },
        fail: reject,
      });
      if (!working) void work();
    });
}

/** A failure outside the acts, such as of the commit, is everybody's: nothing of the group has been written. */
async function writeTogether(transact: Transact, group: readonly Waiting[]): Promise<void> {
  try {
    const answers = await transact(async (tx) => {
      const ready: (() => void)[] = [];
      for (const { run } of group) ready.push(await run(tx));
      return ready;
    });
    for (const answer of answers) answer();
  } catch (error) {
    for (const { fail } of group) fail(error);
  }
}
