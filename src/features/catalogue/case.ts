import { z } from 'zod';
import { AREAS } from './course.ts';
import { competencySchema, slugSchema, textSchema } from './text.ts';

/** Who says that it worked: an outsider who looked, newspapers, those who did it, or nobody yet. */
export const EVIDENCE = ['independent', 'press', 'self-reported', 'not-shown'] as const;

/** `content/cases/<id>.yaml`: what a place really did, told so that it can be argued about. */
export const caseSchema = z.strictObject({
  area: z.enum(AREAS),
  title: textSchema,
  place: textSchema,
  when: textSchema.describe('The years, such as 2017–2019.'),
  problem: textSchema.describe('What was wrong, for whom.'),
  done: textSchema.describe('What was done, by whom.'),
  result: textSchema.describe('What came of it, with what is not known.'),
  evidence: z.enum(EVIDENCE).describe('Who says that it worked.'),
  question: textSchema.describe('What to argue about with it.'),
  competencies: z.array(competencySchema).min(1),
  lessons: z
    .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'is not course/lesson'))
    .describe('Lessons it goes with, as course/lesson.')
    .default([]),
  sources: z.array(slugSchema).min(1).describe('Ids of sources/.'),
});
export type CaseFile = z.infer<typeof caseSchema>;
export type Case = CaseFile & { id: string };
