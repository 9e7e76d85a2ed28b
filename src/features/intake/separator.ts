export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** The separator that stands most often outside quotation marks in the first line; a comma where there is none. */
export function separatorOf(text: string): Separator {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === '\n' || sign === '\r') break;
    else if (sign === ',' || sign === ';' || sign === '\t') counts[sign] += 1;
  }
  const [most] = [...SEPARATORS].sort((a, b) => counts[b] - counts[a]);
  return most ?? ',';
}
