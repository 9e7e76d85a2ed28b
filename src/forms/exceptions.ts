import { EXCEPTION_KINDS, EXCEPTION_STATES, readMark } from '#features/programme/exception.ts';
import type { ExceptionQuestion } from '#features/programme/service.ts';

/** A search among exceptions as an address says it; words that make no sense count as absent. */
export function exceptionsIn(
  query: URLSearchParams,
  known: ReadonlySet<string>,
): ExceptionQuestion {
  const listed = (name: string) => {
    const word = query.get(name) ?? '';
    return known.has(word) ? word : null;
  };
  return {
    kind: EXCEPTION_KINDS.find((kind) => kind === query.get('kind')) ?? null,
    state: EXCEPTION_STATES.find((state) => state === query.get('state')) ?? null,
    programmeId: listed('programme'),
    unitId: listed('unit'),
    search: query.get('search') ?? '',
    before: readMark(query.get('before') ?? ''),
  };
}
