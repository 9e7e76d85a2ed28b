import type { Locale } from '#kernel/text.ts';
import type { Item } from './item.ts';
import { match, type PublicMatch } from './item-types/match.ts';
import { multiple, type PublicMultiple } from './item-types/multiple.ts';
import { number, type PublicNumber } from './item-types/number.ts';
import { order, type PublicOrder } from './item-types/order.ts';
import { type PublicSingle, single } from './item-types/single.ts';

/** A question as it may be shown before it is answered: no correct flags, no rationales, no telling ids, no right order. */
export type PublicItem = PublicSingle | PublicMultiple | PublicOrder | PublicMatch | PublicNumber;

/** The question in one language, shuffled by `seed` (the same seed gives the same order). */
export function toPublic(item: Item, locale: Locale, seed: string): PublicItem {
  switch (item.type) {
    case 'single':
      return single.toPublic(item, locale, seed);
    case 'multiple':
      return multiple.toPublic(item, locale, seed);
    case 'order':
      return order.toPublic(item, locale, seed);
    case 'match':
      return match.toPublic(item, locale, seed);
    case 'number':
      return number.toPublic(item, locale, seed);
  }
}

/** Each person meets a question in an order of their own that stays; whoever is not signed in shares one. */
export function seedFor(personId: string | null, itemObject: string): string {
  return `${personId ?? 'guest'}:${itemObject}`;
}
