import type { z } from 'zod';
import type { Result } from '#kernel/result.ts';
import type { Locale } from '#kernel/text.ts';

/** What a person sent: the values of each form field of the question, as typed. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** `score` is between 0 and 1; `correct` only when everything is right. */
export type Score = { readonly correct: boolean; readonly score: number };

/** One part of an answer, said back to the person who gave it: what they said, whether it is right, and why. */
export type Remark = {
  readonly said: string;
  readonly right: boolean;
  readonly why: string | null;
};

/** Everything a type of question must know how to do. `item.ts` lists the types. */
export type ItemKind<Schema extends z.ZodType, Public, Response> = {
  readonly schema: Schema;
  /** What may be shown before answering: built by naming fields, shuffled by the seed. */
  toPublic(item: z.infer<Schema>, locale: Locale, seed: string): Public;
  /** Refuses what cannot be scored, naming the form field to mend. */
  validate(item: z.infer<Schema>, given: Given): Result<Response>;
  score(item: z.infer<Schema>, response: Response): Score;
  /** The form values that would give this response again; parts the item no longer has are left out. */
  toGiven(item: z.infer<Schema>, response: Response): Given;
  /** The response in words, part by part, for after it was scored. */
  remarks(item: z.infer<Schema>, response: Response, locale: Locale): Remark[];
};
