import { addDays, type Day, daysBetween, type Instant, isDay } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';

/** What somebody means to do after a run: what, who does it (null: they themselves), and by when. */
export type Plan = { readonly what: string; readonly owner: string | null; readonly due: Day };
/** A plan as it stands now. `finishedAt` is null while it is open. */
export type Improvement = Plan & {
  readonly id: string;
  readonly runId: string;
  readonly finishedAt: Instant | null;
  readonly isRemoved: boolean;
};

/** What can be done to an improvement that has been written down. */
export const MOVES = ['finish', 'reopen', 'remove', 'restore'] as const;
export type Move = (typeof MOVES)[number];

/** One thing done to an improvement; nothing is ever taken back, only something else done after it. */
export type Change = {
  readonly improvementId: string;
  readonly runId: string;
  readonly at: Instant;
} & ({ readonly act: 'write'; readonly plan: Plan } | { readonly act: Move });

export const LONGEST_WHAT = 500;
export const LONGEST_OWNER = 100;
/** For one run. More than this is a project, not what one learnt from a run. */
export const MOST_IMPROVEMENTS = 20;
const LATEST_DAYS = 3 * 365;

/** Whether there is no room for another one after a run; removed ones take none. */
export function isFull(improvements: readonly Improvement[]): boolean {
  return improvements.filter(({ isRemoved }) => !isRemoved).length >= MOST_IMPROVEMENTS;
}

/** A plan as it was typed, without spaces around it; an owner left empty is the person themselves. */
export function tidyPlan(typed: { what: string; owner: string; due: string }): Plan {
  return { what: typed.what.trim(), owner: typed.owner.trim() || null, due: typed.due.trim() };
}

/** Improvements as their changes have left them, in the order in which they were first written down. */
export function improvementsAfter(changes: readonly Change[]): Improvement[] {
  const found = new Map<string, Improvement>();
  for (const change of changes) {
    const before = found.get(change.improvementId);
    const after = changed(before, change);
    if (after !== null) found.set(change.improvementId, after);
  }
  return [...found.values()];
}

function changed(before: Improvement | undefined, change: Change): Improvement | null {
  if (change.act === 'write') {
    const { improvementId: id, runId, plan } = change;
    return { ...(before ?? { id, runId, finishedAt: null, isRemoved: false }), ...plan };
  }
  if (before === undefined) return null;
  switch (change.act) {
    case 'finish':
      return { ...before, finishedAt: before.finishedAt ?? change.at };
    case 'reopen':
      return { ...before, finishedAt: null };
    case 'remove':
      return { ...before, isRemoved: true };
    case 'restore':
      return { ...before, isRemoved: false };
  }
}

/**
 * What keeps a plan from being written down; null when nothing does. The day must lie between `today` and three years
 * later; the day a plan had before may stay, however long ago it was.
 */
export function planProblem(
  { what, owner, due }: Plan,
  { today, dueBefore }: { today: Day; dueBefore: Day | null },
): Problem | null {
  if (what === '') return { code: 'improvement-empty', field: 'what' };
  if (what.length > LONGEST_WHAT) {
    return { code: 'too-long', field: 'what', values: { max: LONGEST_WHAT } };
  }
  if (owner !== null && owner.length > LONGEST_OWNER) {
    return { code: 'too-long', field: 'owner', values: { max: LONGEST_OWNER } };
  }
  if (!isDay(due)) return { code: 'improvement-day-missing', field: 'due' };
  const isPossible = due >= today && due <= addDays(today, LATEST_DAYS);
  if (due === dueBefore || isPossible) return null;
  return { code: 'improvement-day-impossible', field: 'due' };
}

export type Standing =
  | { readonly state: 'done'; readonly finishedAt: Instant }
  | { readonly state: 'due'; readonly days: number }
  | { readonly state: 'overdue'; readonly days: number };

/** How an improvement stands on a day: `days` are left (0: today) or have passed since it was due. */
export function standingOf({ finishedAt, due }: Improvement, today: Day): Standing {
  if (finishedAt !== null) return { state: 'done', finishedAt };
  const days = daysBetween(today, due);
  return days < 0 ? { state: 'overdue', days: -days } : { state: 'due', days };
}
