import type { Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import type { Outside } from './line.ts';
import { insertOutside, markStale, withdrawOutside } from './store.ts';

export { followHours, keepPublished, rebuildHours } from './service/follow.ts';
export {
  changeSetting,
  type HoursOfUnit,
  type HoursReport,
  hoursReport,
} from './service/report.ts';
export {
  settingOf,
  type Transcript,
  type TranscriptApp,
  transcriptOf,
} from './service/transcript.ts';

/** Adds learning elsewhere that somebody has vouched for, in the caller's transaction. The same id twice is one entry. */
export async function addOutside(
  tx: Tx,
  app: Pick<App, 'clock'>,
  entries: readonly (Outside & { readonly personId: string })[],
): Promise<void> {
  const recordedAt = app.clock.now();
  await insertOutside(
    tx,
    entries.map((entry) => ({ ...entry, recordedAt })),
  );
  await markStale(
    tx,
    entries.map(({ personId }) => personId),
  );
}

/** Takes back learning elsewhere, as when an import is undone. Unknown ids change nothing. */
export async function takeBackOutside(
  tx: Tx,
  app: Pick<App, 'clock'>,
  ids: readonly string[],
): Promise<void> {
  await markStale(tx, await withdrawOutside(tx, { ids, at: app.clock.now() }));
}
