import type { z } from 'zod';
import { unfit } from '#features/catalogue/check-ids.ts';
import type { ContentProblem, Written } from '#features/catalogue/problem.ts';
import type { Folder } from './folder.ts';
import { readYamlFile } from './read-yaml.ts';

export type Files<T> = { files: Written<T & { id: string }>[]; problems: ContentProblem[] };

/** Every YAML file directly in a folder, one thing each; the name of the file is its permanent id. */
export async function readFilesIn<T extends object>(
  folder: Folder,
  path: string,
  schema: z.ZodType<T>,
): Promise<Files<T>> {
  const names = await folder.files(path, '.yaml');
  const read = await Promise.all(
    names.map(async (name) => {
      const id = name.replace(/\.yaml$/, '');
      const file = await readYamlFile(folder, `${path}/${name}`, schema, 'Restore it.');
      return { id, ...file };
    }),
  );
  return {
    files: read.flatMap(({ id, written }) =>
      written === null ? [] : [{ ...written, value: { ...written.value, id } }],
    ),
    problems: read.flatMap(({ id, problems }) => [
      ...unfit(id, `${path}/${id}.yaml`, 'file'),
      ...problems,
    ]),
  };
}
