import type { Text } from '#kernel/text.ts';
import { type Activity, type PositionBody, type TargetLevel, targetsOf } from './position.ts';

/** One thing that reads differently from one revision of a position to the next. */
export type Change =
  | { readonly what: 'name' | 'summary' | 'activity'; readonly before: Text; readonly after: Text }
  | { readonly what: 'activity-added' | 'activity-removed'; readonly does: Text }
  | ({ readonly what: 'target' } & TargetChange);

/** A level that the whole position asks for, before and after; null where none is asked. */
export type TargetChange = {
  readonly competency: string;
  readonly before: TargetLevel | null;
  readonly after: TargetLevel | null;
};

/** What reads differently, words first, then the levels asked for. Nothing when both are the same. */
export function changesBetween(before: PositionBody, after: PositionBody): Change[] {
  const texts = (['name', 'summary'] as const)
    .filter((what) => !isSame(before[what], after[what]))
    .map((what) => ({ what, before: before[what], after: after[what] }));
  return [
    ...texts,
    ...activityChanges(before.activities, after.activities),
    ...targetChanges(before, after).map((change) => ({ what: 'target' as const, ...change })),
  ];
}

/** The levels that a position asks for differently, by competency in the order of their ids. */
export function targetChanges(before: PositionBody, after: PositionBody): TargetChange[] {
  const [old, young] = [targetsOf(before), targetsOf(after)];
  return [...new Set([...old.keys(), ...young.keys()])]
    .sort()
    .map((competency) => ({
      competency,
      before: old.get(competency) ?? null,
      after: young.get(competency) ?? null,
    }))
    .filter((change) => change.before !== change.after);
}

/** Both as short lines for the audit trail, as far as they differ. */
export function auditedChange(before: PositionBody, after: PositionBody) {
  const [old, young] = [linesOf(before), linesOf(after)];
  return {
    before: old.filter((line) => !young.includes(line)),
    after: young.filter((line) => !old.includes(line)),
  };
}

/**
 * Activities have no ids: those that read the same are the same; of the rest, the first gone and the first come are one that
 * was reworded, and so on.
 */
function activityChanges(before: readonly Activity[], after: readonly Activity[]): Change[] {
  const gone = before.filter((one) => !after.some((other) => isSame(one.does, other.does)));
  const come = after.filter((one) => !before.some((other) => isSame(one.does, other.does)));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at): Change[] => {
    const [old, young] = [gone[at], come[at]];
    if (old && young) return [{ what: 'activity', before: old.does, after: young.does }];
    if (old) return [{ what: 'activity-removed', does: old.does }];
    return young ? [{ what: 'activity-added', does: young.does }] : [];
  }).flat();
}

function linesOf(body: PositionBody): string[] {
  const words = [body.name, body.summary, ...body.activities.map(({ does }) => does)];
  const targets = [...targetsOf(body)].map(([competency, level]) => `${competency} ${level}`);
  return [...words.map(({ ko, en }) => `${ko} / ${en}`), ...targets];
}

const isSame = (a: Text, b: Text) => a.ko === b.ko && a.en === b.en;
