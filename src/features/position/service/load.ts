import type { App } from '#kernel/ports.ts';
import type { PositionDraft, WithPositionDrafts } from '../position.ts';
import { insertChange, insertPosition, listKnownIds } from '../store/positions.ts';

/**
 * At start: brings the positions of the content that this database has never had, and answers how many. Whatever was loaded
 * once is edited in the app from then on; neither a changed file nor a retired position is loaded again. Writes nothing when
 * there is nothing new.
 */
export async function loadPositions(app: App & WithPositionDrafts): Promise<number> {
  const ids = app.positionDrafts.map(({ id }) => id);
  const known = await listKnownIds(app.db.read, ids);
  if (ids.every((id) => known.has(id))) return 0;
  return app.db.write(async (tx) => {
    // Asked again: another server may have started in between.
    const had = await listKnownIds(tx, ids);
    const fresh = app.positionDrafts.filter(({ id }) => !had.has(id));
    for (const draft of fresh) await loadOne(tx, app, draft);
    return fresh.length;
  });
}

async function loadOne(
  tx: Parameters<typeof insertPosition>[0],
  app: Pick<App, 'clock' | 'newId'>,
  { id, ...body }: PositionDraft,
): Promise<void> {
  const at = app.clock.now();
  await insertPosition(tx, { id, body, revision: 1, changedAt: at, retiredAt: null });
  const change = { positionId: id, revision: 1, at, actorId: null, why: '', body };
  await insertChange(tx, { id: app.newId(), act: 'loaded', ...change });
}
