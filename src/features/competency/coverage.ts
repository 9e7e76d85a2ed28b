import { type ContentProblem, problemIn, type Written } from '#features/catalogue/problem.ts';
import type { Framework } from './framework.ts';

/** Where a competency is taught, asked for and shown. Ids of content, each once. */
export type Places = {
  /** Courses that name it among their outcomes. */
  readonly courses: readonly string[];
  /** Lessons that ask about it, as `course/lesson`. */
  readonly lessons: readonly string[];
  /** How many questions ask about it. */
  readonly questions: number;
  readonly scenarios: readonly string[];
  readonly forms: readonly string[];
};
/** By competency. */
export type Coverage = ReadonlyMap<string, Places>;
/** What a service or page needs of the app to know where competencies are taught and shown. */
export type WithCoverage = { readonly coverage: Coverage };

export const NOWHERE: Places = { courses: [], lessons: [], questions: 0, scenarios: [], forms: [] };

const PARTS = ['lesson', 'question', 'showing'] as const;
export type Part = (typeof PARTS)[number];

/** What a competency lacks: something that teaches it, questions, or a scenario or form in which one can show it. */
export function missingParts(places: Places): Part[] {
  const has: Record<Part, boolean> = {
    lesson: places.courses.length + places.lessons.length > 0,
    question: places.questions > 0,
    showing: places.scenarios.length + places.forms.length > 0,
  };
  return PARTS.filter((part) => !has[part]);
}

const WORDS: Record<Part, string> = {
  lesson: 'no lesson',
  question: 'no question',
  showing: 'no scenario or observation form that can show it',
};

/** One warning for each competency of the framework that lacks something, at the line where it stands. */
export function checkCoverage(framework: Written<Framework>, coverage: Coverage): ContentProblem[] {
  return framework.value.domains.flatMap(({ competencies }, domain) =>
    competencies.flatMap(({ id, name }, at): ContentProblem[] => {
      const missing = missingParts(coverage.get(id) ?? NOWHERE);
      if (missing.length === 0) return [];
      const problem = problemIn(framework, ['domains', domain, 'competencies', at], CODE, {
        message: `${id} ${name.en}: ${missing.map((part) => WORDS[part]).join(', ')}.`,
        help: 'Until then a level in it can hardly be confirmed. Write what is missing, or point existing content at it.',
      });
      return [{ ...problem, level: 'warning' }];
    }),
  );
}

const CODE = 'competency-uncovered';
