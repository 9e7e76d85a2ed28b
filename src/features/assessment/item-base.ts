import { z } from 'zod';
import { competencySchema, slugSchema, textSchema } from '#features/catalogue/text.ts';

/** What every question has, whatever its type. `difficulty` is in logits. */
export const itemBase = z.strictObject({
  id: slugSchema.describe('Permanent, and unique within the lesson.'),
  competency: competencySchema,
  difficulty: z
    .number()
    .min(-3)
    .max(3)
    .describe("The author's guess: -2 very easy, 0 medium, 2 hard."),
  prompt: textSchema,
  refresher: z
    .boolean()
    .optional()
    .describe(
      'true for a hard fact worth being asked again: a deadline, a number to call, an order of steps.',
    ),
  rationale: textSchema.describe('Shown after answering: why, in two sentences.'),
});

/** Parts of an item are told apart by their ids. */
export function hasUniqueIds(parts: readonly { readonly id: string }[]): boolean {
  return new Set(parts.map((part) => part.id)).size === parts.length;
}
