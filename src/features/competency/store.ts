import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { competencyCell, evidence } from '#db/schema/competency.ts';
import type { Instant } from '#kernel/date.ts';
import type { Whose } from './care.ts';
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

/** All evidence of the next people in order of their ids, after one of them; for reading everything. */
export async function listEvidenceAfter(
  db: Reader,
  personId: string,
  people: number,
): Promise<Evidence[]> {
  const next = db
    .selectDistinct({ personId: evidence.personId })
    .from(evidence)
    .where(gt(evidence.personId, personId))
    .orderBy(asc(evidence.personId))
    .limit(people);
  const rows = await db
    .select()
    .from(evidence)
    .where(inArray(evidence.personId, next))
    .orderBy(asc(evidence.personId), asc(evidence.competency), asc(evidence.occurredAt));
  return rows.map(toEvidence);
}

export async function saveCells(tx: Tx, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return;
  await tx
    .insert(competencyCell)
    .values(cells.map(rowOf))
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

/** A cell as it is kept. */
export function rowOf(cell: Cell): typeof competencyCell.$inferSelect {
  return {
    personId: cell.personId,
    competency: cell.competency,
    sums: JSON.stringify(cell.accumulator.sums),
    pieces: cell.pieces,
    kinds: JSON.stringify(cell.kinds),
    confirmedLevel: cell.lastConfirmed?.level ?? 0,
    confirmedAt: cell.lastConfirmed?.at ?? null,
    lastShownAt: cell.lastShownAt,
    version: cell.version,
  };
}

export async function deleteCell(tx: Tx, personId: string, competency: string): Promise<void> {
  await tx
    .delete(competencyCell)
    .where(and(eq(competencyCell.personId, personId), eq(competencyCell.competency, competency)));
}

/** A cell as it is kept; how fast it fades and where it drifts to is for the service to say. */
export type CellRow = Omit<Cell, 'accumulator'> & Pick<Accumulator, 'at' | 'sums'>;

type StoredCell = [
  string,
  string,
  number,
  CellRow['sums'],
  number,
  CellRow['kinds'],
  Level,
  number | null,
  number,
];

/** One value for all rows: making an object of each row took longer than everything else about a matrix. */
export async function listCells(
  db: Reader,
  personIds: readonly string[],
  competencies?: readonly string[],
): Promise<CellRow[]> {
  if (personIds.length === 0) return [];
  const { rows } = await db.run(cellsQuery(personIds, competencies));
  const cells = JSON.parse(String(rows[0]?.['cells'])) as StoredCell[]; // As selected below, written by saveCells.
  return cells.map(
    ([personId, competency, at, sums, pieces, kinds, confirmedLevel, confirmedAt, version]) => ({
      personId,
      competency,
      at,
      sums,
      pieces,
      kinds,
      lastConfirmed: confirmedAt === null ? null : { level: confirmedLevel, at: confirmedAt },
      lastShownAt: at,
      version,
    }),
  );
}

export function cellsQuery(personIds: readonly string[], competencies?: readonly string[]): SQL {
  const asked = competencies
    ? sql` and ${competencyCell.competency} in (select value from json_each(${JSON.stringify(competencies)}))`
    : sql``;
  return sql`select json_group_array(json_array(person_id, competency, last_shown_at, json(sums), pieces, json(kinds),
      confirmed_level, confirmed_at, version)) as cells from ${competencyCell}
    where ${competencyCell.personId} in (select value from json_each(${JSON.stringify(personIds)}))${asked}`;
}

/**
 * Cells of some competencies in which a level was ever confirmed, of these people or of everybody. A level that the rule
 * proposes was, as a rule, confirmed by the last piece of evidence already.
 */
export async function listCellsOnceConfirmed(
  db: Reader,
  competencies: readonly string[],
  whose: Whose,
): Promise<CellRow[]> {
  const theirs =
    whose === 'everybody'
      ? undefined
      : sql`${competencyCell.personId} in (select value from json_each(${JSON.stringify(whose)}))`;
  const rows = await db
    .select()
    .from(competencyCell)
    .where(
      and(
        inArray(competencyCell.competency, [...competencies]),
        gt(competencyCell.confirmedLevel, 0),
        theirs,
      ),
    );
  return rows.map(({ confirmedLevel, confirmedAt, ...row }) => ({
    ...row,
    at: row.lastShownAt,
    sums: JSON.parse(row.sums) as CellRow['sums'], // Written by rowOf.
    kinds: JSON.parse(row.kinds) as CellRow['kinds'], // Written by rowOf.
    lastConfirmed:
      confirmedAt === null ? null : { level: confirmedLevel as Level, at: confirmedAt }, // Written by rowOf.
  }));
}

export type CellKey = { personId: string; competency: string };

/** Of which competencies these people have evidence or a cell. */
export async function listCellKeys(tx: Tx, personIds: readonly string[]): Promise<CellKey[]> {
  const { personId, competency } = evidence;
  const shown = tx
    .selectDistinct({ personId, competency })
    .from(evidence)
    .where(inArray(personId, [...personIds]));
  const kept = tx
    .selectDistinct({ personId: competencyCell.personId, competency: competencyCell.competency })
    .from(competencyCell)
    .where(inArray(competencyCell.personId, [...personIds]));
  return shown.union(kept);
}

export function toEvidence(row: typeof evidence.$inferSelect): Evidence {
  const { kind: _, payload, ...rest } = row;
  return { ...rest, shown: readShown(payload) };
}
