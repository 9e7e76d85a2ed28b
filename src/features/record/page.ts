import type { Instant } from '#kernel/date.ts';

/** A place in a person's record, newest first: after this statement comes the next page. */
export type Cursor = { readonly occurredAt: Instant; readonly seq: number };

const CURSOR = /^(\d{1,15})-(\d{1,15})$/;

/** As it stands in an address: `1795312800000-42`. */
export function cursorText(cursor: Cursor): string {
  return `${cursor.occurredAt}-${cursor.seq}`;
}

/** Null for anything that is not a place: then the list begins at its beginning. */
export function readCursor(text: string | null): Cursor | null {
  const [, occurredAt, seq] = CURSOR.exec(text ?? '') ?? [];
  return occurredAt && seq ? { occurredAt: Number(occurredAt), seq: Number(seq) } : null;
}
