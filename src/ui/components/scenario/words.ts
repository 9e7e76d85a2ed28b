import type { RunSummary } from '#features/scenario/service.ts';
import type { ScenarioSource } from '#features/scenario/source.ts';
import { plainText, type Words } from '#features/scenario/words.ts';

/** The text below a heading on one line; empty when there is none. */
export function textOf(words: Words, id: string): string {
  return plainText(words[id]?.blocks ?? []);
}

/** Whether one has finished a scenario, is in the middle of it, or neither; rehearsals do not count. */
export function latestState(
  runs: readonly RunSummary[],
  scenarioId: string,
): 'finished' | 'running' | null {
  const own = runs.filter((run) => run.scenarioId === scenarioId && run.rehearsedFrom === null);
  if (own.length === 0) return null;
  return own.some(({ finishedAt }) => finishedAt !== null) ? 'finished' : 'running';
}

export function difficultyWord({ difficulty }: ScenarioSource): 'easy' | 'middle' | 'hard' {
  if (difficulty <= -0.75) return 'easy';
  return difficulty >= 0.75 ? 'hard' : 'middle';
}
