import type { Locale } from '#kernel/text.ts';
import type { Agency } from './agency.ts';
import type { PlacedText } from './check-agencies.ts';
import type { CourseFile } from './course.ts';
import type { Fact } from './fact.ts';
import type { FigureWords } from './figure.ts';
import type { Term } from './glossary.ts';
import type { FrontMatter } from './lesson.ts';
import type { LessonText } from './lesson-text.ts';
import type { Written } from './problem.ts';
import type { Source } from './source.ts';

/** Content as it was read, complete or not: what the checks look at. `null` stands for a file that could not be used. */
export type Draft = {
  courses: CourseDraft[];
  terms: Written<Term>[];
  facts: Written<Fact>[];
  sources: Written<Source>[];
  agencies: Written<Agency>[];
  /** What learners read outside lessons: questions, scenarios and messages. */
  otherTexts: PlacedText[];
  /** Ids that live in higher features. */
  competencies: ReadonlySet<string>;
  scenarios: ReadonlySet<string>;
};

export type CourseDraft = {
  id: string;
  written: Written<CourseFile> | null;
  lessons: LessonDraft[];
};

export type LessonDraft = {
  id: string;
  course: string;
  /** `courses/<course>/<lesson>` */
  folder: string;
  texts: Partial<Record<Locale, TextDraft>>;
  items: Written<{ id: string; competency?: string }>[];
  sheets: Written<{ id: string }>[];
  figures: FigureDraft[];
};

export type TextDraft = { frontMatter: Written<FrontMatter> | null; text: LessonText };

export type FigureDraft = {
  name: string;
  /** `courses/<course>/<lesson>/figures/<name>` */
  path: string;
  svg: string | null;
  words: Written<FigureWords> | null;
};

export const sheetsFile = (lesson: LessonDraft) => `${lesson.folder}/sheets.yaml`;
export const itemsFile = (lesson: LessonDraft) => `${lesson.folder}/items.yaml`;
