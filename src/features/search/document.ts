import type { Catalogue, Course } from '#features/catalogue/course.ts';
import type { Lesson } from '#features/catalogue/lesson.ts';
import type { Framework } from '#features/competency/framework.ts';
import type { Scenarios } from '#features/scenario/source.ts';
import type { Section } from '#features/scenario/words.ts';
import { type Locale, otherLocale } from '#kernel/text.ts';

export const KINDS = ['term', 'lesson', 'course', 'scenario', 'case', 'competency'] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that can be found. Parts of a lesson share `thing`: a lesson is found once, at the part that fits best. */
export type SearchDocument = {
  readonly id: string;
  readonly kind: Kind;
  readonly thing: string;
  readonly title: string;
  /** Its name in the other language: people look for English terms on Korean pages and the other way round. */
  readonly otherTitle: string;
  /** The part's heading, or what the thing is kept under. */
  readonly heading: string;
  readonly text: string;
  /** After the language. */
  readonly path: string;
};

export type Searched = {
  readonly catalogue: Catalogue;
  readonly scenarios: Scenarios;
  readonly framework: Framework;
};

/** Everything that may be found in a language. Questions, and what scenarios tell only while they are played, are left out. */
export function documentsOf(searched: Searched, locale: Locale): SearchDocument[] {
  const courses = searched.catalogue.courses();
  return [
    ...courses.map((course) => courseDocument(course, locale)),
    ...courses.flatMap((course) =>
      course.lessons.flatMap((lesson) => lessonDocuments(course, lesson, locale)),
    ),
    ...termDocuments(searched.catalogue, locale),
    ...scenarioDocuments(searched.scenarios, locale),
    ...caseDocuments(searched.catalogue, locale),
    ...competencyDocuments(searched.framework, locale),
  ];
}

function courseDocument({ id, title, summary, outcomes }: Course, locale: Locale): SearchDocument {
  return {
    ...named('course', id, title, locale),
    heading: '',
    text: [summary[locale], ...outcomes.map((outcome) => outcome[locale])].join(' '),
    path: `/courses/${id}`,
  };
}

function lessonDocuments(course: Course, lesson: Lesson, locale: Locale): SearchDocument[] {
  const thing = `${course.id}/${lesson.id}`;
  const title = { ko: lesson.words.ko.title, en: lesson.words.en.title };
  const { summary, sections } = lesson.words[locale];
  return [{ heading: '', text: summary }, ...sections].map((section, part) => ({
    ...named('lesson', thing, title, locale),
    ...section,
    id: `lesson:${thing}:${part}`,
    path: `/courses/${thing}`,
  }));
}

function termDocuments(catalogue: Catalogue, locale: Locale): SearchDocument[] {
  return catalogue.terms().map(({ id, term, meaning }) => ({
    ...named('term', id, term, locale),
    heading: '',
    text: meaning[locale],
    path: `/glossary#${id}`,
  }));
}

function scenarioDocuments(scenarios: Scenarios, locale: Locale): SearchDocument[] {
  return [...scenarios.values()].map(({ id, words }) => {
    const title = (language: Locale) => words[language]['title']?.label ?? id;
    const said = ['title', 'role', 'brief'].flatMap((part) => words[locale][part] ?? []);
    return {
      ...named('scenario', id, { ko: title('ko'), en: title('en') }, locale),
      heading: '',
      text: said.map(textOf).join(' '),
      path: `/scenarios/${id}`,
    };
  });
}

function caseDocuments(catalogue: Catalogue, locale: Locale): SearchDocument[] {
  return catalogue.cases().map(({ id, title, place, problem, done, result }) => ({
    ...named('case', id, title, locale),
    heading: place[locale],
    text: [problem, done, result].map((part) => part[locale]).join(' '),
    path: `/cases/${id}`,
  }));
}

function competencyDocuments({ domains }: Framework, locale: Locale): SearchDocument[] {
  return domains.flatMap((domain) =>
    domain.competencies.map(({ id, name, officials, residents }) => ({
      ...named('competency', id, name, locale),
      heading: domain.name[locale],
      text: [officials, residents]
        .flatMap((levels) => [levels[1], levels[2], levels[3], levels[4]])
        .map((level) => level[locale])
        .join('. '),
      path: `/competencies/${id}`,
    })),
  );
}

function named(kind: Kind, thing: string, title: Record<Locale, string>, locale: Locale) {
  const otherTitle = title[otherLocale(locale)];
  return { id: `${kind}:${thing}`, kind, thing, title: title[locale], otherTitle };
}

function textOf({ blocks }: Section): string {
  return blocks
    .map((block) => (block.kind === 'list' ? block.items.join(' ') : block.text))
    .join(' ');
}
