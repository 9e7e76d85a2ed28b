import type { Problem } from '#kernel/result.ts';
import type { Locale, Text } from '#kernel/text.ts';
import { foldName, NAME_MAX } from './person.ts';
import { idsUpFrom, type Unit } from './unit.ts';

/** How many people a unit has itself, and together with everything below it. */
export type HeadCount = { readonly own: number; readonly below: number };

/** Counts of people by unit, each unit's with those of all units below it. */
export function headCounts(
  units: readonly Unit[],
  own: ReadonlyMap<string, number>,
): ReadonlyMap<string, HeadCount> {
  const below = new Map<string, number>();
  for (const { id, path } of units) {
    for (const above of idsUpFrom(path))
      below.set(above, (below.get(above) ?? 0) + (own.get(id) ?? 0));
  }
  return new Map(units.map(({ id }) => [id, { own: own.get(id) ?? 0, below: below.get(id) ?? 0 }]));
}

/** Units as a reader expects a tree: each below its parent, those of one parent by name. */
export function inTreeOrder(units: readonly Unit[], locale: Locale): Unit[] {
  const collator = new Intl.Collator(locale);
  const byParent = Map.groupBy(units, ({ parentId }) => parentId);
  const below = (parentId: string | null): Unit[] =>
    (byParent.get(parentId) ?? [])
      .toSorted((a, b) => collator.compare(a.name[locale], b.name[locale]))
      .flatMap((unit) => [unit, ...below(unit.id)]);
  return below(null);
}

/** The units from the root down to the one above this. */
export function unitsAbove(unit: Unit, units: readonly Unit[]): Unit[] {
  const byId = new Map(units.map((one) => [one.id, one]));
  return idsUpFrom(unit.path)
    .slice(1)
    .reverse()
    .flatMap((id) => byId.get(id) ?? []);
}

/** Whether a unit stands at this path or anywhere below it. */
export function isWithin(unit: Pick<Unit, 'path'>, path: string): boolean {
  return unit.path === path || unit.path.startsWith(`${path}/`);
}

export function foldUnitName({ ko, en }: Text): Text {
  return { ko: foldName(ko), en: foldName(en) };
}

/** A unit has a name in both languages, and no open unit beside it has the same one in either. */
export function checkUnitName(name: Text, beside: readonly Unit[]): Problem[] {
  return (['ko', 'en'] as const).flatMap((locale) => {
    const field = `name-${locale}`;
    if (name[locale] === '') return [{ code: 'unit-name-required', field }];
    if ([...name[locale]].length > NAME_MAX)
      return [{ code: 'too-long', field, values: { max: NAME_MAX } }];
    return beside.some((unit) => unit.closedAt === null && unit.name[locale] === name[locale])
      ? [{ code: 'unit-name-taken', field }]
      : [];
  });
}

/** Why a unit cannot be put under another; null when it can. */
export function checkMove(unit: Unit, parent: Unit | null, units: readonly Unit[]): Problem | null {
  const field = 'parent';
  if (parent === null) return null;
  if (parent.closedAt !== null) return { code: 'unit-closed', field };
  if (isWithin(parent, unit.path)) return { code: 'unit-below-itself', field };
  const beside = units.filter(({ id, parentId }) => parentId === parent.id && id !== unit.id);
  return checkUnitName(unit.name, beside).length > 0 ? { code: 'unit-name-taken', field } : null;
}

/** Why a unit cannot be closed; null when nobody and nothing is in it. */
export function checkClosing({
  people,
  unitsBelow,
  invited,
}: {
  readonly people: number;
  readonly unitsBelow: number;
  readonly invited: number;
}): Problem | null {
  if (people > 0) return { code: 'unit-has-people', values: { n: people } };
  if (unitsBelow > 0) return { code: 'unit-has-units', values: { n: unitsBelow } };
  return invited > 0 ? { code: 'unit-has-invitations', values: { n: invited } } : null;
}
