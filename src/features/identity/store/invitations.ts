import { and, count, desc, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { invitation } from '#db/schema/identity.ts';
import type { Instant } from '#kernel/date.ts';

export type InvitationRow = typeof invitation.$inferSelect;

export async function insertInvitation(tx: Tx, row: typeof invitation.$inferInsert): Promise<void> {
  await tx.insert(invitation).values(row);
}

export async function findInvitation(
  reader: Reader | Tx,
  id: string,
): Promise<InvitationRow | undefined> {
  return reader.select().from(invitation).where(eq(invitation.id, id)).get();
}

export async function findByToken(
  reader: Reader | Tx,
  tokenHash: string,
): Promise<InvitationRow | undefined> {
  return reader.select().from(invitation).where(eq(invitation.tokenHash, tokenHash)).get();
}

/** An invitation to this address that can be accepted. */
export async function findOpenFor(
  tx: Tx,
  email: string,
  now: Instant,
): Promise<InvitationRow | undefined> {
  return tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.email, email), isOpen(), gt(invitation.expiresAt, now)))
    .get();
}

export async function updateInvitation(
  tx: Tx,
  id: string,
  change: Partial<InvitationRow>,
): Promise<void> {
  await tx.update(invitation).set(change).where(eq(invitation.id, id));
}

export async function listInvitations(
  reader: Reader,
  { offset, limit }: { offset: number; limit: number },
): Promise<InvitationRow[]> {
  return reader
    .select()
    .from(invitation)
    .orderBy(desc(invitation.createdAt), desc(invitation.id))
    .limit(limit)
    .offset(offset);
}

export async function countInvitations(reader: Reader): Promise<number> {
  const row = await reader.select({ n: count() }).from(invitation).get();
  return row?.n ?? 0;
}

export async function countOpen(
  reader: Reader,
  now: Instant,
): Promise<{ waiting: number; expired: number }> {
  const waiting = await reader
    .select({ n: count() })
    .from(invitation)
    .where(and(isOpen(), gt(invitation.expiresAt, now)))
    .get();
  const expired = await reader
    .select({ n: count() })
    .from(invitation)
    .where(and(isOpen(), lte(invitation.expiresAt, now)))
    .get();
  return { waiting: waiting?.n ?? 0, expired: expired?.n ?? 0 };
}

function isOpen() {
  return and(isNull(invitation.acceptedAt), isNull(invitation.withdrawnAt));
}
