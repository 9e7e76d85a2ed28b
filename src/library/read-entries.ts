import { z } from 'zod';
import type { ContentProblem, Written } from '#features/catalogue/problem.ts';
import type { Folder } from './folder.ts';
import { fitting, parseYaml } from './yaml-file.ts';

export type Entries<T> = { entries: Written<T>[]; problems: ContentProblem[] };

/** Every list entry of every YAML file directly in a folder, such as `glossary/`. */
export async function readEntries<T>(
  folder: Folder,
  path: string,
  schema: z.ZodType<T>,
): Promise<Entries<T>> {
  const names = await folder.files(path, '.yaml');
  const lists = await Promise.all(
    names.map((name) => readEntryFile(folder, `${path}/${name}`, schema)),
  );
  return {
    entries: lists.flatMap(({ entries }) => entries),
    problems: lists.flatMap(({ problems }) => problems),
  };
}

/** The entries of one YAML list; none when the file is missing or empty. */
export async function readEntryFile<T>(
  folder: Folder,
  file: string,
  schema: z.ZodType<T>,
): Promise<Entries<T>> {
  const text = await folder.text(file);
  if (text === null) return { entries: [], problems: [] };
  const { written, problems } = parseYaml(file, text);
  if (written === null || written.value === null) return { entries: [], problems };
  const list = fitting(written, z.array(z.unknown()));
  const read = (list.value ?? []).map((_, index) => ({
    index,
    ...fitting(written, schema, [index]),
  }));
  return {
    entries: read.flatMap(({ index, value }) =>
      value === null ? [] : [entryAt(written, index, value)],
    ),
    problems: [...list.problems, ...read.flatMap((entry) => entry.problems)],
  };
}

function entryAt<T>(written: Written<unknown>, index: number, value: T): Written<T> {
  return { value, file: written.file, lineOf: (path) => written.lineOf([index, ...path]) };
}
