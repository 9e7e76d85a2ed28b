import { type ContentProblem, problemIn, type Written } from '#features/catalogue/problem.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import { plain, rightIsLongest, type Single } from './check.ts';
import type { Item } from './item.ts';

/** So many questions let two attempts differ and tell knowing from guessing. */
export const ENOUGH_ITEMS = 8;
export const ENOUGH_TYPES = 3;
/** Below this probability, chance does not explain how often the right choice is the longest. */
const UNLIKELY = 0.05;

type LessonItems = {
  /** `courses/<course>/<lesson>/items.yaml` */
  readonly file: string;
  readonly items: readonly Written<Item>[];
  /** A lesson that only leads in need not ask so much. */
  readonly isIntroductory: boolean;
};

/** Finds lessons that ask too little or in too few ways, and those in which the longest choice is the right one too often. */
export function checkLessonItems(lesson: LessonItems): ContentProblem[] {
  return [
    ...(lesson.isIntroductory ? [] : tooFew(lesson)),
    ...LOCALES.flatMap((locale) => checkLongest(lesson.items, locale)),
  ];
}

function tooFew({ file, items }: LessonItems): ContentProblem[] {
  const types = new Set(items.map(({ value }) => value.type));
  const found: ContentProblem[] = [];
  if (items.length < ENOUGH_ITEMS) {
    found.push({
      code: 'lesson-few-questions',
      level: 'warning',
      file,
      line: 1,
      message: `The lesson asks ${items.length} questions, fewer than ${ENOUGH_ITEMS}.`,
      help: 'Write more, about situations rather than words; put those with no place in the text under a last heading.',
    });
  }
  if (types.size < ENOUGH_TYPES) {
    found.push({
      code: 'lesson-few-types',
      level: 'warning',
      file,
      line: 1,
      message: `The questions are of ${types.size} types (${[...types].join(', ')}), fewer than ${ENOUGH_TYPES}.`,
      help: 'Use single, multiple, order, match and number as the matter suggests.',
    });
  }
  return found;
}

function checkLongest(items: readonly Written<Item>[], locale: Locale): ContentProblem[] {
  const singles = items.flatMap((written) =>
    written.value.type === 'single' ? [{ written, item: written.value }] : [],
  );
  const telling = singles.filter(({ item }) => rightIsLongest(item, locale));
  const [first] = telling;
  const chances = singles.map(({ item }) => chanceOf(item));
  if (!first || atLeast(telling.length, chances) >= UNLIKELY) return [];
  const found = problemIn(first.written, [], 'right-is-longest-here', {
    message: `In ${telling.length} of ${singles.length} questions of this lesson the right choice is the longest (${locale}), more often than chance would have it.`,
    help: `Shorten right choices or lengthen wrong ones: ${telling.map(({ item }) => item.id).join(', ')}.`,
  });
  return [{ ...found, level: 'warning' }];
}

const chanceOf = ({ choices }: Single) => 1 / choices.length;

/** The probability that at least so many of independent events happen, each with a chance of its own (Poisson binomial). */
export function atLeast(count: number, chances: readonly number[]): number {
  let exactly = [1];
  for (const chance of chances) {
    const before = exactly;
    exactly = Array.from(
      { length: before.length + 1 },
      (_, n) => (before[n] ?? 0) * (1 - chance) + (before[n - 1] ?? 0) * chance,
    );
  }
  return exactly.slice(count).reduce((sum, probability) => sum + probability, 0);
}

/** Finds questions of one course that ask the same in the same words. */
export function checkPrompts(items: readonly Written<Item>[]): ContentProblem[] {
  return LOCALES.flatMap((locale) => {
    const asked = items.map(({ value }) => plain(value.prompt[locale]));
    return items.flatMap((item, index): ContentProblem[] => {
      const first = items[asked.indexOf(asked[index] ?? '')];
      if (first === undefined || first === item) return [];
      const found = problemIn(item, ['prompt', locale], 'prompt-twice', {
        message: `"${item.value.id}" asks in the same words as "${first.value.id}" in ${first.file}, line ${first.lineOf([])}.`,
        help: 'Ask about another situation, or say in the question what is different here.',
      });
      return [{ ...found, level: 'warning' }];
    });
  });
}
