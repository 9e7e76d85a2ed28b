import type { ContentProblem } from '#features/catalogue/problem.ts';
import { checkScenario } from '#features/scenario/check.ts';
import type { Draft, Known, ScenarioProblem } from '#features/scenario/problem.ts';
import { canonical } from '#kernel/canonical.ts';
import { rememberRecent } from '#kernel/recent.ts';
import { sha256 } from '#platform/hashing.ts';
import type { ReadBank } from './read-bank.ts';
import { type ReadScenario, wordsWithBank } from './read-scenarios.ts';

/** What the scenario rules find, at the file and line it stands on. Missing walkthroughs do not keep the rest unchecked. */
export function checkScenarios(
  scenarios: ReadScenario[],
  bank: ReadBank,
  known: Known,
): ContentProblem[] {
  return scenarios.flatMap(({ id, files }) => {
    const { scenario, walkthroughs, ko, en } = files;
    if (!scenario || !ko || !en) return [];
    const draft = {
      id,
      source: scenario.value,
      words: wordsWithBank({ scenario, ko, en }, bank.bank),
      walkthroughs: walkthroughs?.value ?? [],
    };
    return checkOnce(draft, known).flatMap(({ file, path, ...problem }): ContentProblem[] => {
      const written = files[file] ?? scenario;
      // What is wrong with a borrowed text in itself is reported once, with the bank; what it gives away is wrong here.
      const isBorrowed = borrowed(bank, { file, id: path[0], own: written.value });
      if (isBorrowed && problem.code !== 'seat-fact-leak') return [];
      const line = written.lineOf(path);
      return [{ ...problem, file: written.file, line, path: path.join('.') }];
    });
  });
}

type Text = {
  readonly file: string;
  readonly id: string | number | undefined;
  readonly own: object;
};

function borrowed({ bank }: ReadBank, { file, id, own }: Text): boolean {
  const inject = /^inject\.([a-z0-9-]+)$/.exec(String(id))?.[1];
  if (inject === undefined || (file !== 'ko' && file !== 'en')) return false;
  return !Object.hasOwn(own, String(id)) && Object.hasOwn(bank[file], inject);
}

const REMEMBERED = 100;
const found = rememberRecent<ScenarioProblem[]>(REMEMBERED);

/** Playing every path takes seconds: while authors work, only what has changed is checked again. */
function checkOnce(draft: Draft, known: Known): ScenarioProblem[] {
  const { competencies, lessons, sources } = known;
  const around = [competencies, lessons, sources].map((ids) => [...ids].sort());
  const key = sha256(canonical([draft, around]));
  const problems = found.get(key) ?? checkScenario(draft, known);
  found.set(key, problems);
  return problems;
}
