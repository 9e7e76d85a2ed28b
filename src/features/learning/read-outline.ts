import { z } from 'zod';
import type { Outline } from '#features/catalogue/outline.ts';

const outline = z.object({
  course: z.string(),
  passPercent: z.number(),
  steps: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('lesson'),
        id: z.templateLiteral(['lesson:', z.string()]),
        items: z.array(z.string()),
      }),
      z.object({
        kind: z.literal('scenario'),
        id: z.templateLiteral(['scenario:', z.string()]),
        items: z.array(z.string()),
      }),
    ]),
  ),
});

/** A kept outline; throws when it is not one. */
export function readOutline(body: string): Outline {
  return outline.parse(JSON.parse(body));
}
