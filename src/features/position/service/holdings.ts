import type { Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import { addDays, type Day, dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type Holding, isHeldOn, isOver, overlap, type Period } from '../holding.ts';
import type { Position } from '../position.ts';
import {
  countHolders,
  findHolding,
  insertHolding,
  listHeldBy,
  listHolderIds,
  listHolders,
  listOfPerson,
  updateUntil,
} from '../store/holdings.ts';
import { findPosition, listByIds } from '../store/positions.ts';

/** Nobody's working life fills this; it keeps one answer small. */
const HOLDINGS_SHOWN = 100;
export const HOLDERS_PAGE = 50;

export type HeldPosition = Holding & {
  readonly position: Position;
  readonly when: 'now' | 'later' | 'over';
};

/** What somebody holds, will hold and held, the latest first. For themselves, their trainers, administrators. */
export async function holdingsOf(
  app: App,
  actor: Actor,
  { personId, trainers = [] }: { personId: string; trainers?: readonly string[] },
): Promise<Result<HeldPosition[]>> {
  if (!may(actor, 'see-record', { owner: personId, trainers })) {
    return refuse({ code: 'not-allowed' });
  }
  const holdings = await listOfPerson(app.db.read, personId, HOLDINGS_SHOWN);
  const positions = await listByIds(app.db.read, [...new Set(holdings.map((h) => h.positionId))]);
  const byId = new Map(positions.map((position) => [position.id, position]));
  const today = dayAt(app.clock.now(), app.zone);
  return ok(
    holdings.flatMap((holding) => {
      const position = byId.get(holding.positionId);
      const when = isHeldOn(holding, today) ? 'now' : isOver(holding, today) ? 'over' : 'later';
      return position ? [{ ...holding, position, when }] : [];
    }),
  );
}

/** Who holds a position or will, 50 to a page (from 1). */
export async function holdersOf(
  app: App,
  actor: Actor,
  { positionId, page = 1 }: { positionId: string; page?: number },
): Promise<Result<{ holders: Holding[]; today: number; hasMore: boolean }>> {
  if (!may(actor, 'manage-positions')) return refuse({ code: 'not-allowed' });
  const day = dayAt(app.clock.now(), app.zone);
  const offset = (Math.max(1, page) - 1) * HOLDERS_PAGE;
  const window = { day, offset, limit: HOLDERS_PAGE + 1 };
  const found = await listHolders(app.db.read, positionId, window);
  const today = (await countHolders(app.db.read, [positionId], day)).get(positionId) ?? 0;
  const hasMore = found.length > HOLDERS_PAGE;
  return ok({ holders: found.slice(0, HOLDERS_PAGE), today, hasMore });
}

export type Giving = Period & {
  readonly eventId: string;
  readonly positionId: string;
  readonly personIds: readonly string[];
  readonly why: string;
};

/**
 * Gives a position to people, all of them or none; answers how many did not have it in that time. The form sent twice gives
 * once. The period has been checked.
 */
export async function givePosition(
  app: App,
  actor: Actor,
  { eventId, positionId, personIds, why, ...period }: Giving,
): Promise<Result<number>> {
  if (!may(actor, 'manage-positions')) return refuse({ code: 'not-allowed' });
  return app.db.write(async (tx) => {
    const open = await givable(tx, positionId);
    if (!open.ok) return open;
    let given = 0;
    for (const personId of personIds) {
      // One form may name many people, so each holding is named by both.
      const id = personIds.length === 1 ? eventId : app.hash(`${eventId} ${personId}`);
      const holding = { id, positionId, personId, ...period };
      if (await give(tx, app, { actor, holding, why })) given += 1;
    }
    return ok(given);
  });
}

/** Somebody takes up a civic role from today on, of their own will. */
export async function chooseCivicRole(
  app: App,
  actor: Actor,
  { eventId, positionId }: { eventId: string; positionId: string },
): Promise<Result<null>> {
  const { personId } = actor;
  return app.db.write(async (tx) => {
    const open = await givable(tx, positionId);
    if (!open.ok) return open;
    if (open.value.body.audience !== 'resident') return refuse({ code: 'not-allowed' });
    const fromDay = dayAt(app.clock.now(), app.zone);
    const holding = { id: eventId, positionId, personId, fromDay, untilDay: null };
    await give(tx, app, { actor, holding, why: '' });
    return ok(null);
  });
}

/**
 * Ends what somebody holds, so that yesterday was its last day, or on a later last day. Administrators end anything, people
 * their own civic roles. What is over already stays as it is.
 */
export async function endHolding(
  app: App,
  actor: Actor,
  { holdingId, lastDay, why }: { holdingId: string; lastDay?: Day; why: string },
): Promise<Result<Holding>> {
  return app.db.write(async (tx) => {
    const holding = await findHolding(tx, holdingId);
    const position = holding && (await findPosition(tx, holding.positionId));
    if (!holding || !position) return refuse({ code: 'not-found' });
    const mayEndAny = may(actor, 'manage-positions');
    if (!mayEndAny && !isOwnCivicRole(actor, holding, position)) {
      return refuse({ code: 'not-found' });
    }
    const today = dayAt(app.clock.now(), app.zone);
    if (isOver(holding, today)) return ok(holding);
    const untilDay = endOf(holding, (mayEndAny && lastDay) || addDays(today, -1));
    await updateUntil(tx, holdingId, untilDay);
    await audit(tx, app, { actor, holding: { ...holding, untilDay }, act: 'ended', why });
    return ok({ ...holding, untilDay });
  });
}

function isOwnCivicRole(actor: Actor, holding: Holding, { body }: Position): boolean {
  return holding.personId === actor.personId && body.audience === 'resident';
}

/** What would end before it begins has no day at all. */
function endOf({ fromDay }: Holding, lastDay: Day): Day {
  return lastDay < fromDay ? addDays(fromDay, -1) : lastDay;
}

async function givable(tx: Tx, positionId: string): Promise<Result<Position>> {
  const position = await findPosition(tx, positionId);
  if (position === undefined) return refuse({ code: 'position-unknown', field: 'position' });
  if (position.retiredAt !== null) return refuse({ code: 'position-retired', field: 'position' });
  return ok(position);
}

type Given = { readonly actor: Actor; readonly holding: Holding; readonly why: string };

/** Whoever holds it on a day of the period has it already: nothing is added. */
async function give(tx: Tx, app: App, { actor, holding, why }: Given): Promise<boolean> {
  const held = await listOfPerson(tx, holding.personId, HOLDINGS_SHOWN);
  const hasIt = held.some((one) => one.positionId === holding.positionId && overlap(one, holding));
  if (hasIt) return false;
  const givenAt = app.clock.now();
  if (!(await insertHolding(tx, { ...holding, givenBy: actor.personId, givenAt }))) return false;
  await audit(tx, app, { actor, holding, act: 'given', why });
  return true;
}

async function audit(
  tx: Tx,
  app: Pick<App, 'clock'>,
  { actor, holding, act, why }: Given & { readonly act: 'given' | 'ended' },
): Promise<void> {
  const { personId, positionId, fromDay, untilDay } = holding;
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId: actor.personId,
    act: `position-${act}`,
    subject: `person:${personId}`,
    detail: {
      position: positionId,
      from: fromDay,
      ...(untilDay !== null && { until: untilDay }),
      ...(why !== '' && { why }),
    },
  });
}

/** Which positions these people hold on a day, by person. The caller has made sure that they may be seen. */
export async function heldBy(
  app: Pick<App, 'db'>,
  personIds: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const holdings = await listHeldBy(app.db.read, personIds, day);
  const byPerson = Map.groupBy(holdings, ({ personId }) => personId);
  return new Map(
    [...byPerson].map(([personId, own]) => [personId, own.map(({ positionId }) => positionId)]),
  );
}

/** Ids of everybody who holds a position on a day, for features above that decide who may see whom of them. */
export function holderIdsOf(
  app: Pick<App, 'db'>,
  positionId: string,
  day: Day,
): Promise<readonly string[]> {
  return listHolderIds(app.db.read, positionId, day);
}
