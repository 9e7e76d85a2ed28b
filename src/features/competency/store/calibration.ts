import { eq, max } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { calibratedItem, calibratedRater, calibration } from '#db/schema/competency.ts';
import type { Calibration } from '../parameters.ts';

/** 0 when there has been no calibration. */
export async function newestVersion(db: Reader | Tx): Promise<number> {
  const [row] = await db.select({ version: max(calibration.version) }).from(calibration);
  return row?.version ?? 0;
}

/** What the estimate needs of a calibration. */
export async function readCalibration(db: Reader | Tx, version: number): Promise<Calibration> {
  const [head] = await db.select().from(calibration).where(eq(calibration.version, version));
  if (head === undefined) throw new Error(`there is no calibration ${version}`);
  const items = await db
    .select({ source: calibratedItem.source, difficulty: calibratedItem.difficulty })
    .from(calibratedItem)
    .where(eq(calibratedItem.version, version));
  const raters = await db
    .select({ raterId: calibratedRater.raterId, severity: calibratedRater.severity })
    .from(calibratedRater)
    .where(eq(calibratedRater.version, version));
  return {
    version,
    prior: { mean: head.priorMean, sd: head.priorSd },
    difficulties: new Map(items.map(({ source, difficulty }) => [source, difficulty])),
    severities: new Map(raters.map(({ raterId, severity }) => [raterId, severity])),
  };
}
