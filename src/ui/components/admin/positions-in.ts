import type { StoredEntry } from '#features/audit/entry.ts';

/** Ids of the positions that lines of the audit trail are about, so that their names can stand for them. */
export function positionsIn(entries: readonly StoredEntry[]): string[] {
  const ids = entries.flatMap(({ subject, detail }) => [
    ...(subject.startsWith('position:') ? [subject.slice('position:'.length)] : []),
    ...(typeof detail['position'] === 'string' ? [detail['position']] : []),
  ]);
  return [...new Set(ids)];
}
