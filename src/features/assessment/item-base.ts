import { z } from 'zod';
import { competencySchema, slugSchema, textSchema } from '#features/catalogue/text.ts';

/** What every question has, whatever its type. `difficulty` is the author's guess in logits, from -3 to 3. */
export const itemBase = z.strictObject({
  id: slugSchema,
  competency: competencySchema,
  difficulty: z.number().min(-3).max(3),
  prompt: textSchema,
  rationale: textSchema,
});

/** Parts of an item are told apart by their ids. */
export function hasUniqueIds(parts: readonly { readonly id: string }[]): boolean {
  return new Set(parts.map((part) => part.id)).size === parts.length;
}
