import type { Database, Reader, Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import { type Calibration, UNCALIBRATED } from '../parameters.ts';
import { newestVersion, readCalibration } from '../store/calibration.ts';

/** Versions are only added, so what is remembered of one stays true; whether there is a newer one is asked each time. */
const remembered = new WeakMap<Database, Calibration>();

/** What the newest calibration has taught; before the first, what everybody starts with. */
export async function calibrationInForce(
  { db }: Pick<App, 'db'>,
  reader: Reader | Tx,
): Promise<Calibration> {
  const version = await newestVersion(reader);
  const known = remembered.get(db);
  if (known?.version === version) return known;
  const calibration = version === 0 ? UNCALIBRATED : await readCalibration(reader, version);
  remembered.set(db, calibration);
  return calibration;
}
