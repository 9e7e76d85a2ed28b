import { z } from 'zod';

/**
 * How one import is to be read. `columns` says in which column each field stands (counted from 0), `options` what holds for
 * every line, `words` what words of the file mean here. Stored as JSON with a version; a reader for every old version stays.
 */
const settingsSchema = z.strictObject({
  v: z.literal(1),
  columns: z.record(z.string(), z.int().min(0)),
  options: z.record(z.string(), z.string()),
  words: z.record(z.string(), z.string()),
});
export type Settings = z.infer<typeof settingsSchema>;

export function readSettings(json: string): Settings {
  return settingsSchema.parse(JSON.parse(json));
}

/** A cell of a line by its field: without spaces around, composed; empty where there is no such column. */
export function cellAt(cells: readonly string[], { columns }: Settings, field: string): string {
  const at = columns[field];
  return at === undefined ? '' : (cells[at] ?? '').normalize('NFC').trim();
}

/** A word as words are compared: without spaces, marks and case. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-./()[\]:*]/gu, '');
}

/** What is the same for all files with the same first line. */
export function signatureText(header: readonly string[]): string {
  return JSON.stringify(header.map(foldWord));
}

/** What was settled before, for a file whose first line may have fewer columns than it says. */
export function settingsFor(header: readonly string[], known: Settings): Settings {
  const columns = Object.entries(known.columns).filter(([, at]) => at < header.length);
  return { ...known, columns: Object.fromEntries(columns) };
}
