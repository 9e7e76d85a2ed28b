import { z } from 'zod';
import { ok, refuse } from '#kernel/result.ts';
import {
  choiceProblem,
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
  type: z.literal('single'),
  choices: choicesSchema.refine(
    (choices) => choices.filter((choice) => choice.correct).length === 1,
    'A question of type single has exactly one choice with "correct: true".',
  ),
});

export type PublicSingle = {
  readonly type: 'single';
  readonly id: string;
  readonly prompt: string;
  readonly choices: readonly PublicChoice[];
};
export type SingleResponse = { readonly type: 'single'; readonly choice: string };

/** One right choice among several. */
export const single: ItemKind<typeof schema, PublicSingle, SingleResponse> = {
  schema,
  toPublic: (item, locale, seed) => ({
    type: 'single',
    id: item.id,
    prompt: item.prompt[locale],
    choices: publicChoices(item, locale, seed),
  }),
  validate(item, given) {
    const chosen = readChoices(item, given);
    if (!chosen.ok) return chosen;
    const [choice, another] = chosen.value;
    if (choice === undefined || another !== undefined) {
      return refuse(choiceProblem('answer-one-choice'));
    }
    return ok({ type: 'single', choice });
  },
  score(item, response) {
    const chosen = item.choices.find((choice) => choice.id === response.choice);
    const correct = chosen?.correct === true;
    return { correct, score: correct ? 1 : 0 };
  },
  toGiven: (item, response) => choicesToGiven(item, [response.choice]),
  remarks: (item, response, locale) => choiceRemarks(item, [response.choice], locale),
};
