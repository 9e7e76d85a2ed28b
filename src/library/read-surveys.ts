import type { ContentProblem, Written } from '#features/catalogue/problem.ts';
import { checkSurveys } from '#features/survey/check.ts';
import {
  assembleSurvey,
  type Survey,
  surveyPartSchema,
  surveySchema,
} from '#features/survey/survey.ts';
import type { Folder } from './folder.ts';
import { readFilesIn } from './read-files.ts';

export type ReadSurveys = {
  /** Surveys and shared parts as they stand in their files. */
  readonly files: readonly Written<{ id: string }>[];
  readonly surveys: Survey[];
  /** What does not fit, and what the rules find. */
  readonly problemsAmong: (courses: ReadonlySet<string>) => ContentProblem[];
};

/** Reads `surveys/*.yaml` and what they share, `surveys/parts/*.yaml`. */
export async function readSurveys(folder: Folder): Promise<ReadSurveys> {
  const [surveys, parts] = await Promise.all([
    readFilesIn(folder, 'surveys', surveySchema),
    readFilesIn(folder, 'surveys/parts', surveyPartSchema),
  ]);
  const known = new Map(parts.files.map(({ value }) => [value.id, value]));
  return {
    files: [...surveys.files, ...parts.files],
    surveys: surveys.files.map(({ value }) => assembleSurvey(value, known)),
    problemsAmong: (courses) => [
      ...[...surveys.problems, ...parts.problems],
      ...checkSurveys(surveys.files, parts.files, courses),
    ],
  };
}
