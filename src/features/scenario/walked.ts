import { decisionName } from './run.ts';
import type { ScenarioLogic, Walkthrough } from './source.ts';

export type Walked = {
  /** How many choices there are, and how many of them some walkthrough takes. */
  readonly choices: number;
  readonly taken: number;
  /** `scene.choice` that no walkthrough takes, in the author's order. */
  readonly untaken: readonly string[];
};

/** Which choices the walkthroughs of a scenario take. */
export function walkedBy(logic: ScenarioLogic, walkthroughs: readonly Walkthrough[]): Walked {
  const taken = new Set(walkthroughs.flatMap(({ choices }) => choices));
  const names = Object.entries(logic.scenes).flatMap(([scene, { choices }]) =>
    choices.map(({ id }) => decisionName({ scene, choice: id })),
  );
  const untaken = names.filter((name) => !taken.has(name));
  return { choices: names.length, taken: names.length - untaken.length, untaken };
}
