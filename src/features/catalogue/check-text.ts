import type { LessonText, Mark, Prose } from './lesson-text.ts';
import type { ContentProblem } from './problem.ts';

/** Numbers that everybody dials in Korea: names rather than claims. */
const HOTLINES = [
  '109',
  '110',
  '112',
  '117',
  '118',
  '119',
  '120',
  '122',
  '125',
  '129',
  '131',
  '132',
  '182',
  '1330',
  '1332',
  '1345',
  '1366',
  '1388',
  '1391',
  '1577',
  '1588',
  '1600',
  '1644',
  '1661',
  '1670',
  '1800',
  '1811',
  '1899',
];
/** Article numbers and list signs, which cite rather than claim. */
const CITATIONS =
  /제\s?\d+(조|항|호|장|절)(의\s?\d+)?|\b(art(icle)?s?|sections?|no|para(graph)?)\.?\s*\d+(-\d+)?/giu;
const YEAR = /^(19|20)\d\d$/;
const NUMBER = /\d[\d,.]*\d{2,}|\d[\d,.]*\s?(%|퍼센트|percent\b)|\d{3,}/giu;

/** Finds texts without a word, headings that skip a level, bold marks that readers would see, and numbers without a source. */
export function checkText(text: LessonText): ContentProblem[] {
  return [
    ...checkWords(text),
    ...checkTables(text),
    ...checkHeadings(text),
    ...checkBold(text),
    ...checkNumbers(text),
  ];
}

function checkWords({ file, headings, prose }: LessonText): ContentProblem[] {
  const help = 'Write the text here.';
  const empty = headings
    .filter(({ text }) => text.trim() === '')
    .map(({ line }): ContentProblem => {
      const message = 'The heading has no words.';
      return { code: 'text-empty', level: 'error', file, line, message, help };
    });
  if (prose.length > 0) return empty;
  const message = 'The lesson has no text.';
  return [...empty, { code: 'text-empty', level: 'error', file, line: 1, message, help }];
}

function checkTables({ file, unnamedColumns }: LessonText): ContentProblem[] {
  return unnamedColumns.map((line) => ({
    code: 'table-column-unnamed',
    level: 'error',
    file,
    line,
    message: 'A column of the table has no heading.',
    help: 'Name what stands in it: who listens to the table hears the heading before each cell.',
  }));
}

function checkHeadings({ file, headings }: LessonText): ContentProblem[] {
  return headings.flatMap(({ depth, line }, index): ContentProblem[] => {
    if (depth === 1) {
      const message = 'The heading begins with one "#", but the page already has the title.';
      return [
        { code: 'heading-level', level: 'error', file, line, message, help: 'Begin it with "##".' },
      ];
    }
    const before = headings[index - 1]?.depth ?? 1;
    if (depth <= before + 1) return [];
    const message = `The heading jumps from level ${before} to level ${depth}.`;
    const help = `Begin it with "${'#'.repeat(before + 1)}".`;
    return [{ code: 'heading-level', level: 'error', file, line, message, help }];
  });
}

/**
 * CommonMark leaves `**주민(住民)**이` as it is; the build mends pairs that stand within one run of words, and no others.
 */
function checkBold({ file, prose }: LessonText): ContentProblem[] {
  return prose
    .filter(({ text }) => text.replace(/\*\*[^*\n]+\*\*/g, '').includes('**'))
    .map(({ line }) => ({
      code: 'bold-visible',
      level: 'error',
      file,
      line,
      message: 'The asterisks ** would be visible to readers.',
      help: 'Let bold begin and end at a letter, without a bracket, quotation mark or component at its edge.',
    }));
}

function checkNumbers({ file, prose, marks }: LessonText): ContentProblem[] {
  const cited = paragraphsWith(marks, ['Cite']);
  const dated = paragraphsWith(marks, ['Cite', 'Fact']);
  return prose.filter(isClaim).flatMap((piece): ContentProblem[] => {
    if (cited.has(piece.paragraph)) return [];
    const isSaid = (number: string) => dated.has(piece.paragraph) && YEAR.test(number.trim());
    const number = bareNumbers(piece.text).find((bare) => !isSaid(bare));
    if (number === undefined) return [];
    return [
      {
        code: 'number-without-source',
        level: 'error',
        file,
        line: piece.line,
        message: `"${number.trim()}" states something about the world without saying where it is from.`,
        help: 'Put it in <Fact id="…">, add <Cite id="…" /> to its paragraph, or move it into <Callout kind="example"> when it is made up.',
      },
    ];
  });
}

function paragraphsWith(marks: Mark[], names: string[]): Set<number> {
  return new Set(
    marks.filter(({ name }) => names.includes(name)).map(({ paragraph }) => paragraph),
  );
}

function isClaim({ within }: Prose): boolean {
  return !within.some(
    ({ name, attributes }) =>
      name === 'Fact' ||
      name === 'Try' ||
      name === 'Tomorrow' ||
      (name === 'Callout' && attributes['kind'] === 'example'),
  );
}

function bareNumbers(text: string): string[] {
  const found = text.replace(CITATIONS, '').match(NUMBER) ?? [];
  return found.filter((number) => {
    const digits = number.replace(/\D/g, '');
    return (digits.length >= 3 || /%|퍼센트|percent/i.test(number)) && !HOTLINES.includes(digits);
  });
}
