import { setTimeout as pause } from 'node:timers/promises';
import type { Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import type { Evidence } from '../evidence.ts';
import type { WithFramework } from '../framework.ts';
import { type Cell, cellOf } from '../profile.ts';
import { keyFurtherOn, listEvidenceIn, replaceCells } from '../store/rebuild.ts';
import type { CellKey } from '../store.ts';
import { models } from './cells.ts';

type RebuildApp = Pick<App, 'db'> & Partial<WithFramework>;

/** Pieces of evidence in one write: as long as others may have to wait for their turn. */
const PIECES_AT_ONCE = 3_000;
/** Between two writes, so that another process that waits for the lock finds it free. */
const PAUSE_MS = 2;

/**
 * Makes every cell again from the evidence; answers how many there are. Goes through the cells in their order, some
 * thousand pieces at a time, and puts each part in the place of the old one at once: a reader sees the old cell or the
 * new one, never none. May be broken off and begun again at any moment, beside a working server.
 */
export async function rebuildCells(app: RebuildApp): Promise<number> {
  let rebuilt = 0;
  let after: CellKey | null = { personId: '', competency: '' };
  while (after !== null) {
    const from: CellKey = after;
    const part: { cells: number; until: CellKey | null } = await app.db.write((tx) =>
      rebuildAfter(tx, app, from),
    );
    rebuilt += part.cells;
    after = part.until;
    await pause(PAUSE_MS);
  }
  return rebuilt;
}

/** Evidence is read inside the write: what arrives meanwhile cannot be lost from a cell. */
async function rebuildAfter(tx: Tx, app: RebuildApp, after: CellKey) {
  const until = await keyFurtherOn(tx, after, PIECES_AT_ONCE);
  const range = { after, until };
  const modelOf = await models(app, tx);
  const cells: Cell[] = [];
  for (const pieces of cellByCell(await listEvidenceIn(tx, range))) {
    const [{ personId, competency }] = pieces;
    const cell = cellOf({ personId, competency }, pieces, modelOf(competency));
    if (cell !== null) cells.push(cell);
  }
  await replaceCells(tx, range, cells);
  return { cells: cells.length, until };
}

/** Evidence in the order of cells, cut where the next cell begins. */
function cellByCell(pieces: readonly Evidence[]): [Evidence, ...Evidence[]][] {
  const groups: [Evidence, ...Evidence[]][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (group?.[0].personId === piece.personId && group[0].competency === piece.competency) {
      group.push(piece);
    } else groups.push([piece]);
  }
  return groups;
}
