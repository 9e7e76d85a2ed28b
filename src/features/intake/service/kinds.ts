import type { ImportKind } from '../import.ts';
import type { Kind } from './kind.ts';
import { RECORDS } from './records.ts';

const ALL: Partial<Record<ImportKind, Kind>> = { records: RECORDS };

export function kindOf(kind: ImportKind): Kind {
  const found = ALL[kind];
  if (found === undefined) throw new Error(`nothing imports ${kind}`);
  return found;
}
