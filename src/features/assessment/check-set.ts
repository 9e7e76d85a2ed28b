import type { Draft, LessonDraft } from '#features/catalogue/draft.ts';
import { type ContentProblem, problemIn, type Written } from '#features/catalogue/problem.ts';
import type { QuestionSet } from './question-set.ts';

/** What is wrong with question sets beyond their shape: names that name nothing, and too few questions to draw from. */
export function checkQuestionSets(
  sets: readonly Written<QuestionSet>[],
  draft: Pick<Draft, 'courses' | 'competencies'>,
): ContentProblem[] {
  const lessons = draft.courses.flatMap((course) => course.lessons);
  return sets.flatMap((set) => {
    const unknown = unknownIn(set, { ...draft, lessons });
    return unknown.length > 0 ? unknown : tooFew(set, lessons);
  });
}

type Known = Pick<Draft, 'courses' | 'competencies'> & { readonly lessons: readonly LessonDraft[] };

function unknownIn(set: Written<QuestionSet>, known: Known): ContentProblem[] {
  const { courses = [], lessons = [], competencies = [] } = set.value.from;
  const names = new Set(known.lessons.map(({ course, id }) => `${course}/${id}`));
  const missing = (part: string, ids: readonly string[], isKnown: (id: string) => boolean) =>
    ids.flatMap((id, at) =>
      isKnown(id)
        ? []
        : [
            problemIn(set, ['from', part, at], 'question-set-names-nothing', {
              message: `"${id}" is not among the ${part}.`,
              help: 'Correct the id, or take it out.',
            }),
          ],
    );
  return [
    ...missing('courses', courses, (id) => known.courses.some((course) => course.id === id)),
    ...missing('lessons', lessons, (id) => names.has(id)),
    ...missing('competencies', competencies, (id) => known.competencies.has(id)),
  ];
}

function tooFew(set: Written<QuestionSet>, lessons: readonly LessonDraft[]): ContentProblem[] {
  const { from, size } = set.value;
  const asked = lessons
    .filter(
      ({ course, id }) =>
        from.courses?.includes(course) || from.lessons?.includes(`${course}/${id}`),
    )
    .flatMap(({ items }) => items)
    .filter(({ value: { competency } }) =>
      from.competencies && competency ? from.competencies.includes(competency) : true,
    );
  if (asked.length >= size) return [];
  return [
    problemIn(set, ['size'], 'question-set-too-large', {
      message: `It draws ${size} questions, and there are ${asked.length} to draw from.`,
      help: 'Draw fewer, or name more lessons.',
    }),
  ];
}
