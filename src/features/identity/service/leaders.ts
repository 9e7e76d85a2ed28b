import type { Reader, Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { changeOfLeaders, type Leading, supervisorsAbove } from '../leader.ts';
import {
  endLeadersBut,
  insertLeaders,
  listLeaders,
  listLeadingOf,
  listPathsOf,
  listUnitsLedBy,
} from '../store/leaders.ts';
import { listByIds } from '../store/people.ts';
import { findUnit } from '../store/units.ts';
import { idsUpFrom } from '../unit.ts';

export type NamedLeading = Leading & { readonly name: string };

/**
 * Who supervises each of these people today: the leaders of their unit or, where they lead it themselves or nobody does, of
 * the nearest unit above. Everybody asked about has an entry; it is empty for whoever stands at the top or in no unit.
 * Closed accounts supervise nobody. Three questions however many people.
 */
export async function supervisorsOf(
  db: Reader | Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const places = await listPathsOf(db, personIds);
  const unitIds = [...new Set(places.flatMap(({ path }) => idsUpFrom(path)))];
  const leaders = new Map(
    [...(await leadersOf(db, unitIds))].map(([id, all]) => [id, all.map((one) => one.personId)]),
  );
  const found = new Map(places.map((place) => [place.personId, supervisorsAbove(place, leaders)]));
  return new Map(personIds.map((id) => [id, found.get(id) ?? []]));
}

/** Who leads these units today, whoever began first before the others; units without leaders are left out. */
export async function leadersOf(
  db: Reader | Tx,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NamedLeading[]>> {
  if (unitIds.length === 0) return new Map();
  const byUnit = Map.groupBy(await listLeaders(db, unitIds), ({ unitId }) => unitId);
  // Merged accounts may have led a unit together; they are one person by now.
  return new Map([...byUnit].map(([id, all]) => [id, onePerPerson(all)]));
}

function onePerPerson(leading: readonly NamedLeading[]): NamedLeading[] {
  const first = new Map(leading.toReversed().map((one) => [one.personId, one]));
  return leading.filter((one) => first.get(one.personId) === one);
}

/** Ids of the units somebody leads today; what lies below them is theirs as well. */
export function unitsLedBy(db: Reader | Tx, personId: string): Promise<readonly string[]> {
  return listUnitsLedBy(db, personId);
}

/** Everybody who leads or led a unit, the latest first. */
export async function leadingOf(
  app: Pick<App, 'db'>,
  actor: Actor,
  unitId: string,
): Promise<Result<NamedLeading[]>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  return ok(await listLeadingOf(app.db.read, unitId));
}

/**
 * Has exactly these people lead a unit from now on; nobody for an empty list. Whoever led it and is not among them ends today.
 * Sent twice it changes nothing the second time.
 */
export async function setLeaders(
  app: App,
  actor: Actor,
  { unitId, personIds, why }: { unitId: string; personIds: readonly string[]; why: string },
): Promise<Result<null>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  return app.db.write(async (tx): Promise<Result<null>> => {
    const unit = await findUnit(tx, unitId);
    if (unit === undefined) return refuse({ code: 'unit-unknown', field: 'unit' });
    if (unit.closedAt !== null) return refuse({ code: 'unit-closed', field: 'unit' });
    const open = (await listByIds(tx, personIds)).filter(({ closedAt }) => closedAt === null);
    const wanted = new Set(personIds);
    if (open.length < wanted.size) return refuse({ code: 'leader-unknown', field: 'leaders' });
    const before = ((await leadersOf(tx, [unitId])).get(unitId) ?? []).map((one) => one.personId);
    const after = [...wanted];
    const { begins, ends } = changeOfLeaders(before, after);
    if (begins.length + ends.length === 0) return ok(null);
    const at = app.clock.now();
    await endLeadersBut(tx, { unitId, personIds: after, until: at });
    const rows = begins.map((personId) => ({ id: app.newId(), unitId, personId, since: at }));
    await insertLeaders(tx, rows);
    await writeAudit(tx, {
      at,
      actorId: actor.personId,
      act: 'unit-leaders-changed',
      subject: `unit:${unitId}`,
      detail: { before, after, ...(why !== '' && { why }) },
    });
    return ok(null);
  });
}
