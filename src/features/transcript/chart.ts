import { CATEGORIES, type Category } from './category.ts';
import type { YearTotal } from './totals.ts';

/** Bars of one year: lengths from 0 to 1, of the longest year or the target if that is longer. */
export type YearBar = {
  readonly year: number;
  readonly total: number;
  readonly parts: readonly {
    readonly category: Category;
    readonly from: number;
    readonly length: number;
  }[];
};

/** One stacked bar a year, the newest first; `target` is where the mark of the hours asked for stands, or null. */
export function barsOf(
  totals: readonly YearTotal[],
  targetMinutes: number | null,
): { readonly bars: readonly YearBar[]; readonly target: number | null } {
  const longest = Math.max(1, targetMinutes ?? 0, ...totals.map(({ total }) => total));
  const bars = totals.map(({ year, total, minutes }) => {
    let from = 0;
    const parts = CATEGORIES.filter((category) => minutes[category] > 0).map((category) => {
      const part = { category, from, length: minutes[category] / longest };
      from += part.length;
      return part;
    });
    return { year, total, parts };
  });
  return { bars, target: targetMinutes === null ? null : targetMinutes / longest };
}
