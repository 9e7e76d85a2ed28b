import { checkBounds } from './checks/bounds.ts';
import { checkClaims } from './checks/claims.ts';
import { checkEndings } from './checks/endings.ts';
import { checkNames } from './checks/names.ts';
import { checkReach } from './checks/reach.ts';
import { checkReferences } from './checks/references.ts';
import { checkWalkthroughs } from './checks/walkthroughs.ts';
import { checkWords } from './checks/words.ts';
import { compile } from './compile.ts';
import { explore } from './explore.ts';
import type { Draft, Explored, Known, ScenarioProblem } from './problem.ts';
import { logicOf } from './source.ts';

/** Rules over everything that can happen, each in a file of its own. To add one, add its file and its line here. */
const RULES: readonly ((explored: Explored) => ScenarioProblem[])[] = [
  checkReach,
  checkEndings,
  checkBounds,
  checkClaims,
  checkWalkthroughs,
];

/**
 * Every problem of a scenario. Names and words come first: while a name does not exist, nothing can be played, so the
 * rules that play every path wait.
 */
export function checkScenario(draft: Draft, known: Known): ScenarioProblem[] {
  const { problems, isPlayable } = checkUnplayed(draft, known);
  if (!isPlayable) return problems;
  const logic = logicOf(draft.id, draft.source);
  const compiled = compile(logic);
  const explored = { ...draft, logic, compiled, graph: explore(compiled) };
  return [...problems, ...RULES.flatMap((rule) => rule(explored))];
}

/** The problems that can be seen without playing, and whether the scenario can be played at all. */
export function checkUnplayed(
  draft: Draft,
  known: Known,
): { problems: ScenarioProblem[]; isPlayable: boolean } {
  const names = checkNames(draft.source);
  return {
    problems: [...names, ...checkReferences(draft.source, known), ...checkWords(draft)],
    isPlayable: names.every(({ level }) => level !== 'error'),
  };
}

/** The problems in what can happen, rule by rule: yields in between, so that a server can answer others. */
export function* checkPlayedSlowly(explored: Explored): Generator<void, ScenarioProblem[]> {
  const problems: ScenarioProblem[] = [];
  for (const rule of RULES) {
    problems.push(...rule(explored));
    yield;
  }
  return problems;
}
