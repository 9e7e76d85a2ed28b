import { asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { competencyWording } from '#db/schema/competency.ts';
import type { Wording } from '../wording.ts';

/** Every wording of every competency, oldest first: some dozens of short rows. */
export async function listWordings(db: Reader | Tx): Promise<Wording[]> {
  return db.select().from(competencyWording).orderBy(asc(competencyWording.since));
}

export async function listWordingsOf(db: Reader, competency: string): Promise<Wording[]> {
  return db
    .select()
    .from(competencyWording)
    .where(eq(competencyWording.competency, competency))
    .orderBy(asc(competencyWording.since));
}

export async function insertWording(tx: Tx, wording: Wording): Promise<void> {
  await tx.insert(competencyWording).values(wording).onConflictDoNothing();
}
