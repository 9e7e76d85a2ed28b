import { and, asc, count, desc, eq, gte, isNull, lt, lte } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { outbox } from '#db/schema/notify.ts';
import type { Instant } from '#kernel/date.ts';
import { MAX_TRIES } from './schedule.ts';

export type OutboxRow = typeof outbox.$inferSelect;

export async function insertMessage(tx: Tx, row: typeof outbox.$inferInsert): Promise<void> {
  await tx.insert(outbox).values(row);
}

export async function listDue(tx: Tx, now: Instant, limit: number): Promise<OutboxRow[]> {
  return tx
    .select()
    .from(outbox)
    .where(
      and(isNull(outbox.sentAt), lte(outbox.nextAttemptAt, now), lt(outbox.attempts, MAX_TRIES)),
    )
    .orderBy(asc(outbox.nextAttemptAt), asc(outbox.id))
    .limit(limit);
}

export async function updateTry(
  tx: Tx,
  id: string,
  change: { attempts: number; nextAttemptAt: Instant },
): Promise<void> {
  await tx.update(outbox).set(change).where(eq(outbox.id, id));
}

export async function updateSent(
  tx: Tx,
  id: string,
  change: { sentAt: Instant; params: string },
): Promise<void> {
  await tx
    .update(outbox)
    .set({ ...change, lastError: null })
    .where(eq(outbox.id, id));
}

export async function updateError(tx: Tx, id: string, lastError: string): Promise<void> {
  await tx.update(outbox).set({ lastError }).where(eq(outbox.id, id));
}

export async function findMessage(reader: Reader | Tx, id: string): Promise<OutboxRow | undefined> {
  return reader.select().from(outbox).where(eq(outbox.id, id)).get();
}

export async function listNewest(
  reader: Reader,
  { offset, limit }: { offset: number; limit: number },
): Promise<OutboxRow[]> {
  return reader
    .select()
    .from(outbox)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit)
    .offset(offset);
}

export async function countMessages(reader: Reader): Promise<number> {
  const row = await reader.select({ n: count() }).from(outbox).get();
  return row?.n ?? 0;
}

export async function countUnsent(reader: Reader): Promise<{ waiting: number; givenUp: number }> {
  const unsent = isNull(outbox.sentAt);
  const waiting = await reader
    .select({ n: count() })
    .from(outbox)
    .where(and(unsent, lt(outbox.attempts, MAX_TRIES)))
    .get();
  const givenUp = await reader
    .select({ n: count() })
    .from(outbox)
    .where(and(unsent, gte(outbox.attempts, MAX_TRIES)))
    .get();
  return { waiting: waiting?.n ?? 0, givenUp: givenUp?.n ?? 0 };
}
