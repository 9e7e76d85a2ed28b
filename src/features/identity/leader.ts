import type { Instant } from '#kernel/date.ts';
import { idsUpFrom } from './unit.ts';

/** Somebody leading a unit for a time; `until` is null while they do. */
export type Leading = {
  readonly unitId: string;
  readonly personId: string;
  readonly since: Instant;
  readonly until: Instant | null;
};

/**
 * Who supervises a person of the unit at this path: whoever leads the nearest unit, their own first, that has leaders and
 * does not have this person among them. Nobody where no such unit stands above.
 */
export function supervisorsAbove(
  { personId, path }: { readonly personId: string; readonly path: string },
  leaders: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  for (const unitId of idsUpFrom(path)) {
    const leading = leaders.get(unitId) ?? [];
    if (leading.length > 0 && !leading.includes(personId)) return leading;
  }
  return [];
}

/** What it takes to get from those who lead a unit to those who shall. */
export function changeOfLeaders(
  before: readonly string[],
  after: readonly string[],
): { readonly begins: string[]; readonly ends: string[] } {
  return {
    begins: [...new Set(after)].filter((id) => !before.includes(id)),
    ends: before.filter((id) => !after.includes(id)),
  };
}
