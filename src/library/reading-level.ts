import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Draft, LessonDraft } from '#features/catalogue/draft.ts';
import type { LessonText } from '#features/catalogue/lesson-text.ts';
import type { ContentProblem } from '#features/catalogue/problem.ts';

/** US school years. Eight is what guides to plain language give as the hardest for texts to the public. */
export const HARDEST_GRADE = 8;
/** Words between spaces (eojeol) in a Korean sentence, on average over a lesson. A choice: there is no agreed scale for Korean. */
export const LONGEST_MEAN = 10;

export type ReadingLevel = {
  /** `course/lesson` */
  readonly lesson: string;
  /** Flesch-Kincaid grade of the English text; null when it has no sentence. */
  readonly grade: number | null;
  /** Mean words between spaces (eojeol) in a sentence of the Korean text. */
  readonly eojeol: number | null;
};

/** How hard the paragraphs of each lesson are to read; headings and tables hold no sentences and do not count. */
export function readingLevels({ courses }: Draft): ReadingLevel[] {
  return courses
    .flatMap(({ lessons }) => lessons)
    .map(({ course, id, texts }) => ({
      lesson: `${course}/${id}`,
      grade: texts.en ? gradeOf(texts.en.text) : null,
      eojeol: texts.ko ? eojeolOf(texts.ko.text) : null,
    }));
}

/** Finds lessons that are hard to read in either language. Warnings: a formula counts words and syllables and knows no meaning. */
export function checkReading(draft: Draft): ContentProblem[] {
  const lessons = draft.courses.flatMap((course) => course.lessons);
  const levels = readingLevels(draft);
  return lessons.flatMap((lesson, index) => {
    const { grade = null, eojeol = null } = levels[index] ?? {};
    return [
      ...(grade !== null && grade > HARDEST_GRADE
        ? [
            hard(lesson, 'en', {
              message: `The English text is of grade ${grade.toFixed(1)} (Flesch-Kincaid), above ${HARDEST_GRADE}.`,
              help: 'Split long sentences and put short words for long ones; explain what must stay.',
            }),
          ]
        : []),
      ...(eojeol !== null && eojeol > LONGEST_MEAN
        ? [
            hard(lesson, 'ko', {
              message: `A sentence of the Korean text has ${eojeol.toFixed(1)} eojeol on average, above ${LONGEST_MEAN}.`,
              help: 'Split long sentences: one thought each.',
            }),
          ]
        : []),
    ];
  });
}

function hard(
  { folder }: LessonDraft,
  locale: 'ko' | 'en',
  words: { message: string; help: string },
): ContentProblem {
  const file = `${folder}/${locale}.mdx`;
  return { code: `reading-hard-${locale}`, level: 'warning', file, line: 1, ...words };
}

function gradeOf(text: LessonText): number | null {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(
    (sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [],
  );
  if (words.length === 0) return null;
  const counts = { sentence: sentences.length, word: words.length };
  return fleschKincaid({
    ...counts,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
}

function eojeolOf(text: LessonText): number | null {
  const counts = sentencesOf(text).map((sentence) => sentence.split(/\s+/).length);
  return counts.length === 0 ? null : counts.reduce((sum, n) => sum + n, 0) / counts.length;
}

const ABBREVIATED = /\b(Mr|Mrs|Ms|Dr|No|art|arts|vs|e\.g|i\.e)\.(?=\s)/g;

function sentencesOf({ prose }: LessonText): string[] {
  const pieces = prose.filter(({ kind }) => kind === 'paragraph');
  const paragraphs = Map.groupBy(pieces, ({ paragraph }) => paragraph);
  return [...paragraphs.values()].flatMap((parts) =>
    parts
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/g, ' ')
      .replace(ABBREVIATED, '$1')
      .split(/(?<=[.!?…][”’"')\]]*)\s+/u)
      .map((sentence) => sentence.trim())
      .filter((sentence) => /\p{L}/u.test(sentence)),
  );
}

/** The levels and how much each lesson asks, as lines for the terminal. */
export function readingTable(draft: Draft): string {
  const lessons = draft.courses.flatMap((course) => course.lessons);
  const head = ['', 'lesson', 'English grade', 'Korean eojeol', 'questions'];
  const rows = readingLevels(draft).map(({ lesson, grade, eojeol }, index) => [
    (grade ?? 0) > HARDEST_GRADE || (eojeol ?? 0) > LONGEST_MEAN ? '!' : '',
    lesson,
    grade?.toFixed(1) ?? '-',
    eojeol?.toFixed(1) ?? '-',
    String(lessons[index]?.items.length ?? 0),
  ]);
  return tableOf([head, ...rows]);
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
