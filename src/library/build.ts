import type { Agency } from '#features/catalogue/agency.ts';
import { type Course, type CourseFile, stepsOf } from '#features/catalogue/course.ts';
import type { FigureDraft, LessonDraft, TextDraft } from '#features/catalogue/draft.ts';
import type { Fact } from '#features/catalogue/fact.ts';
import type { Figure } from '#features/catalogue/figure.ts';
import type { Lesson, LessonWords } from '#features/catalogue/lesson.ts';
import { idsOf, sectionsOf } from '#features/catalogue/lesson-text.ts';
import { sectionsWith } from '#features/catalogue/section.ts';
import type { Locale } from '#kernel/text.ts';
import type { ReadLesson } from './read-courses.ts';
import { sectionsIn } from './sections.ts';

/** What texts name by id. */
type Known = {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly agencies: ReadonlyMap<string, Agency>;
};

/** A course as it is used, from files that may be incomplete: what cannot be used is left out (and was reported). */
export function buildCourse(
  id: string,
  file: CourseFile,
  read: ReadLesson[],
  known: Known,
): Course {
  const steps = stepsOf(file.steps);
  const [final] = file.steps.flatMap((step) => ('assessment' in step ? [step.assessment] : []));
  const lessons = steps.flatMap((step) => {
    if (step.kind !== 'lesson') return [];
    const written = read.find(({ draft }) => draft.id === step.lesson);
    const lesson = written && buildLesson(written, known);
    return lesson ? [lesson] : [];
  });
  return { ...file, id, steps, lessons, ...(final && { finalItems: final.items }) };
}

function buildLesson(read: ReadLesson, known: Known): Lesson | null {
  const { draft, versions } = read;
  const ko = wordsOf(draft, 'ko', known);
  const en = wordsOf(draft, 'en', known);
  if (ko === null || en === null || draft.texts.ko === undefined) return null;
  const asked = new Set(draft.items.map(({ value }) => value.id));
  const sheets = new Set(draft.sheets.map(({ value }) => value.id));
  return {
    id: draft.id,
    course: draft.course,
    items: idsOf(draft.texts.ko.text, 'Check').filter((id) => asked.has(id)),
    sheets: idsOf(draft.texts.ko.text, 'Sheet').filter((id) => sheets.has(id)),
    figures: draft.figures.flatMap(figureOf),
    words: { ko, en },
    parts: sectionsWith(versions?.value.sections ?? [], sectionsIn(read, known.facts)),
  };
}

function wordsOf(
  { texts }: LessonDraft,
  locale: Locale,
  { facts, agencies }: Known,
): LessonWords | null {
  const draft = texts[locale];
  if (!draft?.frontMatter) return null;
  const { text } = draft;
  return {
    ...draft.frontMatter.value,
    headings: text.headings.map(({ depth, text: words }) => ({ depth, text: words })),
    sections: sectionsOf(text, (id) => agencies.get(id)?.name[locale] ?? ''),
    terms: unique(idsOf(text, 'Term')),
    facts: unique(idsOf(text, 'Fact')),
    sources: sourcesOf(draft, facts),
    scenarios: unique(idsOf(text, 'Scenario')),
  };
}

function sourcesOf({ text }: TextDraft, facts: ReadonlyMap<string, Fact>): string[] {
  const leaned = text.marks.flatMap(({ name, attributes }) => {
    const id = attributes['id'] ?? '';
    const source = name === 'Fact' ? facts.get(id)?.source : id;
    return (name === 'Fact' || name === 'Cite') && source ? [source] : [];
  });
  return unique(leaned);
}

function figureOf({ name, svg, words }: FigureDraft): Figure[] {
  return svg === null || words === null ? [] : [{ ...words.value, name, svg }];
}

const unique = (ids: string[]) => [...new Set(ids)];
