import { AREAS, type Area } from '#features/catalogue/course.ts';

/** What learning is counted under: the subject of its course, the introductions, and what was learned elsewhere. */
export const CATEGORIES = [...AREAS, 'start', 'other'] as const;
export type Category = (typeof CATEGORIES)[number];

export function isCategory(word: string): word is Category {
  return CATEGORIES.some((category) => category === word);
}

/** A course without a subject introduces the whole. */
export function categoryOf(area: Area | undefined): Category {
  return area ?? 'start';
}

export function byCategory<T>(of: (category: Category) => T): Readonly<Record<Category, T>> {
  return {
    'social-value': of('social-value'),
    'digital-delivery': of('digital-delivery'),
    'crisis-response': of('crisis-response'),
    start: of('start'),
    other: of('other'),
  };
}
