import { isSlug } from '#kernel/id.ts';
import { type CourseDraft, type Draft, itemsFile, sheetsFile } from './draft.ts';
import { type ContentProblem, problemIn, type Written } from './problem.ts';

/** Finds ids that are unfit or used twice, and lessons that no course leads to. */
export function checkIds(draft: Draft): ContentProblem[] {
  return [
    ...twice(draft.terms, 'term'),
    ...twice(draft.facts, 'fact'),
    ...twice(draft.sources, 'source'),
    ...twice(draft.agencies, 'agency'),
    ...draft.courses.flatMap(checkCourse),
  ];
}

function checkCourse(course: CourseDraft): ContentProblem[] {
  const file = `courses/${course.id}/course.yaml`;
  const names = [
    ...unfit(course.id, file, 'folder'),
    ...course.lessons.flatMap(({ id, folder }) => unfit(id, `${folder}/ko.mdx`, 'folder')),
    ...course.lessons.flatMap(({ id, folder }) => taken(id, `${folder}/ko.mdx`)),
    ...course.lessons.flatMap(({ figures }) =>
      figures.flatMap(({ name, path }) => unfit(name, `${path}.yaml`, 'file')),
    ),
    ...course.lessons.flatMap((lesson) => twice(lesson.items, 'question', itemsFile(lesson))),
    ...course.lessons.flatMap((lesson) => twice(lesson.sheets, 'sheet', sheetsFile(lesson))),
  ];
  return [...names, ...checkSteps(course)];
}

function checkSteps({ written, lessons, id }: CourseDraft): ContentProblem[] {
  if (written === null) return [];
  const names = written.value.steps.map((step) =>
    'assessment' in step
      ? 'final assessment'
      : 'lesson' in step
        ? `lesson ${step.lesson}`
        : `scenario ${step.scenario}`,
  );
  const repeated = names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [
          problemIn(written, ['steps', index], 'step-twice', {
            message: `The ${name} is already a step of this course.`,
            help: 'Keep it in one place.',
          }),
        ],
  );
  const lost = lessons
    .filter((lesson) => !names.includes(`lesson ${lesson.id}`))
    .map((lesson) =>
      problemIn(written, ['steps'], 'lesson-not-in-steps', {
        message: `The folder "${lesson.id}" is no step of this course, so nobody would find it.`,
        help: `Add "- lesson: ${lesson.id}" to the steps, or move the folder out of ${id}.`,
      }),
    );
  return [...repeated, ...lost];
}

function twice(
  entries: Written<{ id: string }>[],
  word: string,
  where = 'the content',
): ContentProblem[] {
  return entries.flatMap((entry, index) => {
    const first = entries.findIndex(({ value }) => value.id === entry.value.id);
    const earlier = entries[first];
    if (first === index || earlier === undefined) return [];
    return [
      problemIn(entry, ['id'], 'id-twice', {
        message: `Two entries of ${where} are called "${entry.value.id}".`,
        help: `The other ${word} is in ${earlier.file}, line ${earlier.lineOf(['id'])}. Give one of them another id, or keep only one.`,
      }),
    ];
  });
}

/** Names that pages of a course itself have: a lesson of that name could not be opened. */
const TAKEN = ['assessment', 'changes', 'why'];

function taken(id: string, file: string): ContentProblem[] {
  if (!TAKEN.includes(id)) return [];
  const message = `The folder name "${id}" is the address of another page of the course.`;
  return [
    { code: 'id-taken', level: 'error', file, line: 1, message, help: 'Choose another name.' },
  ];
}

/** A file or folder whose name cannot be a permanent id. */
export function unfit(id: string, file: string, word: string): ContentProblem[] {
  if (isSlug(id)) return [];
  const message = `The ${word} name "${id}" is not an id.`;
  const help =
    'Use lower-case letters, digits and hyphens, beginning with a letter, at most 64 characters: first-call.';
  return [{ code: 'id-unfit', level: 'error', file, line: 1, message, help }];
}
