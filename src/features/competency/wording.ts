import { z } from 'zod';
import type { Instant } from '#kernel/date.ts';
import type { Text } from '#kernel/text.ts';
import type { Competency } from './framework.ts';

const text = z.strictObject({ ko: z.string(), en: z.string() });
const byLevel = z.strictObject({ 1: text, 2: text, 3: text, 4: text });
const wordsSchema = z.strictObject({
  v: z.literal(1),
  competency: z.string(),
  name: text,
  officials: byLevel,
  residents: byLevel,
});

/** The words by which a competency is recognised. How fast it fades and where it belongs are no words. */
export type Words = Omit<z.infer<typeof wordsSchema>, 'v' | 'competency'>;

/** From a moment on a competency had these words; `hash` names them. */
export type Wording = {
  readonly competency: string;
  readonly since: Instant;
  /** The version that the framework gave itself. */
  readonly version: number;
  readonly hash: string;
};

/** The wordings of every competency, oldest first. */
export type Wordings = ReadonlyMap<string, readonly Wording[]>;

/** What is kept of a competency's words, with the version of its own shape. */
export function storedWords({ id, name, officials, residents }: Competency) {
  return { v: 1 as const, competency: id, name, officials, residents };
}

export function readWords(json: string): Words {
  const { name, officials, residents } = wordsSchema.parse(JSON.parse(json));
  return { name, officials, residents };
}

/** The wording in force at a moment. What lies before the first one we know of counts as under that one. */
export function wordingAt(wordings: readonly Wording[], at: Instant): Wording | null {
  return wordings.findLast(({ since }) => since <= at) ?? wordings[0] ?? null;
}

/**
 * The first change of words after something was shown or confirmed; null when it still stands under the words of today,
 * also when these were changed and changed back.
 */
export function changeAfter(wordings: readonly Wording[], at: Instant): Wording | null {
  const then = wordingAt(wordings, at);
  const now = wordings.at(-1);
  if (then === null || now === undefined || then.hash === now.hash) return null;
  return wordings.find(({ since }) => since > at) ?? null;
}

export const SEATS = ['officials', 'residents'] as const;
export type Difference = {
  readonly place: 'name' | (typeof SEATS)[number];
  /** Null for the name. */
  readonly level: 1 | 2 | 3 | 4 | null;
  readonly before: Text;
  readonly after: Text;
};

/** What reads differently from one wording to the next, in the order of the page. */
export function differencesBetween(before: Words, after: Words): Difference[] {
  const levels = [1, 2, 3, 4] as const;
  const all: Difference[] = [
    { place: 'name', level: null, before: before.name, after: after.name },
    ...SEATS.flatMap((place) =>
      levels.map((level) => ({
        place,
        level,
        before: before[place][level],
        after: after[place][level],
      })),
    ),
  ];
  return all.filter((one) => one.before.ko !== one.after.ko || one.before.en !== one.after.en);
}
