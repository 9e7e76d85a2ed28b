import { depthOf, type Unit } from '#features/identity/unit.ts';
import type { Locale } from '#kernel/text.ts';

/** Open units as choices of a select, indented by their depth below the one without a value. */
export function unitOptions(
  units: readonly Unit[],
  { locale, none }: { locale: Locale; none: string },
): { value: string; label: string }[] {
  // Browsers drop ordinary spaces at the start of an option.
  const indent = (path: string) => '\u2003'.repeat(depthOf(path));
  const named = units
    .filter(({ closedAt }) => closedAt === null)
    .map(({ id, path, name }) => ({ value: id, label: indent(path) + name[locale] }));
  return [{ value: '', label: none }, ...named];
}
