import type { z } from 'zod';
import type { ContentProblem, Written } from '#features/catalogue/problem.ts';
import { type Folder, fileMissing } from './folder.ts';
import { fitting, parseYaml } from './yaml-file.ts';

/** One YAML file held against its schema; `help` tells what to do when there is no such file. */
export async function readYamlFile<T>(
  folder: Folder,
  file: string,
  schema: z.ZodType<T>,
  help: string,
): Promise<{ written: Written<T> | null; problems: ContentProblem[] }> {
  const text = await folder.text(file);
  if (text === null) return { written: null, problems: [fileMissing(file, help)] };
  const { written, problems } = parseYaml(file, text);
  if (written === null) return { written: null, problems };
  const fitted = fitting(written, schema);
  const { lineOf } = written;
  return {
    written: fitted.value === null ? null : { value: fitted.value, file, lineOf },
    problems: fitted.problems,
  };
}
