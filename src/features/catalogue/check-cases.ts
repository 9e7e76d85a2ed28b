import type { CaseFile } from './case.ts';
import type { Draft } from './draft.ts';
import { type ContentProblem, problemIn, type Written } from './problem.ts';

type List = 'competencies' | 'lessons' | 'sources';
const WHERE: Record<List, { code: string; what: string; help: string }> = {
  competencies: {
    code: 'competency-unknown',
    what: 'competency',
    help: 'Use an id of competencies/framework.yaml.',
  },
  lessons: {
    code: 'lesson-unknown',
    what: 'lesson',
    help: 'Write the folders of a course and a lesson, as in agree-act-account/measure-what-changed.',
  },
  sources: {
    code: 'source-unknown',
    what: 'source',
    help: 'Use an id of content/sources, or add the source.',
  },
};

/** Finds what a case names that is not there. */
export function checkCases(
  cases: readonly Written<CaseFile>[],
  { courses, sources, competencies }: Draft,
): ContentProblem[] {
  const known: Record<List, ReadonlySet<string>> = {
    competencies,
    lessons: new Set(courses.flatMap((one) => one.lessons.map(({ id }) => `${one.id}/${id}`))),
    sources: new Set(sources.map(({ value }) => value.id)),
  };
  return cases.flatMap((written) => [
    ...unknownIn(written, 'competencies', known),
    ...unknownIn(written, 'lessons', known),
    ...unknownIn(written, 'sources', known),
  ]);
}

function unknownIn(
  written: Written<CaseFile>,
  list: List,
  known: Record<List, ReadonlySet<string>>,
): ContentProblem[] {
  const { code, what, help } = WHERE[list];
  return written.value[list].flatMap((id, index) =>
    known[list].has(id)
      ? []
      : [
          problemIn(written, [list, index], code, {
            message: `There is no ${what} "${id}".`,
            help,
          }),
        ],
  );
}
