import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import {
  choiceRemarks,
  choicesSchema,
  choicesToGiven,
  type PublicChoice,
  publicChoices,
  readChoices,
} from '../choice.ts';
import { itemBase } from '../item-base.ts';
import type { ItemKind } from '../item-kind.ts';

const schema = itemBase.extend({
  type: z.literal('multiple'),
  choices: choicesSchema.refine(
    (choices) => choices.some((choice) => choice.correct),
    'A question of type multiple has at least one choice with "correct: true".',
  ),
});

export type PublicMultiple = {
  readonly type: 'multiple';
  readonly id: string;
  readonly prompt: string;
  readonly choices: readonly PublicChoice[];
};
export type MultipleResponse = { readonly type: 'multiple'; readonly choices: readonly string[] };

/** All the right choices and none of the others. How many there are is not said. */
export const multiple: ItemKind<typeof schema, PublicMultiple, MultipleResponse> = {
  schema,
  toPublic: (item, locale, seed) => ({
    type: 'multiple',
    id: item.id,
    prompt: item.prompt[locale],
    choices: publicChoices(item, locale, seed),
  }),
  validate(item, given) {
    const chosen = readChoices(item, given);
    return chosen.ok ? ok({ type: 'multiple', choices: chosen.value }) : chosen;
  },
  /** Each wrong tick takes one right tick back, so ticking everything earns little. */
  score(item, response) {
    const right = item.choices.filter((choice) => choice.correct === true);
    const hits = right.filter((choice) => response.choices.includes(choice.id)).length;
    const misses = new Set(response.choices).size - hits;
    const score = Math.max(0, (hits - misses) / right.length);
    return { correct: hits === right.length && misses === 0, score };
  },
  toGiven: (item, response) => choicesToGiven(item, response.choices),
  remarks: (item, response, locale) => choiceRemarks(item, response.choices, locale),
};
