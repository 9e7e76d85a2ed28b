import { isHangul, type QueryWord } from './words.ts';

/** A piece of text; what was looked for is marked. */
export type Piece = { readonly text: string; readonly isMarked: boolean };

const LONGEST = 180;
const SENTENCES = /[^.!?。]+[.!?。]*\s*/g;

/** The sentence that has most of the words, shortened around them. Without any, how the text begins. */
export function extractOf(text: string, words: readonly QueryWord[]): Piece[] {
  const sentences = (text.match(SENTENCES) ?? [text]).map((sentence) => sentence.trim());
  const pattern = patternOf(words);
  const counted = sentences.map(
    (sentence) => new Set(sentence.toLowerCase().match(pattern) ?? []).size,
  );
  const best = sentences[counted.indexOf(Math.max(...counted))] ?? '';
  return markedIn(shortened(best, pattern), words);
}

/** A whole text with the words marked in it. */
export function markedIn(text: string, words: readonly QueryWord[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(patternOf(words))) {
    pieces.push({ text: text.slice(end, match.index), isMarked: false });
    end = match.index + match[0].length;
    pieces.push({ text: text.slice(match.index, end), isMarked: true });
  }
  return [...pieces, { text: text.slice(end), isMarked: false }].filter(
    (piece) => piece.text !== '',
  );
}

function shortened(sentence: string, pattern: RegExp): string {
  if (sentence.length <= LONGEST) return sentence;
  const first = Math.max(0, sentence.search(pattern));
  const start = sentence.lastIndexOf(' ', Math.max(0, first - LONGEST / 3)) + 1;
  const cut = sentence.lastIndexOf(' ', start + LONGEST);
  const end = cut > first ? cut : start + LONGEST;
  const tail = end < sentence.length ? ' …' : '';
  return `${start > 0 ? '… ' : ''}${sentence.slice(start, end)}${tail}`;
}

/** Korean words are met with and without spaces inside, others at the beginning of a word. */
function patternOf(words: readonly QueryWord[]): RegExp {
  const parts = words.map(({ stem }) =>
    isHangul(stem) ? [...stem].join('\\s?') : `(?<![\\p{L}\\p{N}])${stem}[\\p{L}\\p{N}]*`,
  );
  return new RegExp(parts.length > 0 ? parts.join('|') : '(?!)', 'giu');
}
