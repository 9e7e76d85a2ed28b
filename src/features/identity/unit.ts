import type { Instant } from '#kernel/date.ts';
import type { Text } from '#kernel/text.ts';

/** A part of the organisation. `path` is the ids from the root to here, joined by `/`. */
export type Unit = {
  readonly id: string;
  readonly parentId: string | null;
  readonly path: string;
  readonly name: Text;
  /** Null while it is in use. */
  readonly closedAt: Instant | null;
};

export function pathOf(id: string, parentPath: string | null): string {
  return parentPath === null ? id : `${parentPath}/${id}`;
}

/** The unit itself, then its parent, up to the root: the nearest rule comes first. */
export function idsUpFrom(path: string): string[] {
  return path.split('/').reverse();
}

/** Everything below a path lies between these two texts; `0` is the character after `/`. */
export function rangeBelow(path: string): { from: string; before: string } {
  return { from: `${path}/`, before: `${path}0` };
}

/** How many units stand above this one: for indenting a list. */
export function depthOf(path: string): number {
  return path.split('/').length - 1;
}
