import { z } from 'zod';
import { textSchema } from '#features/catalogue/text.ts';
import { ok, refuse } from '#kernel/result.ts';
import { itemBase } from '../item-base.ts';
import type { ItemKind } from '../item-kind.ts';
import { readNumber } from '../read-number.ts';

const schema = itemBase.extend({
  type: z.literal('number'),
  answer: z.strictObject({
    value: z.number(),
    tolerance: z.number().min(0).default(0).describe('How far from the value is still right.'),
  }),
  unit: textSchema.optional(),
});
type NumberItem = z.infer<typeof schema>;

export type PublicNumber = {
  readonly type: 'number';
  readonly id: string;
  readonly prompt: string;
  readonly unit: string | null;
};
export type NumberResponse = { readonly type: 'number'; readonly value: number };

export const NUMBER_FIELD = 'number';

/** A figure to work out or to know, right within the author's tolerance. */
export const number: ItemKind<typeof schema, PublicNumber, NumberResponse> = {
  schema,
  toPublic: (item, locale) => ({
    type: 'number',
    id: item.id,
    prompt: item.prompt[locale],
    unit: item.unit?.[locale] ?? null,
  }),
  validate(item, given) {
    const typed = (given[NUMBER_FIELD]?.[0] ?? '').trim();
    if (typed === '') return refuse({ code: 'answer-number-missing', field: NUMBER_FIELD });
    const value = readNumber(typed, unitsOf(item));
    if (value === null) return refuse({ code: 'answer-number-unreadable', field: NUMBER_FIELD });
    return ok({ type: 'number', value });
  },
  score(item, response) {
    const correct = isWithin(response.value, item.answer.value, item.answer.tolerance);
    return { correct, score: correct ? 1 : 0 };
  },
  toGiven: (_item, response) => ({ [NUMBER_FIELD]: [String(response.value)] }),
  remarks(item, response, locale) {
    const unit = item.unit === undefined ? '' : ` ${item.unit[locale]}`;
    const { correct } = number.score(item, response);
    return [{ said: `${response.value}${unit}`, right: correct, why: null }];
  },
};

/** Decimal fractions are not exact: 0.3 - 0.1 must lie within 0.2 of 0.1. */
function isWithin(given: number, wanted: number, tolerance: number): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(wanted));
  return Math.abs(given - wanted) <= tolerance + slack;
}

/** Whoever is asked for percent may write the sign. */
function unitsOf(item: NumberItem): string[] {
  if (item.unit === undefined) return [];
  const { ko, en } = item.unit;
  return /^per\s?cent$/i.test(en) ? [ko, en, '%'] : [ko, en];
}
