import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { notice } from '#db/schema/notify.ts';
import type { Instant } from '#kernel/date.ts';

export type NoticeRow = typeof notice.$inferSelect;

export async function insertNotices(
  tx: Tx,
  rows: readonly (typeof notice.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(notice).values([...rows]);
}

const prepared = new WeakMap<Reader, ReturnType<typeof prepareUnread>>();

/** Asked for every page of a signed-in person: compiled once, and it stops counting at `most`. */
function prepareUnread(reader: Reader) {
  const unread = reader
    .select({ one: sql<number>`1`.as('one') })
    .from(notice)
    .where(and(eq(notice.personId, sql.placeholder('personId')), isNull(notice.readAt)))
    .limit(sql.placeholder('most'))
    .as('unread');
  return reader.select({ n: count() }).from(unread).prepare();
}

export async function countUnread(
  reader: Reader,
  { personId, most }: { personId: string; most: number },
): Promise<number> {
  let query = prepared.get(reader);
  if (query === undefined) {
    query = prepareUnread(reader);
    prepared.set(reader, query);
  }
  return (await query.get({ personId, most }))?.n ?? 0;
}

type Which = { readonly personId: string; readonly isUnread: boolean };

export async function listNotices(
  reader: Reader,
  which: Which,
  { offset, limit }: { offset: number; limit: number },
): Promise<NoticeRow[]> {
  return reader
    .select()
    .from(notice)
    .where(those(which))
    .orderBy(desc(notice.at), desc(notice.id))
    .limit(limit)
    .offset(offset);
}

export async function countNotices(reader: Reader, which: Which): Promise<number> {
  const row = await reader.select({ n: count() }).from(notice).where(those(which)).get();
  return row?.n ?? 0;
}

/** Marks one of the person's own; says whether it is theirs. */
export async function updateRead(
  tx: Tx,
  { id, personId, readAt }: { id: string; personId: string; readAt: Instant | null },
): Promise<boolean> {
  const mine = await tx
    .update(notice)
    .set({ readAt })
    .where(and(eq(notice.id, id), eq(notice.personId, personId)))
    .returning({ id: notice.id });
  return mine.length === 1;
}

export async function updateAllRead(tx: Tx, personId: string, readAt: Instant): Promise<void> {
  await tx
    .update(notice)
    .set({ readAt })
    .where(and(eq(notice.personId, personId), isNull(notice.readAt)));
}

function those({ personId, isUnread }: Which) {
  return and(eq(notice.personId, personId), isUnread ? isNull(notice.readAt) : undefined);
}
