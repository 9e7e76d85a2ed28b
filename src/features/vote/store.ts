import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { vote, voteBallot, voteExercise } from '#db/schema/vote.ts';
import type { Instant } from '#kernel/date.ts';
import type { Ballot, Exercise, Vote } from './ballot.ts';

export async function insertExercise(tx: Tx, row: Exercise): Promise<void> {
  await tx.insert(voteExercise).values(row);
}

export async function findExercise(db: Reader | Tx, runId: string): Promise<Exercise | undefined> {
  const [row] = await db.select().from(voteExercise).where(eq(voteExercise.runId, runId));
  return row;
}

/** Newest first. */
export async function listExercises(
  db: Reader,
  cohortId: string,
  limit: number,
): Promise<Exercise[]> {
  return db
    .select()
    .from(voteExercise)
    .where(eq(voteExercise.cohortId, cohortId))
    .orderBy(desc(voteExercise.openedAt))
    .limit(limit);
}

export async function insertVote(tx: Tx, row: Vote): Promise<void> {
  await tx.insert(vote).values(row);
}

export async function findVote(
  db: Reader | Tx,
  id: string,
): Promise<{ vote: Vote; exercise: Exercise } | undefined> {
  const [row] = await db
    .select({ vote, exercise: voteExercise })
    .from(vote)
    .innerJoin(voteExercise, eq(voteExercise.runId, vote.runId))
    .where(eq(vote.id, id));
  return row;
}

/** The votes of these exercises in the order of their decisions. */
export async function listVotes(db: Reader | Tx, runIds: readonly string[]): Promise<Vote[]> {
  if (runIds.length === 0) return [];
  return db
    .select()
    .from(vote)
    .where(inArray(vote.runId, [...runIds]))
    .orderBy(asc(vote.seq), asc(vote.openedAt));
}

/** Open votes of these cohorts, newest first. */
export async function listOpenVotes(
  db: Reader,
  cohortIds: readonly string[],
): Promise<{ vote: Vote; exercise: Exercise }[]> {
  if (cohortIds.length === 0) return [];
  return db
    .select({ vote, exercise: voteExercise })
    .from(vote)
    .innerJoin(voteExercise, eq(voteExercise.runId, vote.runId))
    .where(
      and(
        inArray(voteExercise.cohortId, [...cohortIds]),
        isNull(vote.closedAt),
        isNull(vote.calledOffAt),
      ),
    )
    .orderBy(desc(vote.openedAt));
}

export async function endVote(
  tx: Tx,
  id: string,
  end: { closedAt: Instant; closedBy: string } | { calledOffAt: Instant },
): Promise<void> {
  await tx.update(vote).set(end).where(eq(vote.id, id));
}

/** Whether the ballot is new: an id already there keeps what it has. */
export async function insertBallot(tx: Tx, row: Ballot): Promise<boolean> {
  const added = await tx
    .insert(voteBallot)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: voteBallot.id });
  return added.length === 1;
}

export async function findBallot(tx: Tx, id: string): Promise<Ballot | undefined> {
  const [row] = await tx.select().from(voteBallot).where(eq(voteBallot.id, id));
  return row;
}

export async function listBallots(db: Reader | Tx, voteIds: readonly string[]): Promise<Ballot[]> {
  if (voteIds.length === 0) return [];
  return db
    .select()
    .from(voteBallot)
    .where(inArray(voteBallot.voteId, [...voteIds]));
}
