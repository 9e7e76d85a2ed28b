import { byCategory, CATEGORIES, type Category } from './category.ts';
import type { Line } from './line.ts';

export type Minutes = Readonly<Record<Category, number>>;
export type YearTotal = {
  readonly year: number;
  readonly minutes: Minutes;
  readonly total: number;
};

/** Minutes by year and category, the newest year first; years without learning are left out. */
export function totalsOf(
  lines: readonly Pick<Line, 'year' | 'category' | 'minutes'>[],
): YearTotal[] {
  return [...Map.groupBy(lines, ({ year }) => year)]
    .map(([year, inYear]) => ({ year, ...summed(inYear) }))
    .sort((a, b) => b.year - a.year);
}

export function summed(
  lines: readonly Pick<Line, 'category' | 'minutes'>[],
): Omit<YearTotal, 'year'> {
  const minutes = byCategory((category) =>
    lines.filter((line) => line.category === category).reduce((sum, line) => sum + line.minutes, 0),
  );
  return { minutes, total: CATEGORIES.reduce((sum, category) => sum + minutes[category], 0) };
}

/** Hours as people say them, to a tenth: 90 minutes are 1.5. Sums are rounded once, not their parts. */
export function hoursOf(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}
