import { and, asc, count, desc, eq, gt, gte, inArray, lt } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { auditEntry } from '#db/schema/audit.ts';
import type { Instant } from '#kernel/date.ts';
import type { AuditEntry, AuditFilter } from './entry.ts';

export type AuditRow = typeof auditEntry.$inferSelect;

export async function insertEntry(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx
    .insert(auditEntry)
    .values({ ...entry, detail: JSON.stringify({ v: 1, ...entry.detail }) });
}

export async function listEntries(
  reader: Reader,
  { before, act, subject }: AuditFilter,
  limit: number,
): Promise<AuditRow[]> {
  return reader
    .select()
    .from(auditEntry)
    .where(
      and(
        before === undefined ? undefined : lt(auditEntry.seq, before),
        act === undefined ? undefined : eq(auditEntry.act, act),
        subject === undefined ? undefined : eq(auditEntry.subject, subject),
      ),
    )
    .orderBy(desc(auditEntry.seq))
    .limit(limit);
}

export async function countSince(reader: Reader, act: string, since: Instant): Promise<number> {
  const rows = await reader
    .select({ n: count() })
    .from(auditEntry)
    .where(and(eq(auditEntry.act, act), gte(auditEntry.at, since)));
  return rows[0]?.n ?? 0;
}

/** What was done to whom after a number of the trail, oldest first. */
export async function listSubjectsAfter(
  reader: Reader,
  { after, limit, acts }: { after: number; limit: number; acts: readonly string[] },
): Promise<{ seq: number; subject: string }[]> {
  return reader
    .select({ seq: auditEntry.seq, subject: auditEntry.subject })
    .from(auditEntry)
    .where(and(gt(auditEntry.seq, after), inArray(auditEntry.act, [...acts])))
    .orderBy(asc(auditEntry.seq))
    .limit(limit);
}
