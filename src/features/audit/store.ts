import { and, count, desc, eq, gte, lt } from 'drizzle-orm';
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
