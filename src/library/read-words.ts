import type { ContentProblem, Written } from '#features/catalogue/problem.ts';
import { parseWords, type Words, type WordsProblem } from '#features/scenario/words.ts';
import { type Folder, fileMissing } from './folder.ts';

export type ReadWords = { written: Written<Words> | null; problems: ContentProblem[] };

/** A text file of sections with ids; `help` tells what to do when there is no such file. */
export async function readWords(folder: Folder, file: string, help: string): Promise<ReadWords> {
  const text = await folder.text(file);
  if (text === null) return { written: null, problems: [fileMissing(file, help)] };
  const { words, problems } = parseWords(text);
  const lines = text.split(/\r?\n/);
  const indexOf = (id: string) => lines.findIndex((line) => line.trimEnd().endsWith(`{#${id}}`));
  // A path in words is one id, which stands in braces at the end of its heading. What a seat has no text for is looked up
  // where the others have theirs; 0 + 1 leads to the top of the file.
  const lineOf = ([key]: readonly PropertyKey[]) => {
    const id = String(key);
    const found = indexOf(id);
    return Math.max(found === -1 ? indexOf(id.replace(/@.*/, '')) : found, 0) + 1;
  };
  return {
    written: { value: words, file, lineOf },
    problems: problems.map((problem) => wordsProblem(file, problem)),
  };
}

function wordsProblem(file: string, { code, line, text }: WordsProblem): ContentProblem {
  const [message, help] =
    code === 'text-duplicate'
      ? [`There are two texts for "${text}".`, 'Keep one of them.']
      : [
          `"${text.slice(0, 40)}" belongs to no heading with an id.`,
          'Put it below a heading such as "## Title {#title}".',
        ];
  return { code, level: 'error', file, line, message, help };
}
