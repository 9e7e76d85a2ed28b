import { z } from 'zod';
import { slugSchema, textSchema } from './text.ts';

const names = z.array(z.string().trim().min(1, 'is empty'));

/** A ministry or agency under its present name: lessons name it by id, so that a new name is written once. */
export const agencySchema = z.strictObject({
  id: slugSchema,
  name: textSchema.describe('What it is called at present.'),
  former: z
    .strictObject({ ko: names.default([]), en: names.default([]) })
    .describe('Names it had before, or names of offices whose work it took over.')
    .optional(),
  homepage: z.url({ protocol: /^https?$/ }).optional(),
});
export type Agency = z.infer<typeof agencySchema>;
