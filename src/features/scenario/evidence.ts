import { named } from './named.ts';
import type { ScenarioLogic } from './source.ts';

/** What one decision shows of one competency. */
export type Shows = {
  readonly competency: string;
  readonly level: number;
  readonly weight: number;
};

/** What a decision shows, by competency in the order of their ids. */
export function shownBy(logic: ScenarioLogic, scene: string, choiceId: string): Shows[] {
  const choice = named(logic.scenes, scene).choices.find(({ id }) => id === choiceId);
  if (choice === undefined) throw new Error(`"${scene}" has no choice "${choiceId}"`);
  return Object.entries(choice.shows)
    .map(([competency, { level, weight }]) => ({ competency, level, weight }))
    .sort((a, b) => (a.competency < b.competency ? -1 : 1));
}

/** The levels a whole path shows, by competency in the order of the decisions. */
export function levelsOnPath(
  logic: ScenarioLogic,
  decisions: readonly { scene: string; choice: string }[],
): Record<string, number[]> {
  const levels: Record<string, number[]> = {};
  for (const { scene, choice } of decisions) {
    for (const { competency, level } of shownBy(logic, scene, choice)) {
      levels[competency] = [...(levels[competency] ?? []), level];
    }
  }
  return levels;
}
