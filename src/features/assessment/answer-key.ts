import type { Locale } from '#kernel/text.ts';
import type { Item } from './item.ts';

/** What is right about a question, in words, line by line: for the back of a printed book and for authors. Never part of a learner's page. */
export function answerKey(item: Item, locale: Locale): string[] {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return item.choices.filter(({ correct }) => correct).map(({ text }) => text[locale]);
    case 'order':
      return item.sequence.map(({ text }, at) => `${at + 1}. ${text[locale]}`);
    case 'match':
      return item.pairs.map(({ left, right }) => `${left[locale]} → ${right[locale]}`);
    case 'number': {
      const { value, tolerance } = item.answer;
      const range = tolerance === 0 ? '' : ` (± ${tolerance})`;
      return [`${value} ${item.unit?.[locale] ?? ''}`.trim() + range];
    }
  }
}
