import { z } from 'zod';
import type { Locale } from '#kernel/text.ts';
import { slugSchema, textSchema } from './text.ts';

/** The words of a drawing: its caption, all it tells in sentences, and what stands at each `{{key}}`. */
export const figureWordsSchema = z.strictObject({
  title: textSchema.describe('The caption under the drawing.'),
  alternative: textSchema.describe('Everything the picture tells, in words.'),
  words: z
    .record(slugSchema, textSchema)
    .default({})
    .describe('What stands at each {{key}} of the drawing.'),
});
export type FigureWords = z.infer<typeof figureWordsSchema>;
export type Figure = FigureWords & { name: string; svg: string };

/** The classes a drawing may use; the style sheet gives them their colours in light, dark and print. */
export const FIGURE_CLASSES: readonly string[] = [
  'ink',
  'muted',
  'line',
  'official',
  'resident',
  'together',
  'good',
  'caution',
  'danger',
  'fill-official-soft',
  'fill-resident-soft',
  'fill-together-soft',
  'paper',
];

export const FIGURE_KEY = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/**
 * The drawing in one language as inline SVG: words escaped and filled in, ids made unique by `prefix`
 * (two drawings may stand on one page), named by its title and alternative for those who do not see it.
 */
export function drawFigure(figure: Figure, locale: Locale, prefix: string): string {
  const title = `${prefix}-title`;
  const description = `${prefix}-description`;
  const labels =
    `<title id="${title}">${escapeMarkup(figure.title[locale])}</title>` +
    `<desc id="${description}">${escapeMarkup(figure.alternative[locale])}</desc>`;
  return figure.svg
    .replace(/^[\s\S]*?(?=<svg\b)/, '')
    .replace(/\bid="([^"]+)"/g, `id="${prefix}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
    .replace(/\bhref="#([^"]+)"/g, `href="#${prefix}-$1"`)
    .replace(FIGURE_KEY, (_, key: string) => escapeMarkup(figure.words[key]?.[locale] ?? key))
    .replace(
      /<svg\b([^>]*)>/,
      (_, attributes: string) =>
        `<svg${attributes} role="img" aria-labelledby="${title}" aria-describedby="${description}">${labels}`,
    );
}

export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
