import type { StoredEntry } from '#features/audit/entry.ts';

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
