import { stringify } from 'csv-stringify/sync';
import { attachmentHeaders } from './attachment.ts';

/**
 * A table as a file that spreadsheet programs open in the right encoding (UTF-8 with a byte order mark) and in which no cell
 * becomes a formula.
 */
export function csvFile(
  name: string,
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Response {
  const table = stringify([header, ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return fileOf(`${name}.csv`, 'text/csv; charset=utf-8', table);
}

export function jsonFile(name: string, value: unknown): Response {
  const text = JSON.stringify(value, null, 2);
  return fileOf(`${name}.json`, 'application/json; charset=utf-8', text);
}

export function textFile(name: string, text: string): Response {
  return fileOf(`${name}.txt`, 'text/plain; charset=utf-8', text);
}

export function pdfFile(name: string, bytes: Buffer<ArrayBuffer>): Response {
  return fileOf(`${name}.pdf`, 'application/pdf', bytes);
}

/** A file to keep. It may be personal, so no cache holds it. */
function fileOf(name: string, mediaType: string, body: string | Buffer<ArrayBuffer>): Response {
  return new Response(body, { headers: attachmentHeaders(name, mediaType) });
}
