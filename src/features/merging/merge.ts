import type { Instant } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import type { Thing } from './decisions.ts';

export type Merge = {
  readonly id: string;
  readonly fromId: string;
  readonly intoId: string;
  readonly reason: string;
  readonly mergedBy: string;
  readonly mergedAt: Instant;
  readonly undoneBy: string | null;
  readonly undoneAt: Instant | null;
  readonly undoReason: string | null;
};

/** How two people met: then two accounts are not one person's, or one judged their own work. */
export const MEETINGS = ['run', 'judged', 'signed', 'answered', 'trained'] as const;
export type Meeting = (typeof MEETINGS)[number];

/** How many of each thing moves. */
export type Extent = ReadonlyMap<Thing, number>;

type Account = { readonly personId: string; readonly closedAt: Instant | null };
export type Candidates = {
  readonly from: Account | undefined;
  readonly into: Account | undefined;
  readonly actorId: string;
  readonly meetings: readonly Meeting[];
};

/**
 * Why two accounts cannot become one; null when they can. Nobody does it with an account of their own, because the evidence
 * that comes together would be of their own making.
 */
export function checkMerge({ from, into, actorId, meetings }: Candidates): Problem | null {
  if (from === undefined || into === undefined) return { code: 'not-found' };
  if (from.personId === into.personId) return { code: 'merge-same', field: 'login' };
  if (from.closedAt !== null || into.closedAt !== null)
    return { code: 'merge-closed', field: 'login' };
  if ([from.personId, into.personId].includes(actorId))
    return { code: 'merge-own', field: 'login' };
  return meetings.length > 0 ? { code: 'merge-met', field: 'login' } : null;
}

/** Why a merge cannot be undone; null when it can. The account that stayed must be open, or its own merge be undone first. */
export function checkUndo(
  { undoneAt }: Pick<Merge, 'undoneAt'>,
  into: Account | undefined,
): Problem | null {
  if (undoneAt !== null) return { code: 'merge-undone' };
  return into === undefined || into.closedAt !== null ? { code: 'merge-undo-later' } : null;
}

/** One run of a version of a scenario that counts as evidence, or, without a run, that it was met in an exercise. */
export type FirstRun = {
  readonly runId: string | null;
  readonly version: string;
  readonly begunAt: Instant;
};

/**
 * Only the first run of a version is evidence, and none once it was met in an exercise. The runs that are not, in the life of
 * the person who lived both: all but the earliest of each version.
 */
export function laterRuns(runs: readonly FirstRun[]): string[] {
  const byVersion = Map.groupBy(runs, ({ version }) => version);
  return [...byVersion.values()].flatMap((own) =>
    [...own]
      .sort((a, b) => a.begunAt - b.begunAt || ((a.runId ?? '') < (b.runId ?? '') ? -1 : 1))
      .slice(1)
      .flatMap(({ runId }) => runId ?? []),
  );
}

/** One keeping of a sheet. A later one has taken its place since `supersededAt`. */
export type Version = {
  readonly id: string;
  readonly number: number;
  readonly savedAt: Instant;
  readonly supersededAt: Instant | null;
};

/** The keepings of one sheet by two accounts in the order of one life: numbered anew, each superseded by the next. */
export function inOneLife(versions: readonly Version[]): Version[] {
  const inOrder = [...versions].sort((a, b) => a.savedAt - b.savedAt || (a.id < b.id ? -1 : 1));
  return inOrder.map((version, at) => ({
    ...version,
    number: at + 1,
    supersededAt: inOrder[at + 1]?.savedAt ?? version.supersededAt,
  }));
}
