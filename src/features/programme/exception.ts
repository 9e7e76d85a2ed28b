import { type Day, type Instant, isDay } from '#kernel/date.ts';

/** What was decided for one person: need not do it, more time, days that do not count, asked or left out by name. */
export const EXCEPTION_KINDS = ['excuse', 'extension', 'absence', 'named'] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/** Holds today or later, waits for an answer, or is over, refused or taken back. */
export const EXCEPTION_STATES = ['in-force', 'waiting', 'ended'] as const;
export type ExceptionState = (typeof EXCEPTION_STATES)[number];

/** One exception, whichever table it comes from. */
export type ExceptionLine = {
  /** With its kind in front: unique among all. */
  readonly id: string;
  readonly kind: ExceptionKind;
  readonly state: ExceptionState;
  readonly personId: string;
  readonly name: string;
  readonly unitId: string | null;
  /** Null for an absence, which moves the dates of every programme. */
  readonly programmeId: string | null;
  readonly period: string | null;
  /** Which absence (`leave` …), how an extension was answered (`open` …), or the duty of a rule by name. */
  readonly word: string | null;
  readonly from: Day | null;
  /** The last day away, or the new due day. */
  readonly until: Day | null;
  readonly reason: string;
  /** Null for what the product did itself. */
  readonly byId: string | null;
  readonly at: Instant;
  /** Who answered it or took it back, when, and in which words. */
  readonly closed: {
    readonly byId: string | null;
    readonly at: Instant;
    readonly why: string;
  } | null;
};

/** The last line somebody has seen: what follows is older. */
export type ExceptionMark = Pick<ExceptionLine, 'at' | 'id'>;

export function writeMark({ at, id }: ExceptionMark): string {
  return `${at}~${id}`;
}

/** Null where the words are no mark. */
export function readMark(words: string): ExceptionMark | null {
  const found = /^(\d{1,15})~(.{1,300})$/.exec(words);
  return found ? { at: Number(found[1]), id: found[2] ?? '' } : null;
}

/** Newest first; those of one moment in the order of their ids, so that no page repeats or skips any. */
export function newestFirst(lines: readonly ExceptionLine[]): ExceptionLine[] {
  return lines.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** The due day of a rule that is asked once; rules that come back have no single one. */
export function singleDay(due: string | null): Day | null {
  return due !== null && isDay(due) ? due : null;
}
