import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentProblem } from '#features/catalogue/problem.ts';

/** The content folder as its readers see it: paths from its root with forward slashes, names in a fixed order. */
export type Folder = {
  /** `null` when there is no such file. */
  text(path: string): Promise<string | null>;
  folders(path: string): Promise<string[]>;
  files(path: string, ending: string): Promise<string[]>;
};

export function openFolder(root: string): Folder {
  const entries = (path: string) =>
    unlessMissing(readdir(join(root, path), { withFileTypes: true }));
  const named = (names: { name: string }[]) =>
    names
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('.'))
      .sort();
  return {
    text: (path) => unlessMissing(readFile(join(root, path), 'utf8')),
    folders: async (path) =>
      named(((await entries(path)) ?? []).filter((entry) => entry.isDirectory())),
    files: async (path, ending) =>
      named(
        ((await entries(path)) ?? []).filter(
          (entry) => entry.isFile() && entry.name.endsWith(ending),
        ),
      ),
  };
}

export function fileMissing(file: string, help: string): ContentProblem {
  return {
    code: 'file-missing',
    level: 'error',
    file,
    line: 1,
    message: 'This file is missing.',
    help,
  };
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
