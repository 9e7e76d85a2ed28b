import type { StoredEntry } from '#features/audit/entry.ts';
import { isId } from '#kernel/id.ts';

/**
 * Ids of the people that lines of the audit trail name: who acted, whom it is about, who stood before and after. Other things have
 * ids of the same kind: whoever looks the names up finds none for those.
 */
export function peopleIn(entries: readonly StoredEntry[]): string[] {
  const ids = entries.flatMap(({ actorId, subject, detail }) =>
    [
      actorId,
      subject.replace(/^person:/, ''),
      detail['personId'],
      detail['before'],
      detail['after'],
    ].flat(),
  );
  return [...new Set(ids.filter((id) => typeof id === 'string').filter(isId))];
}

/** Ids of the positions that lines of the audit trail are about, so that their names can stand for them. */
export function positionsIn(entries: readonly StoredEntry[]): string[] {
  return thingsIn(entries, 'position');
}

/** The same for programmes. */
export function programmesIn(entries: readonly StoredEntry[]): string[] {
  return thingsIn(entries, 'programme');
}

function thingsIn(entries: readonly StoredEntry[], kind: 'position' | 'programme'): string[] {
  const ids = entries.flatMap(({ subject, detail }) => [
    ...(subject.startsWith(`${kind}:`) ? [subject.slice(kind.length + 1)] : []),
    ...(typeof detail[kind] === 'string' ? [detail[kind]] : []),
  ]);
  return [...new Set(ids)];
}
