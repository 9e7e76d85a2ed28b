import type { Day, Instant } from '#kernel/date.ts';
import type { Text } from '#kernel/text.ts';

/** What somebody finished and may have a certificate of. */
export type Achievement = {
  /** `course:<id>` or `programme:<id>`. */
  readonly key: string;
  /** Of a programme; empty for a course. */
  readonly period: string;
  readonly name: Text;
  readonly description: Text;
  /** What had to be done for it. */
  readonly criteria: Text;
  readonly minutes: number | null;
  readonly competencies: readonly { readonly id: string; readonly name: Text }[];
  readonly earnedAt: Instant;
  readonly earnedOn: Day;
  readonly validUntil: Instant | null;
};

/** Which achievement: named by a form, a link or a row. */
export type AchievementName = Pick<Achievement, 'key' | 'period'>;

export function isSameAchievement(one: AchievementName, other: AchievementName): boolean {
  return one.key === other.key && one.period === other.period;
}

/** `course:heat` → course and heat; null when it names neither a course nor a programme. */
export function readKey(key: string): { kind: 'course' | 'programme'; id: string } | null {
  const [, kind, id] = /^(course|programme):(.+)$/.exec(key) ?? [];
  if ((kind !== 'course' && kind !== 'programme') || id === undefined) return null;
  return { kind, id };
}

/** The words of a certificate, which come from the sentences of the product in every language. */
export type WithBadgeWords = {
  readonly badgeWords: (
    key: 'course' | 'course-plain' | 'course-shown' | 'programme' | 'programme-plain',
    values: Readonly<Record<string, string | number>>,
  ) => Text;
};
