import { z } from 'zod';
import { slugSchema, textSchema } from './text.ts';

const words = z.array(z.string().trim().min(1, 'is empty'));

/** A word that lessons explain: its name and, in one plain sentence, its meaning. */
export const termSchema = z.strictObject({
  id: slugSchema,
  term: textSchema,
  meaning: textSchema.describe('One sentence in plain words.'),
  avoid: z
    .strictObject({ ko: words.default([]), en: words.default([]) })
    .describe('Words that mean the same: the check warns where a lesson or question uses them.')
    .optional(),
});
export type Term = z.infer<typeof termSchema>;
