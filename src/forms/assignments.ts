import type { AssignmentQuestion } from '#features/programme/service.ts';
import { isStanding } from '#features/programme/service.ts';

export const ASSIGNMENT_SORTS = ['due', 'name'] as const;

/** A search among assignments as an address says it; words that make no sense count as absent. */
export function assignmentsIn(
  query: URLSearchParams,
  known: ReadonlySet<string>,
): AssignmentQuestion {
  const listed = (name: string) => {
    const word = query.get(name) ?? '';
    return known.has(word) ? word : null;
  };
  const standing = query.get('standing');
  return {
    standing: isStanding(standing) ? standing : 'overdue',
    programmeId: listed('programme'),
    unitId: listed('unit'),
    search: query.get('search') ?? '',
    sort: ASSIGNMENT_SORTS.find((sort) => sort === query.get('sort')) ?? 'due',
    page: Number.parseInt(query.get('page') ?? '1', 10) || 1,
  };
}
