import type { ImportKind } from '../import.ts';
import type { Kind } from './kind.ts';
import { PEOPLE } from './people.ts';
import { RECORDS } from './records.ts';

const ALL: Readonly<Record<ImportKind, Kind>> = { records: RECORDS, people: PEOPLE };

export function kindOf(kind: ImportKind): Kind {
  return ALL[kind];
}
