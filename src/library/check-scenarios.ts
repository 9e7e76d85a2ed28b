import type { ContentProblem } from '#features/catalogue/problem.ts';
import { checkScenario } from '#features/scenario/check.ts';
import type { Known } from '#features/scenario/problem.ts';
import type { ReadScenario } from './read-scenarios.ts';

/** What the scenario rules find, at the file and line it stands on. Missing walkthroughs do not keep the rest unchecked. */
export function checkScenarios(scenarios: ReadScenario[], known: Known): ContentProblem[] {
  return scenarios.flatMap(({ id, files }) => {
    const { scenario, walkthroughs, ko, en } = files;
    if (!scenario || !ko || !en) return [];
    const draft = {
      id,
      source: scenario.value,
      words: { ko: ko.value, en: en.value },
      walkthroughs: walkthroughs?.value ?? [],
    };
    return checkScenario(draft, known).map(({ file, path, ...problem }): ContentProblem => {
      const written = files[file] ?? scenario;
      const line = written.lineOf(path);
      return { ...problem, file: written.file, line, path: path.join('.') };
    });
  });
}
