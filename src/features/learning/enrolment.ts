import type { Outline } from '#features/catalogue/outline.ts';
import { inOrder, type Statement } from '#features/record/statement.ts';
import type { Instant } from '#kernel/date.ts';
import type { CourseHistory } from './status.ts';

/** When a person's time in a course began, whether it is over, and when they last did something. */
export type Term = {
  readonly enrolledAt: Instant | null;
  readonly leftAt: Instant | null;
  readonly lastActivityAt: Instant | null;
};

/** A course begins with enrolling; doing something in it without having enrolled begins it too. */
export function termOf(statements: readonly Statement[]): Term {
  const ordered = inOrder(statements);
  const enrolment = ordered.find(({ verb }) => verb === 'enrolled');
  const lastTurn = ordered.findLast(({ verb }) => verb === 'enrolled' || verb === 'left');
  return {
    enrolledAt: enrolment?.occurredAt ?? ordered[0]?.occurredAt ?? null,
    leftAt: lastTurn?.verb === 'left' ? lastTurn.occurredAt : null,
    lastActivityAt: ordered.at(-1)?.occurredAt ?? null,
  };
}

export function isEnrolled(statements: readonly Statement[]): boolean {
  const turns = inOrder(statements).filter(({ verb }) => verb === 'enrolled' || verb === 'left');
  return turns.at(-1)?.verb === 'enrolled';
}

/** A version of a course and when it was last published anew. */
export type KnownOutline = {
  readonly version: string;
  readonly outline: Outline;
  readonly seenAt: Instant;
};
export type Versions = {
  readonly known: readonly KnownOutline[];
  /** Null when the course is no longer offered. */
  readonly current: KnownOutline | null;
};
export type VersionedHistory = CourseHistory & { readonly version: string };

/**
 * Pairs what a person did with the versions that matter to them: the one they first enrolled on, and every version published
 * since. The present version always matters, also when it is an old one brought back. Null when no version is known at all.
 */
export function historyOf(
  statements: readonly Statement[],
  { known, current }: Versions,
): VersionedHistory | null {
  const enrolment = inOrder(statements).find(({ verb }) => verb === 'enrolled');
  const first =
    known.find(({ version }) => version === enrolment?.objectVersion) ?? current ?? known[0];
  if (first === undefined) return null;
  const since = termOf(statements).enrolledAt;
  const others = known.filter((one) => one.version !== first.version && one !== current);
  const later = since === null ? [] : others.filter(({ seenAt }) => seenAt > since);
  if (since !== null && current !== null && current.version !== first.version) {
    later.push({ ...current, seenAt: Math.max(current.seenAt, since) });
  }
  return {
    version: first.version,
    started: first.outline,
    later: later.map(({ outline, seenAt }) => ({ outline, seenAt })),
    statements,
  };
}
