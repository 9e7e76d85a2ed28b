import type { OutlineStep } from '#features/catalogue/outline.ts';
import type { ProgressRow } from '#features/learning/progress.ts';
import type { Instant } from '#kernel/date.ts';

/** What a report needs to know of one member. `progress` is null for somebody who has not begun. */
export type Member = {
  readonly personId: string;
  readonly name: string;
  readonly joinedAt: Instant;
  readonly isAway: boolean;
  readonly progress: ProgressRow | null;
};

export type StepState = 'not-started' | 'in-progress' | 'done';

export type MemberRow = {
  readonly personId: string;
  readonly name: string;
  readonly state: 'not-started' | 'in-progress' | 'complete';
  readonly percent: number;
  readonly isAway: boolean;
  /** One for each step of the report, in its order; null where the member's version has no such step. */
  readonly steps: readonly (StepState | null)[];
  readonly nextStep: string | null;
  readonly lastActivityAt: Instant | null;
  readonly completedAt: Instant | null;
  readonly attention: Attention | null;
};

/** Why a trainer should look at somebody, and since when it has been so. */
export type Attention =
  | { readonly reason: 'not-started'; readonly since: Instant }
  | { readonly reason: 'stuck'; readonly step: string; readonly since: Instant }
  | {
      readonly reason: 'score';
      readonly correct: number;
      readonly questions: number;
      readonly since: Instant;
    };

export type Report = {
  readonly rows: readonly MemberRow[];
  /** Those who need attention, the longest waiting first. */
  readonly attention: readonly (MemberRow & { readonly attention: Attention })[];
  readonly complete: number;
  readonly underWay: number;
  readonly notStarted: number;
};

const QUIET_MS = 7 * 86_400_000;

/**
 * Where each member is in the steps of the cohort's course, and who is stuck: seven days without a sign, unless they are
 * away or done.
 */
export function buildReport(
  steps: readonly OutlineStep['id'][],
  members: readonly Member[],
  now: Instant,
): Report {
  const rows = members.map((member) => rowOf(steps, member, now));
  const attention = rows
    .flatMap((row) => (row.attention === null ? [] : [{ ...row, attention: row.attention }]))
    .sort((a, b) => a.attention.since - b.attention.since);
  const count = (state: MemberRow['state']) => rows.filter((row) => row.state === state).length;
  return {
    rows,
    attention,
    complete: count('complete'),
    underWay: count('in-progress'),
    notStarted: count('not-started'),
  };
}

function rowOf(steps: readonly OutlineStep['id'][], member: Member, now: Instant): MemberRow {
  const { personId, name, isAway, progress } = member;
  const states = new Map(progress?.steps.map(({ step, state }) => [step, state]));
  return {
    personId,
    name,
    state: progress?.state ?? 'not-started',
    percent: progress?.percent ?? 0,
    isAway,
    steps: steps.map((step) => (progress ? (states.get(step) ?? null) : 'not-started')),
    nextStep: progress?.nextStep ?? null,
    lastActivityAt: progress?.lastActivityAt ?? null,
    completedAt: progress?.completedAt ?? null,
    attention: attentionFor(member, now),
  };
}

function attentionFor({ progress, joinedAt, isAway }: Member, now: Instant): Attention | null {
  if (isAway || progress?.state === 'complete') return null;
  const since = progress?.lastActivityAt ?? joinedAt;
  if (now - since < QUIET_MS) return null;
  if (progress === null) return { reason: 'not-started', since };
  if (progress.stepsDone === progress.stepsTotal) {
    return { reason: 'score', correct: progress.correct, questions: progress.questions, since };
  }
  return { reason: 'stuck', step: progress.nextStep ?? '', since };
}

export const SORTS = ['name', 'percent', 'last'] as const;
export type Sort = (typeof SORTS)[number];

export function sortOf(word: string | null): Sort {
  return SORTS.find((sort) => sort === word) ?? 'name';
}

/** Rows come in the order of names; by progress and by activity the least comes first, as that is where help is needed. */
export function sortedRows(rows: readonly MemberRow[], sort: Sort): MemberRow[] {
  if (sort === 'percent') return [...rows].sort((a, b) => a.percent - b.percent);
  if (sort === 'last') {
    return [...rows].sort((a, b) => (a.lastActivityAt ?? 0) - (b.lastActivityAt ?? 0));
  }
  return [...rows];
}
