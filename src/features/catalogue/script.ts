const HANGUL = /\p{Script=Hangul}/gu;
const LETTER = /\p{Letter}/gu;

export function hasHangul(text: string): boolean {
  return text.search(HANGUL) >= 0;
}

/** Share of Hangul among the letters; 1 for a text without letters. */
export function hangulShare(text: string): number {
  const letters = text.match(LETTER)?.length ?? 0;
  return letters === 0 ? 1 : (text.match(HANGUL)?.length ?? 0) / letters;
}

/** The first run of Hangul with its neighbours, for showing where it is. */
export function hangulIn(text: string): string {
  return /[\p{Script=Hangul}][\p{Script=Hangul}\s]*/u.exec(text)?.[0].trim() ?? '';
}

/** The text without given words, such as names that are explained elsewhere. Longest first. */
export function without(text: string, words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), text);
}
