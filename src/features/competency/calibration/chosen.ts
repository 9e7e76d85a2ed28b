import { z } from 'zod';

const ticked = z.union([
  z.object({ type: z.literal('single'), choice: z.string() }).transform(({ choice }) => [choice]),
  z
    .object({ type: z.literal('multiple'), choices: z.array(z.string()) })
    .transform(({ choices }) => choices),
]);

/** The choices that were ticked in a response as the record keeps it; null where nothing is ticked. */
export function chosenIn(response: unknown): string[] | null {
  const read = ticked.safeParse(response);
  return read.success ? read.data : null;
}
