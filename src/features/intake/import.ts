import type { Instant } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import type { Settings } from './settings.ts';

/** What the lines of a table may be about. */
export const KINDS = ['records', 'people'] as const;
export type ImportKind = (typeof KINDS)[number];

/** Whom whoever vouches for an import may name: an administrator everybody, a trainer their learners. */
export type Reach = 'everybody' | 'learners';

/**
 * `reading`: the file is being put down. `draft`: read, nothing taken. `applying`, `undoing`: under way in parts, and finished after a breakdown. `discarded`: its
 * lines are gone.
 */
export const STATES = [
  'reading',
  'draft',
  'applying',
  'applied',
  'undoing',
  'undone',
  'discarded',
] as const;
export type ImportState = (typeof STATES)[number];

/** What the dry run says of a line. The last three are for people. */
export const VERDICTS = [
  'unread',
  'wrong',
  'ready',
  'there',
  'unmatched',
  'new',
  'changed',
  'moved',
  'leaving',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * What became of a line. `open`: nothing yet. `waiting`: kept until its person appears. `skipped`: it had nothing to add or
 * was wrong.
 */
export type RowState = 'open' | 'applied' | 'waiting' | 'skipped' | 'undone';

export type Import = {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fileHash: string;
  readonly encoding: string;
  readonly separator: string;
  readonly header: readonly string[];
  readonly rows: number;
  readonly settings: Settings;
  readonly findings: Findings | null;
  readonly state: ImportState;
  readonly uploadedBy: string;
  readonly uploadedAt: Instant;
  readonly checkedAt: Instant | null;
  readonly reach: Reach;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly undoneBy: string | null;
  readonly undoneAt: Instant | null;
  readonly undoReason: string | null;
};

/** What a dry run found beside its lines: words it does not know, the most frequent first, and units that do not exist. */
export type Findings = {
  readonly unknownWords: readonly string[];
  readonly missingUnits: readonly string[];
};
export const NO_FINDINGS: Findings = { unknownWords: [], missingUnits: [] };

export type Cells = readonly string[];
/** The most lines one file may have. */
export const ROWS_MAX = 100_000;

/** What is known of a line after its dry run. */
export type CheckedRow = {
  readonly line: number;
  readonly verdict: Verdict;
  readonly who: string;
  readonly personId: string | null;
  readonly key: string | null;
  readonly reading: unknown;
  readonly problem: Problem | null;
};

export type Row = CheckedRow & {
  readonly importId: string;
  readonly cells: Cells;
  readonly state: RowState;
  readonly effect: unknown;
};

export function isKind(word: unknown): word is ImportKind {
  return KINDS.some((kind) => kind === word);
}

export function isVerdict(word: unknown): word is Verdict {
  return VERDICTS.some((verdict) => verdict === word);
}
