import type { Reader, Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { App } from '#kernel/ports.ts';
import type { Holding } from '../holding.ts';
import { insertHolding, listByIds, listOfPosition, updateUntil } from '../store/holdings.ts';

/** Who did something for many people at once, why, and in which act, for the trail of each of them. */
type Doing = { readonly actorId: string; readonly why: string; readonly bulk: string };

/** What these people hold, held or will hold of one position. The caller has made sure that they may be seen. */
export function holdingsIn(
  db: Reader | Tx,
  personIds: readonly string[],
  positionId: string,
): Promise<Holding[]> {
  return listOfPosition(db, personIds, positionId);
}

export function holdingsByIds(db: Reader | Tx, ids: readonly string[]): Promise<Holding[]> {
  return listByIds(db, ids);
}

/** Gives positions inside a bigger act that has made sure that nobody has them already. */
export async function giveTogether(
  tx: Tx,
  app: Pick<App, 'clock'>,
  { holdings, ...doing }: Doing & { readonly holdings: readonly Holding[] },
): Promise<void> {
  const givenAt = app.clock.now();
  for (const holding of holdings) {
    if (!(await insertHolding(tx, { ...holding, givenBy: doing.actorId, givenAt }))) continue;
    await trace(tx, app, { ...doing, holding, act: 'given' });
  }
}

/** Gives holdings the last day they have here, inside a bigger act. */
export async function setLastDays(
  tx: Tx,
  app: Pick<App, 'clock'>,
  {
    changes,
    act,
    ...doing
  }: Doing & { readonly changes: readonly Holding[]; readonly act: 'given' | 'ended' },
): Promise<void> {
  for (const holding of changes) {
    await updateUntil(tx, holding.id, holding.untilDay);
    await trace(tx, app, { ...doing, holding, act });
  }
}

async function trace(
  tx: Tx,
  app: Pick<App, 'clock'>,
  { holding, act, actorId, why, bulk }: Doing & { holding: Holding; act: 'given' | 'ended' },
): Promise<void> {
  const { personId, positionId: position, fromDay: from, untilDay: until } = holding;
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId,
    act: `position-${act}`,
    subject: `person:${personId}`,
    detail: { position, from, ...(until !== null && { until }), why, bulk },
  });
}
