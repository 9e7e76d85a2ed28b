/** Width of a piece of text in ems of our typeface, on the safe side: nothing can be measured on the server. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + emsOf(letter), 0);
}

/** Breaks text between words into lines of at most so many ems; a word longer than a line stands on one of its own. */
export function wrap(text: string, ems: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= ems) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function emsOf(letter: string): number {
  if (/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7ff]/.test(letter)) return 0.9;
  if (/[\sijlt.,:;'’‘|!()[\]-]/.test(letter)) return 0.34;
  return /[A-ZmwMW@—…]/.test(letter) ? 0.8 : 0.58;
}
