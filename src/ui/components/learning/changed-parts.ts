import type { ChangedPart } from '#features/learning/service.ts';
import type { Locale } from '#kernel/text.ts';

/** The mark before a changed section of a lesson; what is gone leads to the end of its lesson. */
export function partMark(section: string): string {
  return `changed-${section}`;
}

export function partHref(
  locale: Locale,
  courseId: string,
  { lesson, section, place }: Pick<ChangedPart, 'lesson' | 'section' | 'place'>,
): string {
  const mark = place === null ? 'end' : partMark(section);
  return `/${locale}/courses/${courseId}/${lesson}#${mark}`;
}

/** What is read after a changed section: the next one that is left, in this lesson or after it, then from the beginning. */
export function partAfter<T extends Pick<ChangedPart, 'lesson' | 'section' | 'doneAt'>>(
  parts: readonly T[],
  { lesson, section }: Pick<ChangedPart, 'lesson' | 'section'>,
): T | null {
  const at = parts.findIndex((part) => part.lesson === lesson && part.section === section);
  const others = [...parts.slice(at + 1), ...parts.slice(0, Math.max(0, at))];
  return others.find(({ doneAt }) => doneAt === null) ?? null;
}
