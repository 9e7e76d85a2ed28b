import { z } from 'zod';
import { daySchema, slugSchema, textSchema } from './text.ts';

export const SOURCE_KINDS = ['statute', 'report', 'study', 'news', 'guide', 'site'] as const;

/** A publication that lessons rest on, and the day somebody last looked that it says so. */
export const sourceSchema = z.strictObject({
  id: slugSchema,
  kind: z.enum(SOURCE_KINDS),
  title: textSchema,
  publisher: textSchema,
  year: z.int().min(1000).max(9999),
  locator: textSchema
    .describe('The place inside it: article, page, number of the news item.')
    .optional(),
  checked: daySchema.describe('The day somebody last looked that it says so.'),
});
export type Source = z.infer<typeof sourceSchema>;
