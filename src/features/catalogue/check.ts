import { checkFigure } from './check-figure.ts';
import { checkIds } from './check-ids.ts';
import { checkLanguage } from './check-language.ts';
import { checkMarks } from './check-marks.ts';
import { checkParity } from './check-parity.ts';
import { checkReferences } from './check-references.ts';
import { checkText } from './check-text.ts';
import type { Draft, LessonDraft } from './draft.ts';
import type { ContentProblem } from './problem.ts';

/** Everything an author should mend in courses, glossary, sources and facts. Never stops at the first problem. */
export function checkCatalogue(draft: Draft): ContentProblem[] {
  const lessons = draft.courses.flatMap((course) => course.lessons);
  return [
    ...checkIds(draft),
    ...checkReferences(draft),
    ...checkLanguage(draft),
    ...lessons.flatMap(checkLesson),
  ];
}

function checkLesson(lesson: LessonDraft): ContentProblem[] {
  const texts = Object.values(lesson.texts).map(({ text }) => text);
  return [
    ...texts.flatMap(checkMarks),
    ...texts.flatMap(checkText),
    ...checkParity(lesson),
    ...lesson.figures.flatMap(checkFigure),
  ];
}
