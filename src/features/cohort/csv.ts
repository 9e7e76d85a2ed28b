import { stringify } from 'csv-stringify/sync';

/**
 * A table as CSV that spreadsheet programs open in the right encoding (UTF-8 with a byte order mark) and in which no cell
 * becomes a formula.
 */
export function csvOf(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  return stringify([header, ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
