import { and, asc, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { competencyCell, evidence } from '#db/schema/competency.ts';
import { type Evidence, readShown, type Shown } from '../evidence.ts';
import type { Cell } from '../profile.ts';
import { type CellKey, rowOf } from '../store.ts';

/** Cells after one key up to another; without an end, all that come after. */
export type CellRange = { readonly after: CellKey; readonly until: CellKey | null };

const evidenceKey = sql`(${evidence.personId}, ${evidence.competency})`;
const cellKey = sql`(${competencyCell.personId}, ${competencyCell.competency})`;
const COLUMNS = sql.raw(
  `"person_id", "competency", "sums", "pieces", "kinds", "confirmed_level", "confirmed_at", "last_shown_at", "version"`,
);

/** The key that some so many pieces of evidence after another belong to; null when fewer are left. */
export async function keyFurtherOn(
  tx: Tx,
  after: CellKey,
  pieces: number,
): Promise<CellKey | null> {
  return (await keyFurtherOnQuery(tx, after, pieces).get()) ?? null;
}

export function keyFurtherOnQuery(db: Reader | Tx, after: CellKey, pieces: number) {
  return db
    .select({ personId: evidence.personId, competency: evidence.competency })
    .from(evidence)
    .where(isIn(evidenceKey, { after, until: null }))
    .orderBy(asc(evidence.personId), asc(evidence.competency))
    .limit(1)
    .offset(pieces - 1);
}

type StoredPiece = [string, string, string, string, string, string | null, number, number];

/**
 * The evidence that counts, in the order of cells. One value for all rows: the driver makes an object of each row it
 * hands over, which took longer than everything else together.
 */
export async function listEvidenceIn(tx: Tx, range: CellRange): Promise<Evidence[]> {
  const { rows } = await tx.run(evidenceQuery(range));
  const pieces = JSON.parse(String(rows[0]?.['pieces'])) as StoredPiece[]; // As selected below.
  const read = rememberingReader();
  return pieces.map(([id, personId, competency, payload, source, runId, at, recordedAt]) => ({
    id,
    personId,
    competency,
    shown: read(payload),
    source,
    runId,
    occurredAt: at,
    recordedAt,
    revokedAt: null,
    revokedReason: null,
  }));
}

export function evidenceQuery(range: CellRange): SQL {
  return sql`select json_group_array(json_array(id, person_id, competency, payload, source, run_id, occurred_at,
      recorded_at)) as pieces from (select * from ${evidence}
      where ${isIn(evidenceKey, range)} and ${evidence.revokedAt} is null
      order by ${evidence.personId}, ${evidence.competency})`;
}

/** Reads as strictly as ever, the same text only once: most answers to a question say the same. */
function rememberingReader(): (payload: string) => Shown {
  const known = new Map<string, Shown>();
  return (payload) => {
    const shown = known.get(payload) ?? readShown(payload);
    known.set(payload, shown);
    return shown;
  };
}

/** Puts these cells in the place of all that are kept of the range; what is the same already is not written. */
export async function replaceCells(
  tx: Tx,
  range: CellRange,
  cells: readonly Cell[],
): Promise<void> {
  if (cells.length > 0) await tx.run(saveQuery(cells));
  const kept = await tx.$count(competencyCell, isIn(cellKey, range));
  if (kept === cells.length) return;
  const keys = JSON.stringify(cells.map(({ personId, competency }) => [personId, competency]));
  await tx
    .delete(competencyCell)
    .where(
      and(
        isIn(cellKey, range),
        sql`${cellKey} not in (select value->>0, value->>1 from json_each(${keys}))`,
      ),
    );
}

function saveQuery(cells: readonly Cell[]): SQL {
  const rows = cells.map((cell) => Object.values(rowOf(cell)));
  return sql`insert into ${competencyCell} (${COLUMNS})
    select value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8
    from json_each(${JSON.stringify(rows)}) where true
    on conflict do update set sums = excluded.sums, pieces = excluded.pieces, kinds = excluded.kinds,
      confirmed_level = excluded.confirmed_level, confirmed_at = excluded.confirmed_at,
      last_shown_at = excluded.last_shown_at, version = excluded.version
    where (sums, pieces, kinds, confirmed_level, confirmed_at, last_shown_at, version) is not
      (excluded.sums, excluded.pieces, excluded.kinds, excluded.confirmed_level, excluded.confirmed_at,
       excluded.last_shown_at, excluded.version)`;
}

function isIn(key: SQL, { after, until }: CellRange): SQL {
  const from = sql`${key} > (${after.personId}, ${after.competency})`;
  return until === null
    ? from
    : sql`${from} and ${key} <= (${until.personId}, ${until.competency})`;
}
