import type { WithCatalogue } from '#features/catalogue/course.ts';
import type { Scenario } from '#features/scenario/source.ts';
import type { Locale } from '#kernel/text.ts';

export type HelpfulLesson = {
  readonly href: string;
  readonly title: string;
  /** The scenes it helps with. */
  readonly scenes: readonly string[];
};

/** The lessons an author named as helpful that are still there; with a scene, those that help with it. */
export function lessonsFor(
  { app, locale }: { app: WithCatalogue; locale: Locale },
  { source }: Scenario,
  scene?: string,
): HelpfulLesson[] {
  return source.lessons
    .filter(({ scenes }) => scene === undefined || scenes.includes(scene))
    .flatMap(({ lesson, scenes }) => {
      const [course = '', id = ''] = lesson.split('/');
      const found = app.catalogue.lesson(course, id);
      if (found === undefined) return [];
      return [{ href: `/${locale}/courses/${lesson}`, title: found.words[locale].title, scenes }];
    });
}
