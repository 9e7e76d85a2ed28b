import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { credit } from '#db/schema/programme.ts';
import type { Instant } from '#kernel/date.ts';
import type { Credit, CreditAnswer } from '../credit.ts';

export async function insertCredit(
  tx: Tx,
  one: Omit<Credit, 'withdrawnAt' | 'answer'>,
): Promise<void> {
  await tx.insert(credit).values(one).onConflictDoNothing();
}

export async function findCredit(db: Reader | Tx, claimId: string): Promise<Credit | undefined> {
  const row = await db.select().from(credit).where(eq(credit.claimId, claimId)).get();
  return row && toCredit(row);
}

/** What these people handed in and did not take back. */
export async function listCreditsOf(db: Reader, personIds: readonly string[]): Promise<Credit[]> {
  const asked = sql`${credit.personId} in (select value from json_each(${JSON.stringify(personIds)}))`;
  const rows = await db
    .select()
    .from(credit)
    .where(and(asked, isNull(credit.withdrawnAt)));
  return rows.map(toCredit);
}

export async function updateCredit(
  tx: Tx,
  claimId: string,
  change: { answer: CreditAnswer } | { withdrawnAt: Instant },
): Promise<void> {
  const set =
    'answer' in change
      ? {
          outcome: change.answer.outcome,
          reason: change.answer.reason,
          validUntil: change.answer.validUntil,
          answeredBy: change.answer.by,
          answeredAt: change.answer.at,
        }
      : change;
  await tx.update(credit).set(set).where(eq(credit.claimId, claimId));
}

function toCredit(row: typeof credit.$inferSelect): Credit {
  const { claimId, personId, item, handedInOn, withdrawnAt, validUntil } = row;
  const { outcome, reason, answeredBy: by, answeredAt: at } = row;
  const credit = { claimId, personId, item, handedInOn, withdrawnAt };
  if (outcome === null || reason === null || by === null || at === null)
    return { ...credit, answer: null };
  const word = outcome === 'accepted' ? 'accepted' : 'refused';
  return { ...credit, answer: { outcome: word, reason, by, at, validUntil } };
}
