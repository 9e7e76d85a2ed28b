import { canonical } from '#kernel/canonical.ts';
import type { Hash } from '#kernel/ports.ts';
import type { Line } from './line.ts';

/**
 * The number of a transcript: the same lines of the same person and years have the same number, in either language and on
 * any day; any other line has another. It leads nowhere and tells nothing: `2026-9F3A-11C2-77B0`, `ALL-…` for all years.
 */
export function documentNumber(
  { personId, year, lines }: { personId: string; year: number | null; lines: readonly Line[] },
  hash: Hash,
): string {
  const told = lines.map(({ id, day, minutes, category }) => ({ id, day, minutes, category }));
  const digits = hash(canonical({ personId, year, lines: told }))
    .slice(0, 12)
    .toUpperCase();
  return [year ?? 'ALL', digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join('-');
}
