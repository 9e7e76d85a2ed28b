import { and, asc, count, desc, eq, gte, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { challenge } from '#db/schema/competency.ts';
import type { Instant } from '#kernel/date.ts';
import type { Whose } from '../care.ts';
import type { Challenge, Outcome } from '../challenge.ts';

export async function insertChallenge(tx: Tx, row: Challenge): Promise<void> {
  await tx.insert(challenge).values(row);
}

export async function findChallenge(db: Reader | Tx, id: string): Promise<Challenge | undefined> {
  const [row] = await db.select().from(challenge).where(eq(challenge.id, id));
  return row && read(row);
}

/** Everything that was said against a piece, oldest first. */
export async function listChallengesOfPiece(
  db: Reader | Tx,
  evidenceId: string,
): Promise<Challenge[]> {
  const rows = await db
    .select()
    .from(challenge)
    .where(eq(challenge.evidenceId, evidenceId))
    .orderBy(asc(challenge.raisedAt));
  return rows.map(read);
}

/** What a person challenged, newest first. */
export async function listChallengesBy(db: Reader, personId: string): Promise<Challenge[]> {
  const rows = await db
    .select()
    .from(challenge)
    .where(eq(challenge.personId, personId))
    .orderBy(desc(challenge.raisedAt));
  return rows.map(read);
}

export async function countOpenBy(db: Reader | Tx, personId: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(challenge)
    .where(and(eq(challenge.personId, personId), isNull(challenge.outcome)));
  return row?.n ?? 0;
}

/** What waits for an answer, the longest first. */
export async function listOpenChallenges(db: Reader, whose: Whose): Promise<Challenge[]> {
  const rows = await db
    .select()
    .from(challenge)
    .where(and(isNull(challenge.outcome), among(whose)))
    .orderBy(asc(challenge.raisedAt));
  return rows.map(read);
}

/** What has been closed, newest first. */
export async function listClosedChallenges(
  db: Reader,
  whose: Whose,
  { offset, limit }: { offset: number; limit: number },
): Promise<Challenge[]> {
  const rows = await db
    .select()
    .from(challenge)
    .where(and(isNotNull(challenge.outcome), among(whose)))
    .orderBy(desc(challenge.closedAt), asc(challenge.id))
    .limit(limit)
    .offset(offset);
  return rows.map(read);
}

export async function countChallenges(
  db: Reader,
  whose: Whose,
): Promise<{ open: number; closed: number }> {
  const [row] = await db
    .select({ all: count(), closed: count(challenge.outcome) })
    .from(challenge)
    .where(among(whose));
  return { open: (row?.all ?? 0) - (row?.closed ?? 0), closed: row?.closed ?? 0 };
}

export async function listAnsweredSince(
  db: Reader,
  personId: string,
  since: Instant,
): Promise<Challenge[]> {
  const rows = await db
    .select()
    .from(challenge)
    .where(and(eq(challenge.personId, personId), gte(challenge.closedAt, since)));
  return rows.map(read);
}

/** The open challenges nobody has passed on that were raised at or before a moment. */
export async function listSilent(db: Reader | Tx, raisedBefore: Instant): Promise<Challenge[]> {
  const rows = await db
    .select()
    .from(challenge)
    .where(
      and(
        isNull(challenge.outcome),
        isNull(challenge.escalatedAt),
        lte(challenge.raisedAt, raisedBefore),
      ),
    );
  return rows.map(read);
}

/** Says whether it was this call that passed it on. */
export async function updateEscalated(tx: Tx, id: string, escalatedAt: Instant): Promise<boolean> {
  const changed = await tx
    .update(challenge)
    .set({ escalatedAt })
    .where(and(eq(challenge.id, id), isNull(challenge.outcome), isNull(challenge.escalatedAt)))
    .returning({ id: challenge.id });
  return changed.length === 1;
}

export async function updateClosed(
  tx: Tx,
  id: string,
  change: { outcome: Outcome; closedBy: string; answer: string | null; closedAt: Instant },
): Promise<void> {
  await tx
    .update(challenge)
    .set(change)
    .where(and(eq(challenge.id, id), isNull(challenge.outcome)));
}

function among(whose: Whose) {
  if (whose === 'everybody') return undefined;
  return sql`${challenge.personId} in (select value from json_each(${JSON.stringify(whose)}))`;
}

function read(row: typeof challenge.$inferSelect): Challenge {
  return { ...row, outcome: row.outcome as Outcome | null }; // Written by updateClosed.
}
