import { readFileSync } from 'node:fs';

export type Weight = 'regular' | 'bold';

/**
 * Unpacked by the build, because pdfkit takes from a WOFF2 file every glyph and draws none. Relative to the folder the
 * server starts in, as `var/` is.
 */
const FILES: Record<Weight, string> = {
  regular: 'src/ui/fonts/print/400.ttf',
  bold: 'src/ui/fonts/print/700.ttf',
};

/** The outlines of both weights, with all 11,172 Hangul syllables. Read anew each time: a document is rare, memory is not. */
export function readTypeface(): Record<Weight, Buffer> {
  return { regular: read(FILES.regular), bold: read(FILES.bold) };
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`${path} is missing: \`npm run fonts\` makes it`, { cause: error });
  }
}

/** Stands where the typeface has no glyph (Chinese characters, emoji): the reader sees that something is missing. */
const MISSING = '□';

/**
 * The text as the typeface can show it: composed syllables, tabs and line ends as spaces. What it lacks becomes □, never
 * nothing.
 */
export function showable(text: string, shows: (point: number) => boolean): string {
  return Array.from(text.normalize('NFC').replace(/\s+/g, ' ').trim(), (character) =>
    shows(character.codePointAt(0) ?? 0) ? character : MISSING,
  ).join('');
}
