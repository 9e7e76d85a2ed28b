import { and, eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { evidence } from '#db/schema/competency.ts';
import type { Evidence } from '../evidence.ts';
import { toEvidence } from '../store.ts';

/** What one act has shown of a person, such as everything one observation says. */
export async function listBySource(
  db: Reader | Tx,
  personId: string,
  source: string,
): Promise<Evidence[]> {
  const rows = await db
    .select()
    .from(evidence)
    .where(and(eq(evidence.personId, personId), eq(evidence.source, source)));
  return rows.map(toEvidence);
}

export async function listEvidenceByIds(
  db: Reader | Tx,
  ids: readonly string[],
): Promise<Evidence[]> {
  const wanted = sql`${evidence.id} in (select value from json_each(${JSON.stringify(ids)}))`;
  const rows = await db.select().from(evidence).where(wanted);
  return rows.map(toEvidence);
}
