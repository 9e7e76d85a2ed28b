import { z } from 'zod';
import { slugSchema, textSchema } from './text.ts';

/** A word that lessons explain: its name and, in one plain sentence, its meaning. */
export const termSchema = z.strictObject({
  id: slugSchema,
  term: textSchema,
  meaning: textSchema.describe('One sentence in plain words.'),
});
export type Term = z.infer<typeof termSchema>;
