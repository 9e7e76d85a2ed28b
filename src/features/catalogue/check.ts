import { LOCALES } from '#kernel/text.ts';
import { checkFormerNames, checkPastNames, type PlacedText } from './check-agencies.ts';
import { checkAvoided } from './check-avoided.ts';
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
    ...checkNames(draft, lessons),
  ];
}

function checkNames(draft: Draft, lessons: LessonDraft[]): ContentProblem[] {
  const { agencies, terms, otherTexts } = draft;
  const past = lessons.flatMap(({ texts }) =>
    LOCALES.flatMap((locale) => {
      const text = texts[locale]?.text;
      return text ? checkPastNames(text, locale, agencies) : [];
    }),
  );
  const texts = [...lessons.flatMap(proseOf), ...otherTexts];
  return [...past, ...checkFormerNames(agencies, texts), ...checkAvoided(terms, texts)];
}

function proseOf({ texts }: LessonDraft): PlacedText[] {
  return LOCALES.flatMap((locale) => {
    const { file, prose } = texts[locale]?.text ?? { file: '', prose: [] };
    return prose.map(({ text, line }) => ({ locale, text, file, line }));
  });
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
