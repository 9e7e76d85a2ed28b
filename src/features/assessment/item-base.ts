import { z } from 'zod';
import { isSlug } from '#kernel/id.ts';

/** One text in every language of the product; no language may be empty. */
export const itemText = z.strictObject({ ko: z.string().trim().min(1), en: z.string().trim().min(1) });

export const itemId = z
  .string()
  .refine(isSlug, 'An id is lower-case kebab-case and at most 64 characters, such as "first-call".');

/** What every question has, whatever its type. `difficulty` is the author's guess in logits, from -3 to 3. */
export const itemBase = z.strictObject({
  id: itemId,
  competency: z.string().regex(/^C\d+\.\d+$/, 'Name a competency of the framework, such as C6.1.'),
  difficulty: z.number().min(-3).max(3),
  prompt: itemText,
  rationale: itemText,
});

/** Parts of an item are told apart by their ids. */
export function hasUniqueIds(parts: readonly { readonly id: string }[]): boolean {
  return new Set(parts.map((part) => part.id)).size === parts.length;
}
