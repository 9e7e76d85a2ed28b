import { checkMarks } from './check-marks.ts';
import { checkReferences } from './check-references.ts';
import type { Draft, LessonDraft } from './draft.ts';
import type { ContentProblem } from './problem.ts';

/** Everything an author should mend in courses, glossary, sources and facts. Never stops at the first problem. */
export function checkCatalogue(draft: Draft): ContentProblem[] {
  const lessons = draft.courses.flatMap((course) => course.lessons);
  return [...checkReferences(draft), ...lessons.flatMap(checkLesson)];
}

function checkLesson(lesson: LessonDraft): ContentProblem[] {
  return Object.values(lesson.texts).flatMap(({ text }) => checkMarks(text));
}
