import type { Draft, LessonDraft } from './draft.ts';
import type { LessonText } from './lesson-text.ts';
import { pairsIn } from './pairs.ts';
import { type ContentProblem, problemIn, type Written } from './problem.ts';
import { hangulIn, hangulShare, hasHangul, without } from './script.ts';

/** Below this share of Hangul a Korean text is taken for one in another language. */
const KOREAN_ENOUGH = 0.3;
/** Short texts may be names or abbreviations. */
const SHORT = 12;

/** Finds texts that are written in the other language or were left untranslated. */
export function checkLanguage(draft: Draft): ContentProblem[] {
  const names = draft.terms.map(({ value }) => value.term.ko);
  const lessons = draft.courses.flatMap((course) => course.lessons);
  const files: Written<unknown>[] = [
    ...draft.terms,
    ...draft.facts,
    ...draft.courses.flatMap(({ written }) => written ?? []),
    ...lessons.flatMap(({ items, sheets }) => [...items, ...sheets]),
    ...lessons.flatMap(({ figures }) => figures.flatMap(({ words }) => words ?? [])),
  ];
  return [
    ...draft.agencies.flatMap((agency) => checkTexts(agency, [])),
    ...files.flatMap((file) => checkTexts(file, names)),
    // A foreign publication keeps its own title in Korean lists, too.
    ...draft.sources.flatMap((source) =>
      checkTexts(source, []).filter(({ code }) => code === 'hangul-in-english'),
    ),
    ...lessons.flatMap((lesson) => checkLesson(lesson, names)),
  ];
}

function checkTexts(written: Written<unknown>, names: string[]): ContentProblem[] {
  return pairsIn(written.value).flatMap(({ ko, en, path }) => {
    const fault = faultOf(ko, without(en, names));
    if (fault === null) return [];
    const locale = fault.code === 'hangul-in-english' ? 'en' : 'ko';
    return [problemIn(written, [...path, locale], fault.code, fault)];
  });
}

function faultOf(ko: string, en: string): { code: string; message: string; help: string } | null {
  if (hasHangul(en)) {
    return {
      code: 'hangul-in-english',
      message: `The English text contains Korean: "${hangulIn(en)}".`,
      help: 'Translate or romanise it. Korean names of things belong in the glossary.',
    };
  }
  if (ko.length > SHORT && hangulShare(ko) < KOREAN_ENOUGH) {
    return {
      code: 'korean-missing',
      message: 'The Korean text is hardly in Korean.',
      help: 'Write it in Korean; foreign names may stay.',
    };
  }
  return null;
}

function checkLesson({ texts }: LessonDraft, names: string[]): ContentProblem[] {
  const korean = texts.ko ? checkKorean(texts.ko.text) : [];
  const english = texts.en ? checkEnglish(texts.en.text, names) : [];
  const heads = (['ko', 'en'] as const).flatMap((locale): ContentProblem[] => {
    const draft = texts[locale];
    const head = draft?.frontMatter?.value;
    const words = [head?.title, head?.summary, head?.outcome].join(' ');
    const fault = locale === 'ko' ? faultOf(words, '') : faultOf('', without(words, names));
    if (!draft || fault === null) return [];
    return [{ ...fault, level: 'error', file: draft.text.file, line: 2 }];
  });
  return [...heads, ...korean, ...english];
}

function checkEnglish(text: LessonText, names: string[]): ContentProblem[] {
  const titles = text.marks.flatMap(({ attributes, line }) =>
    attributes['title'] ? [{ text: attributes['title'], line }] : [],
  );
  return [...text.prose, ...titles].flatMap((piece): ContentProblem[] => {
    const fault = faultOf('', without(piece.text, names));
    return fault === null ? [] : [{ ...fault, level: 'error', file: text.file, line: piece.line }];
  });
}

/** A Korean text may quote English; a whole text of it was not translated. */
function checkKorean(text: LessonText): ContentProblem[] {
  const fault = faultOf(text.prose.map((piece) => piece.text).join(' '), '');
  if (fault !== null) return [{ ...fault, level: 'error', file: text.file, line: 1 }];
  return text.headings.flatMap(({ text: words, line }): ContentProblem[] => {
    const headingFault = faultOf(words, '');
    return headingFault === null
      ? []
      : [{ ...headingFault, level: 'error', file: text.file, line }];
  });
}
