import { and, desc, eq, gte, isNull, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { observation } from '#db/schema/competency.ts';
import type { Instant } from '#kernel/date.ts';
import type { Observation } from '../observation.ts';

export async function insertObservation(tx: Tx, row: Observation): Promise<void> {
  await tx.insert(observation).values(row);
}

export async function findObservation(
  db: Reader | Tx,
  id: string,
): Promise<Observation | undefined> {
  const [row] = await db.select().from(observation).where(eq(observation.id, id));
  return row;
}

/** The newest first. */
export async function listObservationsOf(
  db: Reader,
  personId: string,
  limit: number,
): Promise<Observation[]> {
  return db
    .select()
    .from(observation)
    .where(eq(observation.personId, personId))
    .orderBy(desc(observation.recordedAt))
    .limit(limit);
}

/** What was stored or taken back about a person since a moment. */
export async function listObservationsSince(
  db: Reader,
  personId: string,
  since: Instant,
): Promise<Observation[]> {
  const isNew = or(gte(observation.recordedAt, since), gte(observation.withdrawnAt, since));
  return db
    .select()
    .from(observation)
    .where(and(eq(observation.personId, personId), isNew));
}

export async function updateObservationWithdrawn(
  tx: Tx,
  id: string,
  change: { withdrawnAt: Instant; withdrawnBy: string; withdrawnReason: string },
): Promise<void> {
  await tx
    .update(observation)
    .set(change)
    .where(and(eq(observation.id, id), isNull(observation.withdrawnAt)));
}

/** On which days these people were observed with these forms, without what was taken back. */
export async function listObservedDays(
  db: Reader,
  personIds: readonly string[],
  forms: readonly string[],
): Promise<{ personId: string; form: string; day: string }[]> {
  return db
    .select({ personId: observation.personId, form: observation.form, day: observation.day })
    .from(observation)
    .where(
      and(
        sql`${observation.personId} in (select value from json_each(${JSON.stringify(personIds)}))`,
        sql`${observation.form} in (select value from json_each(${JSON.stringify(forms)}))`,
        isNull(observation.withdrawnAt),
      ),
    );
}
