import type { Reader, Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import type { Problem } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import { listIdsBelow } from '../store/directory.ts';
import { listByIds } from '../store/people.ts';
import { findUnit, insertUnit, listUnits, type UnitRow } from '../store/units.ts';
import { idsUpFrom, pathOf, type Unit } from '../unit.ts';

/** Adds a unit below another, or a root. Returns its id. */
export async function createUnit(
  tx: Tx,
  unit: { id: string; parentId: string | null; name: Text },
): Promise<string> {
  const { id, parentId, name } = unit;
  const parent = parentId === null ? null : await findUnit(tx, parentId);
  if (parent === undefined) throw new Error(`unit ${id} has unknown parent ${parentId}`);
  const path = pathOf(id, parent?.path ?? null);
  await insertUnit(tx, { id, parentId, path, nameKo: name.ko, nameEn: name.en });
  return id;
}

/** The organisation as a list, every unit after its parent; closed ones too, for what was said of them. */
export async function allUnits(app: {
  readonly db: { readonly read: Reader | Tx };
}): Promise<Unit[]> {
  return (await listUnits(app.db.read)).map(readUnit);
}

/** The units somebody can be put in. */
export async function openUnits(app: {
  readonly db: { readonly read: Reader | Tx };
}): Promise<Unit[]> {
  return (await allUnits(app)).filter(({ closedAt }) => closedAt === null);
}

/** Which unit each of these people belongs to; null for people outside the organisation. */
export async function unitsOf(
  app: Pick<App, 'db'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await listByIds(app.db.read, personIds);
  return new Map(rows.map(({ id, unitId }) => [id, unitId]));
}

/** The unit, its parent, and so on up to the root; empty for nobody's unit. */
export async function ancestorsOf(
  app: Pick<App, 'db'>,
  unitId: string | null,
): Promise<readonly string[]> {
  if (unitId === null) return [];
  const unit = await findUnit(app.db.read, unitId);
  return unit ? idsUpFrom(unit.path) : [];
}

/** Ids of the people in a unit and everything below it; with a limit, no more of them than that. */
export async function peopleBelow(
  app: Pick<App, 'db'>,
  unitId: string,
  limit?: number,
): Promise<readonly string[]> {
  const unit = await findUnit(app.db.read, unitId);
  return unit ? listIdsBelow(app.db.read, unit.path, limit) : [];
}

/** Why nobody can be put in this unit; null when they can, or for no unit. */
export async function checkPlace(tx: Tx, unitId: string | null): Promise<Problem | null> {
  if (unitId === null) return null;
  const unit = await findUnit(tx, unitId);
  if (unit === undefined) return { code: 'unit-unknown', field: 'unit' };
  return unit.closedAt === null ? null : { code: 'unit-closed', field: 'unit' };
}

export function readUnit({ id, parentId, path, nameKo, nameEn, closedAt }: UnitRow): Unit {
  return { id, parentId, path, name: { ko: nameKo, en: nameEn }, closedAt };
}
