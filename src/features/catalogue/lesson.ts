import { z } from 'zod';
import type { Locale } from '#kernel/text.ts';
import type { Figure } from './figure.ts';
import type { Section } from './section.ts';
import { competencySchema } from './text.ts';

/** What stands between the dashes at the top of `ko.mdx` and `en.mdx`. */
export const frontMatterSchema = z.strictObject({
  title: z.string().trim().min(1, 'is empty'),
  summary: z.string().trim().min(1, 'is empty'),
  minutes: z.int().min(1).max(180),
  /** One sentence: what one can do after this lesson. */
  outcome: z.string().trim().min(1, 'is empty'),
  /** What of the framework it teaches; the same in every language. */
  competencies: z.array(competencySchema).min(1),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** A lesson in one language, all but its body, which is rendered from the file. */
export type LessonWords = FrontMatter & {
  headings: { depth: number; text: string }[];
  /** What stands under each heading, without markup: for searching. */
  sections: { heading: string; text: string }[];
  terms: string[];
  facts: string[];
  /** Sources in the order the lesson first leans on them, through a fact or by citing: their numbers in the list. */
  sources: string[];
  scenarios: string[];
};

export type Lesson = {
  /** The folder's name: unique within the course. */
  id: string;
  course: string;
  /** Ids of its questions in the order in which the lesson asks them. */
  items: string[];
  /** Ids of its sheets in the order in which they stand in it. */
  sheets: string[];
  figures: Figure[];
  words: Record<Locale, LessonWords>;
  /** Its sections with their history, in their order; those that are gone come last. None where a test needs none. */
  parts?: Section[];
};
