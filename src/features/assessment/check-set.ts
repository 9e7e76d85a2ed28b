import type { CourseDraft, Draft, LessonDraft } from '#features/catalogue/draft.ts';
import {
  asWarning,
  type ContentProblem,
  problemIn,
  type Written,
} from '#features/catalogue/problem.ts';
import type { QuestionSet } from './question-set.ts';

/**
 * What is wrong with question sets beyond their shape, and with the ways courses name to show what they teach: names that name
 * nothing, too few questions to draw from, and a set that leaves lessons of its course out.
 */
export function checkQuestionSets(
  sets: readonly Written<QuestionSet>[],
  draft: Pick<Draft, 'courses' | 'competencies' | 'scenarios'>,
): ContentProblem[] {
  const lessons = draft.courses.flatMap((course) => course.lessons);
  const own = sets.flatMap((set) => {
    const unknown = unknownIn(set, { ...draft, lessons });
    return unknown.length > 0 ? unknown : tooFew(set, lessons);
  });
  return [...own, ...draft.courses.flatMap((course) => checkTestOut(course, { sets, draft }))];
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

type Around = {
  readonly sets: readonly Written<QuestionSet>[];
  readonly draft: Pick<Draft, 'scenarios'>;
};

function checkTestOut({ id, written, lessons }: CourseDraft, around: Around): ContentProblem[] {
  const { questionSet, scenario } = written?.value.testOut ?? {};
  if (written === null) return [];
  const set = around.sets.find(({ value }) => value.id === questionSet);
  const unknown = (part: string[], name: string) =>
    problemIn(written, ['testOut', ...part], 'test-out-names-nothing', {
      message: `"${name}" is not there, so nobody could show what the course teaches by it.`,
      help: 'Correct the id, or take the way out.',
    });
  const asked = (lesson: LessonDraft) =>
    lesson.items.length === 0 ||
    set?.value.from.courses?.includes(id) ||
    set?.value.from.lessons?.includes(`${id}/${lesson.id}`);
  const left = set === undefined ? [] : lessons.filter((lesson) => !asked(lesson));
  return [
    ...(questionSet !== undefined && set === undefined
      ? [unknown(['questionSet'], questionSet)]
      : []),
    ...(scenario !== undefined && !around.draft.scenarios.has(scenario.id)
      ? [unknown(['scenario', 'id'], scenario.id)]
      : []),
    ...left.map((lesson) =>
      asWarning(
        problemIn(written, ['testOut', 'questionSet'], 'test-out-leaves-out', {
          message: `The question set asks nothing about the lesson "${lesson.id}".`,
          help: 'Let it draw from the whole course, or name another set.',
        }),
      ),
    ),
  ];
}
