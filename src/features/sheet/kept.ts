import { z } from 'zod';
import { textSchema } from '#features/catalogue/text.ts';
import type { Locale } from '#kernel/text.ts';
import type { Values } from './given.ts';
import type { Sheet } from './sheet.ts';
import { type KeptWords, type Shown, showSheet, wordsToKeep } from './words.ts';

const cellSchema = z.union([z.string(), z.number()]);
const bodySchema = z.strictObject({
  v: z.literal(1),
  title: textSchema,
  values: z.record(z.string(), z.union([cellSchema, z.array(z.record(z.string(), cellSchema))])),
  words: z.array(z.strictObject({ id: z.string(), label: textSchema, said: z.string() })),
});
/** What is kept of a sheet at one moment: the values, and all of it in words, as the sheet and its labels were then. */
export type Body = z.infer<typeof bodySchema>;

export function readBody(json: string): Body {
  return bodySchema.parse(JSON.parse(json));
}

/**
 * What is to be kept. Parts that the sheet asked for earlier and no longer does stay, with their labels, behind those it has.
 */
export function bodyOf(
  sheet: Sheet,
  { values, locale, before }: { values: Values; locale: Locale; before: Body | null },
): Body {
  const kept = before === null ? [] : lostParts(sheet, before);
  const earlier = kept.flatMap(({ id }) => {
    const value = before?.values[id];
    return value === undefined ? [] : [[id, value] as const];
  });
  return {
    v: 1,
    title: sheet.title,
    values: { ...structuredClone(values), ...Object.fromEntries(earlier) } as Body['values'], // Read-only until here.
    words: [...wordsToKeep(sheet, values, locale), ...kept],
  };
}

/** What was written in parts that the sheet no longer has. */
export function lostParts(sheet: Sheet | undefined, { words }: Body): KeptWords[] {
  const known = new Set(sheet?.fields.map(({ id }) => id));
  return words.filter(({ id, said }) => said !== '' && !known.has(id));
}

/** Everything that was kept, in the reader's language as far as the sheet still asks for it. */
export function showBody(
  sheet: Sheet | undefined,
  body: Body,
  locale: Locale,
): { parts: Shown[]; lost: Shown[] } {
  const parts = sheet === undefined ? [] : showSheet(sheet, body.values, locale);
  const lost = lostParts(sheet, body).map(
    ({ id, label, said }): Shown => ({ id, label: label[locale], kind: 'words', text: said }),
  );
  return { parts, lost };
}

/** Whether keeping these would change nothing. */
export function isSame(before: Body | null, after: Body): boolean {
  return before !== null && JSON.stringify(before.values) === JSON.stringify(after.values);
}
