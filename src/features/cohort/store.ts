import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { cohort, cohortMember, cohortTrainer } from '#db/schema/cohort.ts';
import type { Instant } from '#kernel/date.ts';
import type { Text } from '#kernel/text.ts';

export type Cohort = {
  readonly id: string;
  readonly name: Text;
  readonly courseId: string;
  readonly createdAt: Instant;
};

export async function listCohortsOfTrainer(db: Reader, personId: string): Promise<Cohort[]> {
  const rows = await db
    .select({ cohort })
    .from(cohortTrainer)
    .innerJoin(cohort, eq(cohort.id, cohortTrainer.cohortId))
    .where(eq(cohortTrainer.personId, personId))
    .orderBy(asc(cohort.createdAt));
  return rows.map((row) => toCohort(row.cohort));
}

export async function listAllCohorts(db: Reader): Promise<Cohort[]> {
  const rows = await db.select().from(cohort).orderBy(asc(cohort.createdAt));
  return rows.map(toCohort);
}

export async function findCohort(
  db: Reader,
  id: string,
): Promise<(Cohort & { trainers: string[] }) | undefined> {
  const rows = await db
    .select({ cohort, trainer: cohortTrainer.personId })
    .from(cohort)
    .leftJoin(cohortTrainer, eq(cohortTrainer.cohortId, cohort.id))
    .where(eq(cohort.id, id));
  const first = rows[0];
  if (first === undefined) return undefined;
  const trainers = rows.flatMap(({ trainer }) => (trainer === null ? [] : [trainer]));
  return { ...toCohort(first.cohort), trainers };
}

/** The cohorts a person is in today, with their trainers, in the order in which they began. */
export async function listCohortsOfMember(
  db: Reader,
  personId: string,
): Promise<(Cohort & { trainers: string[] })[]> {
  const rows = await db
    .select({ cohort, trainer: cohortTrainer.personId })
    .from(cohortMember)
    .innerJoin(cohort, eq(cohort.id, cohortMember.cohortId))
    .leftJoin(cohortTrainer, eq(cohortTrainer.cohortId, cohort.id))
    .where(and(eq(cohortMember.personId, personId), isNull(cohortMember.leftAt)))
    .orderBy(asc(cohort.createdAt));
  const byCohort = Map.groupBy(rows, (row) => row.cohort.id);
  return [...byCohort.values()].flatMap((own) => {
    const [first] = own;
    const trainers = own.flatMap(({ trainer }) => trainer ?? []);
    return first ? [{ ...toCohort(first.cohort), trainers }] : [];
  });
}

/** Everybody who is in a cohort of this trainer today. */
export async function listMembersOfTrainer(db: Reader, trainerId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: cohortMember.personId })
    .from(cohortMember)
    .innerJoin(cohortTrainer, eq(cohortTrainer.cohortId, cohortMember.cohortId))
    .where(and(eq(cohortTrainer.personId, trainerId), isNull(cohortMember.leftAt)));
  return rows.map(({ personId }) => personId);
}

/** Everybody who is in a cohort with this person today, the person included. */
export async function listFellows(db: Reader, personId: string): Promise<string[]> {
  const own = db
    .select({ id: cohortMember.cohortId })
    .from(cohortMember)
    .where(and(eq(cohortMember.personId, personId), isNull(cohortMember.leftAt)));
  const rows = await db
    .selectDistinct({ personId: cohortMember.personId })
    .from(cohortMember)
    .where(and(inArray(cohortMember.cohortId, own), isNull(cohortMember.leftAt)));
  return rows.map((row) => row.personId);
}

export async function listMembers(
  db: Reader,
  cohortId: string,
): Promise<{ personId: string; joinedAt: Instant }[]> {
  return db
    .select({ personId: cohortMember.personId, joinedAt: cohortMember.joinedAt })
    .from(cohortMember)
    .where(and(eq(cohortMember.cohortId, cohortId), isNull(cohortMember.leftAt)));
}

/** The trainers of every cohort a person is in, each once. */
export async function listTrainersOf(db: Reader | Tx, personId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ trainer: cohortTrainer.personId })
    .from(cohortMember)
    .innerJoin(cohortTrainer, eq(cohortTrainer.cohortId, cohortMember.cohortId))
    .where(and(eq(cohortMember.personId, personId), isNull(cohortMember.leftAt)));
  return rows.map(({ trainer }) => trainer);
}

/** The members of every cohort a trainer looks after, each once. */
export async function listLearnersOf(db: Reader | Tx, trainerId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ member: cohortMember.personId })
    .from(cohortTrainer)
    .innerJoin(cohortMember, eq(cohortMember.cohortId, cohortTrainer.cohortId))
    .where(and(eq(cohortTrainer.personId, trainerId), isNull(cohortMember.leftAt)));
  return rows.map(({ member }) => member);
}

export async function insertCohort(tx: Tx, { name, ...row }: Cohort): Promise<void> {
  await tx.insert(cohort).values({ ...row, nameKo: name.ko, nameEn: name.en });
}

export async function insertTrainer(tx: Tx, cohortId: string, personId: string): Promise<void> {
  await tx.insert(cohortTrainer).values({ cohortId, personId }).onConflictDoNothing();
}

export async function insertMember(
  tx: Tx,
  member: { cohortId: string; personId: string; joinedAt: Instant },
): Promise<void> {
  await tx.insert(cohortMember).values(member).onConflictDoNothing();
}

function toCohort({ nameKo, nameEn, ...row }: typeof cohort.$inferSelect): Cohort {
  return { ...row, name: { ko: nameKo, en: nameEn } };
}
