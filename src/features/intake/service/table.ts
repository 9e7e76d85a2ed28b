import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Cells, ROWS_MAX } from '../import.ts';
import type { Separator } from '../separator.ts';
import type { RawRow } from './kind.ts';

const COLUMNS_MAX = 60;
const RECORD_MAX = 64 * 1024;
const CHUNK = 64 * 1024;

export type Table = { readonly header: Cells; readonly rows: readonly RawRow[] };
/** What csv-parse gives with `info`. */
type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** The lines of a table, empty ones left out. Reads in pieces, so that other requests get their turn. */
export async function readTable(text: string, separator: Separator): Promise<Result<Table>> {
  const field = 'file';
  const parser = Readable.from(pieces(text)).pipe(
    parse({
      delimiter: separator,
      info: true,
      max_record_size: RECORD_MAX,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }),
  );
  const rows: RawRow[] = [];
  let header: Cells | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (header === null) header = record.map((cell) => cell.trim());
      else rows.push({ line: info.lines, cells: record });
      if (rows.length > ROWS_MAX)
        return refuse({ code: 'file-rows', field, values: { max: ROWS_MAX } });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse({ code: 'file-table', field, values: { line: Number(error['lines'] ?? 1) } });
  }
  if (header === null || rows.length === 0) return refuse({ code: 'file-empty', field });
  if (header.length > COLUMNS_MAX)
    return refuse({ code: 'file-columns', field, values: { max: COLUMNS_MAX } });
  return ok({ header, rows });
}

/** As bytes, because a cut in a text could go through the middle of a sign. */
function* pieces(text: string): Generator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
