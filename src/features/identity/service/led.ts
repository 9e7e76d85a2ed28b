import type { Reader, Tx } from '#db/client.ts';
import { listIdsBelow } from '../store/directory.ts';
import { listUnitsLedBy } from '../store/leaders.ts';
import { listByIds } from '../store/people.ts';
import { findUnit, listUnits } from '../store/units.ts';
import { idsUpFrom } from '../unit.ts';

/** The units somebody leads today with everything below them, by id; empty for whoever leads nothing. */
export async function unitsUnder(db: Reader | Tx, personId: string): Promise<readonly string[]> {
  const led = await listUnitsLedBy(db, personId);
  if (led.length === 0) return [];
  const units = await listUnits(db);
  return units
    .filter(({ path }) => idsUpFrom(path).some((id) => led.includes(id)))
    .map(({ id }) => id);
}

/** Whether somebody leads the unit of a person, or one above it. Nobody leads themselves. */
export async function leads(db: Reader | Tx, leaderId: string, personId: string): Promise<boolean> {
  if (leaderId === personId) return false;
  const led = await listUnitsLedBy(db, leaderId);
  if (led.length === 0) return false;
  const unitId = (await listByIds(db, [personId]))[0]?.unitId ?? null;
  const unit = unitId === null ? undefined : await findUnit(db, unitId);
  return unit !== undefined && idsUpFrom(unit.path).some((id) => led.includes(id));
}

/** Ids of everybody in the units somebody leads and below, without themselves. */
export async function peopleLedBy(db: Reader, leaderId: string): Promise<readonly string[]> {
  const people = new Set<string>();
  for (const unitId of await listUnitsLedBy(db, leaderId)) {
    const unit = await findUnit(db, unitId);
    if (unit) for (const id of await listIdsBelow(db, unit.path)) people.add(id);
  }
  people.delete(leaderId);
  return [...people];
}
