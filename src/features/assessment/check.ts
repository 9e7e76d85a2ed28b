import { type ContentProblem, problemIn, type Written } from '#features/catalogue/problem.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import type { Item } from './item.ts';

/** Above this share of a course's questions, length gives the right choice away. */
const LONGEST_SHARE = 0.6;
/** Fewer questions show no pattern. */
const ENOUGH = 5;
const CATCH_ALL =
  /\b(all|none|both|any) of (the above|these|them)\.?$|(위|보기)의?\s?(것\s?)?(모두|전부)|모두 (맞|옳|해당)|(정답|해당하는 것|맞는 것)이? 없|해당 없음/i;

export type Single = Extract<Item, { type: 'single' }>;

/** Finds questions of one course that can be answered without knowing: by length, by elimination, by equal choices. */
export function checkItems(items: readonly Written<Item>[]): ContentProblem[] {
  return [...items.flatMap(checkItem), ...LOCALES.flatMap((locale) => checkLengths(items, locale))];
}

function checkItem(item: Written<Item>): ContentProblem[] {
  const texts = textsIn(item.value);
  return LOCALES.flatMap((locale) => {
    const words = texts.map(({ text }) => plain(text[locale]));
    const again = texts.filter((_, index) => words.indexOf(words[index] ?? '') !== index);
    const catchAll = texts.filter(({ text }) => CATCH_ALL.test(text[locale]));
    return [
      ...again.map(({ path, text }) =>
        problemIn(item, [...path, locale], 'choice-twice', {
          message: `"${text[locale]}" stands twice in the question "${item.value.id}".`,
          help: 'Say each of them differently: nobody can tell equal ones apart.',
        }),
      ),
      ...catchAll.map(({ path, text }) =>
        problemIn(item, [...path, locale], 'choice-catches-all', {
          message: `"${text[locale]}" can be judged without knowing the matter.`,
          help: 'Write a real misconception instead, or make it a question of type multiple.',
        }),
      ),
    ];
  });
}

/** For telling texts apart without regard to case, spaces, punctuation and ways of composing letters. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');
}

type Part = { path: PropertyKey[]; text: Record<Locale, string> };

/** What a person chooses between. */
function textsIn(item: Item): Part[] {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return item.choices.map(({ text }, index) => ({ path: ['choices', index, 'text'], text }));
    case 'order':
      return item.sequence.map(({ text }, index) => ({ path: ['sequence', index, 'text'], text }));
    case 'match':
      return item.pairs.map(({ left }, index) => ({ path: ['pairs', index, 'left'], text: left }));
    case 'number':
      return [];
  }
}

function checkLengths(items: readonly Written<Item>[], locale: Locale): ContentProblem[] {
  const singles = items.flatMap(({ value }) => (value.type === 'single' ? [value] : []));
  const telling = singles.filter((item) => rightIsLongest(item, locale));
  const [first] = items.filter(({ value }) => telling.some((item) => item === value));
  if (singles.length < ENOUGH || !first || telling.length / singles.length <= LONGEST_SHARE) {
    return [];
  }
  return [
    problemIn(first, [], 'right-is-longest', {
      message: `In ${telling.length} of ${singles.length} questions of this course the right choice is the longest (${locale}).`,
      help: `Shorten right choices or lengthen wrong ones: ${telling.map(({ id }) => id).join(', ')}.`,
    }),
  ];
}

export function rightIsLongest({ choices }: Single, locale: Locale): boolean {
  const lengths = (right: boolean) =>
    choices
      .filter(({ correct }) => (correct === true) === right)
      .map(({ text }) => text[locale].length);
  return Math.max(...lengths(true)) > Math.max(...lengths(false));
}
