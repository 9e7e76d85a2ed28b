import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { competencyCell, evidence } from '#db/schema/competency.ts';
import type { Instant } from '#kernel/date.ts';
import type { Accumulator } from './estimate.ts';
import { type Evidence, type NewEvidence, readShown } from './evidence.ts';
import type { Level } from './framework.ts';
import type { Cell } from './profile.ts';

/** Keeps evidence, each piece once; answers those that were new. */
export async function insertEvidence(
  tx: Tx,
  pieces: readonly NewEvidence[],
  recordedAt: Instant,
): Promise<NewEvidence[]> {
  if (pieces.length === 0) return [];
  const rows = pieces.map(({ shown, ...row }) => {
    return { ...row, kind: shown.kind, payload: JSON.stringify(shown), recordedAt };
  });
  const inserted = await tx
    .insert(evidence)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: evidence.id });
  const ids = new Set(inserted.map(({ id }) => id));
  return pieces.filter(({ id }) => ids.has(id));
}

/** A person's evidence of some competencies. */
export async function listEvidenceOfCells(
  db: Reader | Tx,
  personId: string,
  competencies: readonly string[],
): Promise<Evidence[]> {
  const rows = await db
    .select()
    .from(evidence)
    .where(and(eq(evidence.personId, personId), inArray(evidence.competency, [...competencies])));
  return rows.map(toEvidence);
}

export async function listEvidenceOf(db: Reader, personId: string): Promise<Evidence[]> {
  const rows = await db.select().from(evidence).where(eq(evidence.personId, personId));
  return rows.map(toEvidence);
}

export async function saveCells(tx: Tx, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return;
  const rows = cells.map((cell) => ({
    personId: cell.personId,
    competency: cell.competency,
    sums: JSON.stringify(cell.accumulator.sums),
    pieces: cell.pieces,
    kinds: JSON.stringify(cell.kinds),
    confirmedLevel: cell.lastConfirmed?.level ?? 0,
    confirmedAt: cell.lastConfirmed?.at ?? null,
    lastShownAt: cell.lastShownAt,
    version: cell.version,
  }));
  await tx
    .insert(competencyCell)
    .values(rows)
    .onConflictDoUpdate({
      target: [competencyCell.personId, competencyCell.competency],
      set: {
        sums: sql`excluded.sums`,
        pieces: sql`excluded.pieces`,
        kinds: sql`excluded.kinds`,
        confirmedLevel: sql`excluded.confirmed_level`,
        confirmedAt: sql`excluded.confirmed_at`,
        lastShownAt: sql`excluded.last_shown_at`,
        version: sql`excluded.version`,
      },
    });
}

export async function deleteCell(tx: Tx, personId: string, competency: string): Promise<void> {
  await tx
    .delete(competencyCell)
    .where(and(eq(competencyCell.personId, personId), eq(competencyCell.competency, competency)));
}

/** A cell as it is kept; how fast it fades and where it drifts to is for the service to say. */
export type CellRow = Omit<Cell, 'accumulator'> & Pick<Accumulator, 'at' | 'sums'>;

export async function listCells(
  db: Reader,
  personIds: readonly string[],
  competencies?: readonly string[],
): Promise<CellRow[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .select()
    .from(competencyCell)
    .where(
      and(
        inArray(competencyCell.personId, [...personIds]),
        competencies && inArray(competencyCell.competency, [...competencies]),
      ),
    );
  return rows.map((row) => ({
    personId: row.personId,
    competency: row.competency,
    at: row.lastShownAt,
    sums: JSON.parse(row.sums) as CellRow['sums'], // Written by saveCells.
    pieces: row.pieces,
    kinds: JSON.parse(row.kinds) as CellRow['kinds'], // Written by saveCells.
    lastConfirmed:
      row.confirmedAt === null ? null : { level: row.confirmedLevel as Level, at: row.confirmedAt }, // Written by saveCells.
    lastShownAt: row.lastShownAt,
    version: row.version,
  }));
}

export type CellKey = { personId: string; competency: string };

/** A page of the cells that evidence or the cache knows of, in order after a key; for rebuilding everything. */
export async function listCellKeysAfter(
  db: Reader,
  after: CellKey,
  limit: number,
): Promise<CellKey[]> {
  return db
    .selectDistinct({ personId: evidence.personId, competency: evidence.competency })
    .from(evidence)
    .where(
      sql`(${evidence.personId}, ${evidence.competency}) > (${after.personId}, ${after.competency})`,
    )
    .orderBy(asc(evidence.personId), asc(evidence.competency))
    .limit(limit);
}

/** Cells of which there is no evidence any more. */
export async function deleteStrayCells(tx: Tx): Promise<void> {
  await tx.delete(competencyCell).where(
    sql`not exists (select 1 from ${evidence} where ${evidence.personId} = ${competencyCell.personId}
      and ${evidence.competency} = ${competencyCell.competency})`,
  );
}

function toEvidence(row: typeof evidence.$inferSelect): Evidence {
  const { kind: _, payload, ...rest } = row;
  return { ...rest, shown: readShown(payload) };
}
