import { z } from 'zod';
import { slugSchema, textSchema } from '#features/catalogue/text.ts';
import { shuffle } from '#kernel/random.ts';
import { ok, type Problem, type Result, refuse } from '#kernel/result.ts';
import type { Locale } from '#kernel/text.ts';
import { hasUniqueIds } from './item-base.ts';
import type { Given, Remark } from './item-kind.ts';
import { tokenOf } from './token.ts';

const choiceSchema = z.strictObject({
  id: slugSchema,
  text: textSchema,
  rationale: textSchema.describe('Why somebody may think so, and what holds.'),
  correct: z.literal(true).describe('Only on right choices.').optional(),
});
export type Choice = z.infer<typeof choiceSchema>;

/** The choices of a question: what `single` and `multiple` share. */
export const choicesSchema = z
  .array(choiceSchema)
  .min(2)
  .max(8)
  .refine(hasUniqueIds, 'Two choices have the same id. Give each its own.');

type WithChoices = { readonly id: string; readonly choices: readonly Choice[] };
export type PublicChoice = { readonly token: string; readonly text: string };

export const CHOICE_FIELD = 'choice';

export function publicChoices(item: WithChoices, locale: Locale, seed: string): PublicChoice[] {
  return shuffle(item.choices, seed).map((choice) => ({
    token: tokenOf(item.id, choice.id),
    text: choice.text[locale],
  }));
}

/** The ids of the choices a person ticked, each once and in the author's order. */
export function readChoices(item: WithChoices, given: Given): Result<string[]> {
  const tokens = given[CHOICE_FIELD] ?? [];
  if (tokens.length === 0) return refuse(choiceProblem('answer-choice-missing'));
  const known = new Set(item.choices.map((choice) => tokenOf(item.id, choice.id)));
  if (tokens.some((token) => !known.has(token))) return refuse(choiceProblem('answer-changed'));
  return ok(
    item.choices
      .filter((choice) => tokens.includes(tokenOf(item.id, choice.id)))
      .map((choice) => choice.id),
  );
}

export function choiceProblem(code: string): Problem {
  return { code, field: CHOICE_FIELD };
}

export function choicesToGiven(item: WithChoices, ids: readonly string[]): Given {
  const chosen = item.choices.filter((choice) => ids.includes(choice.id));
  return { [CHOICE_FIELD]: chosen.map((choice) => tokenOf(item.id, choice.id)) };
}

/** Only what was chosen is explained: the rest stays worth thinking about. */
export function choiceRemarks(item: WithChoices, ids: readonly string[], locale: Locale): Remark[] {
  return item.choices
    .filter((choice) => ids.includes(choice.id))
    .map((choice) => ({
      said: choice.text[locale],
      right: choice.correct === true,
      why: choice.rationale[locale],
    }));
}
