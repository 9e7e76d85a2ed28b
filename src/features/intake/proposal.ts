import { proposeColumns } from './fields.ts';
import type { Cells, ImportKind } from './import.ts';
import { proposeScale } from './records.ts';
import { cellAt, type Settings, settingsFor } from './settings.ts';

export type OptionName = 'system' | 'scale' | 'level' | 'role' | 'language' | 'units';
type Option = {
  readonly name: OptionName;
  readonly values: readonly string[] | null;
};

/** What may be settled for all lines of a kind; null for any text. */
export const OPTIONS: Readonly<Record<ImportKind, readonly Option[]>> = {
  records: [
    { name: 'system', values: null },
    { name: 'scale', values: ['1', '5', '10', '100'] },
    { name: 'level', values: ['', '0', '1', '2', '3', '4'] },
  ],
  people: [
    { name: 'role', values: ['civil-servant', 'resident'] },
    { name: 'language', values: ['ko', 'en'] },
    { name: 'units', values: ['', 'yes'] },
  ],
};

/** How a file is read at first: as files with the same first line were read before, or as its columns are called. */
export function proposeSettings(
  kind: ImportKind,
  { header, rows }: { header: Cells; rows: readonly Cells[] },
  known: Settings | undefined,
): Settings {
  if (known !== undefined) return settingsFor(header, known);
  const named: Settings = { v: 1, columns: proposeColumns(kind, header), options: {}, words: {} };
  if (kind === 'people') return named;
  const scores = rows.map((cells) => cellAt(cells, named, 'score'));
  return { ...named, options: { scale: proposeScale(scores) } };
}
