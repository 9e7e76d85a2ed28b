import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ContentProblem } from '#features/catalogue/problem.ts';
import { readLibrary } from '#library/read.ts';

const FIXTURE = join(import.meta.dirname, '../fixtures/content');
const made: string[] = [];

process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the small good content that a test may damage. Paths go from the content folder. */
export function contentCopy() {
  const root = mkdtempSync(join(tmpdir(), 'hamkke-content-'));
  made.push(root);
  cpSync(FIXTURE, join(root, 'content'), { recursive: true });
  const place = (file: string) => join(root, 'content', file);
  const copy = {
    root,
    write(file: string, text: string) {
      mkdirSync(dirname(place(file)), { recursive: true });
      writeFileSync(place(file), text);
    },
    /** Replaces words that must be there, so that a test cannot pass by changing nothing. */
    replace(file: string, from: string, to: string) {
      const text = readFileSync(place(file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
      copy.write(
        file,
        text.replace(from, () => to),
      );
    },
    read: (file: string) => readFileSync(place(file), 'utf8'),
    remove: (file: string) => rmSync(place(file), { recursive: true }),
    problems: async (): Promise<ContentProblem[]> => (await readLibrary(root)).problems,
  };
  return copy;
}

export type ContentCopy = ReturnType<typeof contentCopy>;
