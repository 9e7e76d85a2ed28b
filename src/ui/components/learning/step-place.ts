import type { WithCatalogue } from '#features/catalogue/course.ts';
import type { StepStatus } from '#features/learning/status.ts';
import type { WithScenarios } from '#features/scenario/source.ts';
import type { Locale } from '#kernel/text.ts';

/** The title and address of a step. */
export type StepPlace = { readonly title: string; readonly href: string };

/** Where a step of a course is; null for one that is no longer there. */
export function stepPlace(
  app: WithCatalogue & WithScenarios,
  locale: Locale,
  courseId: string,
  { kind, contentId }: Pick<StepStatus, 'kind' | 'contentId'>,
): StepPlace | null {
  if (kind === 'scenario') {
    const title = app.scenarios.get(contentId)?.words[locale]['title']?.label;
    return title ? { title, href: `/${locale}/scenarios/${contentId}?course=${courseId}` } : null;
  }
  const title = app.catalogue.lesson(courseId, contentId)?.words[locale].title;
  return title ? { title, href: `/${locale}/courses/${courseId}/${contentId}` } : null;
}
