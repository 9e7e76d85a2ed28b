import type { Item } from '#features/assessment/item.ts';
import {
  allCompetencies,
  type Competency,
  type Framework,
} from '#features/competency/framework.ts';
import type { Scenario } from './source.ts';

/** Where a competency can be shown. */
export type Coverage = {
  readonly competency: Competency;
  /** How many questions ask for it. */
  readonly questions: number;
  /** Ids of the scenarios that claim it. */
  readonly scenarios: readonly string[];
};

/** What the content can show of every competency, in the order of the framework, also where that is nothing. */
export function coverageOf(
  framework: Framework,
  items: readonly Item[],
  scenarios: readonly Scenario[],
): Coverage[] {
  return allCompetencies(framework).map((competency) => ({
    competency,
    questions: items.filter((item) => item.competency === competency.id).length,
    scenarios: scenarios.filter(({ source }) => competency.id in source.claims).map(({ id }) => id),
  }));
}
