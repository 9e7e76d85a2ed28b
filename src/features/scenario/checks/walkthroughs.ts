import { canonical } from '#kernel/canonical.ts';
import type { Compiled } from '../compile.ts';
import { levelsOnPath } from '../evidence.ts';
import type { Explored, ScenarioProblem } from '../problem.ts';
import {
  beginRun,
  choose,
  indicatorsOf,
  isOver,
  openChoices,
  placeOf,
  type RunState,
} from '../run.ts';
import type { Walkthrough } from '../source.ts';

/** Every recorded path still leads where its author said, and every ending has a path that shows it. */
export function checkWalkthroughs(explored: Explored): ScenarioProblem[] {
  const { walkthroughs, source } = explored;
  const shown = walkthroughs.map(({ ending }) => ending);
  const unshown = source.endings.filter((ending) => !shown.includes(ending));
  return [
    ...walkthroughs.flatMap((walkthrough, at) => checkWalkthrough(explored, walkthrough, at)),
    ...unshown.map(
      (ending): ScenarioProblem => ({
        code: 'walkthrough-missing',
        level: 'warning',
        file: 'walkthroughs',
        path: [],
        message: `No walkthrough ends in "${ending}".`,
        help: 'Record a path that leads there, so that later edits cannot lose it unnoticed.',
      }),
    ),
  ];
}

function checkWalkthrough(
  { compiled }: Explored,
  walkthrough: Walkthrough,
  at: number,
): ScenarioProblem[] {
  const walked = walk(compiled, walkthrough.choices);
  if ('stoppedAt' in walked) {
    const { stoppedAt, open } = walked;
    const step = walkthrough.choices[stoppedAt] ?? 'the end';
    const message = `The path stops before "${step}".`;
    return [
      wrong(
        [at, 'choices', stoppedAt],
        message,
        `Open there: ${open.join(', ') || 'nothing, the run is over'}.`,
      ),
    ];
  }
  const { state } = walked;
  const found = {
    ending: placeOf(state),
    minutes: state.minute,
    indicators: indicatorsOf(state),
    evidence: levelsOnPath(compiled.logic, state.decisions),
  };
  return (['ending', 'minutes', 'indicators', 'evidence'] as const)
    .filter((part) => canonical(found[part]) !== canonical(walkthrough[part]))
    .map((part) => {
      const message = `${part}: expected ${canonical(walkthrough[part])}, found ${canonical(found[part])}.`;
      return wrong(
        [at, part],
        message,
        'Mend the scenario, or record what it does now if that is what you mean.',
      );
    });
}

type Walked = { state: RunState } | { stoppedAt: number; open: string[] };

function walk(compiled: Compiled, choices: readonly string[]): Walked {
  let state = beginRun(compiled);
  for (const [index, name] of choices.entries()) {
    const open = openChoices(compiled, state).map(({ id }) => id);
    const [scene, choice = ''] = name.split('.');
    if (scene !== placeOf(state) || !open.includes(choice)) {
      return { stoppedAt: index, open: open.map((id) => `${placeOf(state)}.${id}`) };
    }
    state = choose(compiled, state, choice);
  }
  if (isOver(state)) return { state };
  const open = openChoices(compiled, state).map(({ id }) => `${placeOf(state)}.${id}`);
  return { stoppedAt: choices.length, open };
}

function wrong(path: readonly (string | number)[], message: string, help: string): ScenarioProblem {
  return { code: 'walkthrough-differs', level: 'error', file: 'walkthroughs', path, message, help };
}
