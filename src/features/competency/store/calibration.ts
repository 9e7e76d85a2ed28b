import { and, asc, eq, max, ne, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import {
  calibratedItem,
  calibratedRater,
  calibration,
  competencyCell,
} from '#db/schema/competency.ts';
import { findingsSchema } from '../calibration/findings.ts';
import { meanDifficulties } from '../calibration/learn.ts';
import type { CalibratedItem } from '../calibration/report.ts';
import type { Calibration } from '../parameters.ts';

export type CalibrationRow = typeof calibration.$inferSelect;
export type CalibratedRater = Omit<typeof calibratedRater.$inferSelect, 'version'>;

/** 0 when there has been no calibration. */
export async function newestVersion(db: Reader | Tx): Promise<number> {
  const [row] = await db.select({ version: max(calibration.version) }).from(calibration);
  return row?.version ?? 0;
}

export async function findCalibration(
  db: Reader | Tx,
  version: number,
): Promise<CalibrationRow | undefined> {
  const [row] = await db.select().from(calibration).where(eq(calibration.version, version));
  return row;
}

export async function listCalibratedItems(
  db: Reader | Tx,
  version: number,
): Promise<CalibratedItem[]> {
  const rows = await db
    .select()
    .from(calibratedItem)
    .where(eq(calibratedItem.version, version))
    .orderBy(asc(calibratedItem.source));
  return rows.map(({ version: _, findings, ...row }) => ({
    ...row,
    findings: findingsSchema.parse(JSON.parse(findings)),
  }));
}

export async function listCalibratedRaters(
  db: Reader | Tx,
  version: number,
): Promise<CalibratedRater[]> {
  return db
    .select({
      raterId: calibratedRater.raterId,
      severity: calibratedRater.severity,
      ratings: calibratedRater.ratings,
    })
    .from(calibratedRater)
    .where(eq(calibratedRater.version, version))
    .orderBy(asc(calibratedRater.raterId));
}

/** What the estimate needs of a calibration. */
export async function readCalibration(db: Reader | Tx, version: number): Promise<Calibration> {
  const head = await findCalibration(db, version);
  if (head === undefined) throw new Error(`there is no calibration ${version}`);
  const items = await db
    .select({
      source: calibratedItem.source,
      competency: calibratedItem.competency,
      difficulty: calibratedItem.difficulty,
      answers: calibratedItem.answers,
    })
    .from(calibratedItem)
    .where(eq(calibratedItem.version, version));
  const raters = await listCalibratedRaters(db, version);
  return {
    version,
    prior: { mean: head.priorMean, sd: head.priorSd },
    difficulties: new Map(items.map(({ source, difficulty }) => [source, difficulty])),
    meanDifficulties: meanDifficulties(
      items,
      items.map(({ difficulty }) => difficulty),
      items.map(({ answers }) => answers),
    ),
    severities: new Map(raters.map(({ raterId, severity }) => [raterId, severity])),
  };
}

export type NewCalibration = {
  readonly head: CalibrationRow;
  readonly items: readonly CalibratedItem[];
  readonly raters: readonly CalibratedRater[];
};

/** SQLite binds at most so many values in one statement, and a row has fewer than ten. */
const ROWS_AT_ONCE = 500;

export async function insertCalibration(
  tx: Tx,
  { head, items, raters }: NewCalibration,
): Promise<void> {
  const { version } = head;
  await tx.insert(calibration).values(head);
  for (let from = 0; from < items.length; from += ROWS_AT_ONCE) {
    const rows = items
      .slice(from, from + ROWS_AT_ONCE)
      .map((item) => ({ ...item, version, findings: JSON.stringify(item.findings) }));
    await tx.insert(calibratedItem).values(rows);
  }
  for (let from = 0; from < raters.length; from += ROWS_AT_ONCE) {
    const rows = raters.slice(from, from + ROWS_AT_ONCE).map((rater) => ({ ...rater, version }));
    await tx.insert(calibratedRater).values(rows);
  }
}

/** Whether some cell was made with another calibration than this. */
export async function hasCellsOfOther(db: Reader, version: number): Promise<boolean> {
  const [row] = await db
    .select({ one: sql`1` })
    .from(competencyCell)
    .where(and(ne(competencyCell.version, version)))
    .limit(1);
  return row !== undefined;
}
