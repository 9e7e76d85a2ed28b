import { type AloneGraphs, exploreAlone } from './alone.ts';
import { checkBestPath } from './checks/best-path.ts';
import { checkBounds } from './checks/bounds.ts';
import { checkClaims } from './checks/claims.ts';
import { checkDominance } from './checks/dominance.ts';
import { checkEndings } from './checks/endings.ts';
import { checkFacts } from './checks/facts.ts';
import { checkLabels } from './checks/labels.ts';
import { checkNames } from './checks/names.ts';
import { checkReach } from './checks/reach.ts';
import { checkReferences } from './checks/references.ts';
import { checkSeatNames, checkSeats } from './checks/seats.ts';
import { checkWalkthroughs } from './checks/walkthroughs.ts';
import { checkWords } from './checks/words.ts';
import { type Compiled, compile } from './compile.ts';
import { explore, type Graph } from './explore.ts';
import type { Draft, Explored, Known, ScenarioProblem } from './problem.ts';
import { logicOf } from './source.ts';

/** Rules over everything that can happen, each in a file of its own. To add one, add its file and its line here. */
const RULES: readonly ((explored: Explored) => ScenarioProblem[])[] = [
  checkReach,
  checkEndings,
  checkBounds,
  checkSeats,
  checkClaims,
  checkFacts,
  checkDominance,
  checkBestPath,
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
  const graph = explore(compiled);
  const explored = { ...draft, logic, compiled, graph, alone: aloneNow(compiled, graph) };
  return [...problems, ...RULES.flatMap((rule) => rule(explored))];
}

/** The problems that can be seen without playing, and whether the scenario can be played at all. */
export function checkUnplayed(
  draft: Draft,
  known: Known,
): { problems: ScenarioProblem[]; isPlayable: boolean } {
  const names = [...checkNames(draft.source), ...checkSeatNames(draft.source)];
  return {
    problems: [
      ...names,
      ...checkReferences(draft.source, known),
      ...checkWords(draft),
      ...checkLabels(draft),
    ],
    isPlayable: names.every(({ level }) => level !== 'error'),
  };
}

function aloneNow(compiled: Compiled, graph: Graph): AloneGraphs {
  const exploring = exploreAlone(compiled, graph);
  for (;;) {
    const step = exploring.next();
    if (step.done) return step.value;
  }
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
