import { z } from 'zod';
import { slugSchema, textSchema } from '#features/catalogue/text.ts';
import { shuffle } from '#kernel/random.ts';
import { ok, type Problem, type Result, refuse } from '#kernel/result.ts';
import { hasUniqueIds, itemBase } from '../item-base.ts';
import type { Given, ItemKind } from '../item-kind.ts';
import { tokenOf } from '../token.ts';

const schema = itemBase.extend({
  type: z.literal('order'),
  sequence: z
    .array(z.strictObject({ id: slugSchema, text: textSchema }))
    .min(2)
    .max(9)
    .refine(hasUniqueIds, 'Two parts of the sequence have the same id. Give each its own.')
    .describe('Written here in the right order, shown in another.'),
});
type OrderItem = z.infer<typeof schema>;

/** `field` is the form field that says at which place, from 1, this part belongs. */
export type PublicOrder = {
  readonly type: 'order';
  readonly id: string;
  readonly prompt: string;
  readonly parts: readonly { readonly field: string; readonly text: string }[];
};
/** The ids in the order the person put them. */
export type OrderResponse = { readonly type: 'order'; readonly order: readonly string[] };

/** Written by the author in the right order, shown in another, put in order by the learner. */
export const order: ItemKind<typeof schema, PublicOrder, OrderResponse> = {
  schema,
  toPublic: (item, locale, seed) => ({
    type: 'order',
    id: item.id,
    prompt: item.prompt[locale],
    parts: misplaced(item.sequence, seed).map((part) => ({
      field: fieldOf(item, part.id),
      text: part.text[locale],
    })),
  }),
  validate(item, given) {
    const ids: string[] = [];
    for (const part of item.sequence) {
      const place = placeOf(item, part.id, given);
      if (!place.ok) return place;
      if (ids[place.value - 1] !== undefined) {
        return refuse(placeProblem(item, part.id, 'answer-place-twice', { place: place.value }));
      }
      ids[place.value - 1] = part.id;
    }
    return ok({ type: 'order', order: ids });
  },
  /** The share of pairs that stand the right way round: a list with one slip is nearly right, a reversed one is not. */
  score(item, response) {
    const wanted = item.sequence.map((part) => part.id);
    const places = wanted.map((id) => response.order.indexOf(id));
    const pairs = places.flatMap((place, at) => places.slice(at + 1).map((next) => [place, next]));
    const right = pairs.filter(([a = -1, b = -1]) => a >= 0 && b > a).length;
    return { correct: right === pairs.length, score: right / pairs.length };
  },
  toGiven(item, response) {
    const known = response.order.filter((id) => item.sequence.some((part) => part.id === id));
    return Object.fromEntries(known.map((id, at) => [fieldOf(item, id), [String(at + 1)]]));
  },
  remarks: (item, response, locale) =>
    response.order.flatMap((id, at) => {
      const part = item.sequence.find((candidate) => candidate.id === id);
      if (part === undefined) return [];
      const right = item.sequence[at]?.id === id;
      return [{ said: `${at + 1}. ${part.text[locale]}`, right, why: null }];
    }),
};

/** Shuffled, but never into the right order. */
function misplaced<T>(sequence: readonly T[], seed: string): T[] {
  const shuffled = shuffle(sequence, seed);
  const isRight = shuffled.every((part, at) => part === sequence[at]);
  return isRight ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
}

function placeOf(item: OrderItem, id: string, given: Given): Result<number> {
  const typed = given[fieldOf(item, id)]?.[0] ?? '';
  if (typed === '') return refuse(placeProblem(item, id, 'answer-place-missing'));
  const place = /^\d$/.test(typed) ? Number(typed) : 0;
  const fits = place >= 1 && place <= item.sequence.length;
  return fits ? ok(place) : refuse(placeProblem(item, id, 'answer-changed'));
}

function placeProblem(
  item: OrderItem,
  id: string,
  code: string,
  values: Record<string, number> = {},
): Problem {
  return { code, field: fieldOf(item, id), values };
}

function fieldOf(item: OrderItem, id: string): string {
  return `place-${tokenOf(item.id, id)}`;
}
