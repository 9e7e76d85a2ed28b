import { z } from 'zod';
import { daySchema, slugSchema, textSchema } from './text.ts';

/** A claim about the world that lessons repeat: the whole of it in one sentence, with its source. */
export const factSchema = z.strictObject({
  id: slugSchema,
  statement: textSchema.describe('The whole claim in one sentence.'),
  source: slugSchema.describe('An id of sources/.'),
  status: z
    .enum(['verified', 'single-source'])
    .describe('single-source: nobody independent confirms it, and the lesson says so in words.'),
  checked: daySchema.describe('The day somebody last looked that it is so.'),
});
export type Fact = z.infer<typeof factSchema>;

/** The facts whose check lies furthest back, those with a single source first among equals. */
export function oldestFacts(facts: readonly Fact[], count: number): Fact[] {
  const rank = ({ checked, status }: Fact) => `${checked} ${status === 'verified' ? 1 : 0}`;
  return [...facts].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, count);
}
