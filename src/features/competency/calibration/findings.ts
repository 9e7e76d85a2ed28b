import { z } from 'zod';
import { GRID, LEVEL_CUTS } from '../likelihood.ts';
import type { CaseAnswer, Cases, Group } from './cases.ts';
import { fairnessOf, type Stratum } from './fairness.ts';
import { type ItemRows, itemRows, type Learned, normalised } from './learn.ts';

const fairness = z.object({
  reference: z.number(),
  focal: z.number(),
  delta: z.number(),
  chiSquare: z.number(),
  size: z.enum(['negligible', 'moderate', 'large']),
});

/** What the first answers to a question show, as it is stored: JSON with a version. */
export const findingsSchema = z.object({
  v: z.literal(1),
  /** Correlation of a right answer with ability as all else shows it; null with too few answers or all alike. */
  discrimination: z.number().nullable(),
  /** Who ticked what: how many, and their mean ability in logits. Null where nothing is ticked or too few answered. */
  choices: z
    .array(z.object({ id: z.string(), people: z.number(), ability: z.number() }))
    .nullable(),
  /** Officials against residents; the reference group is the officials. */
  parts: fairness.nullable(),
  /** Korean against English; the reference group reads Korean. */
  languages: fairness.nullable(),
});
export type Findings = z.infer<typeof findingsSchema>;

/** Fewer people than this behind a figure, and it is not kept: the product never shows groups below five. */
export const PEOPLE_FOR_FIGURES = 5;

/** What the first answers to each question show, by item. */
export function findingsOf(cases: Cases, learned: Learned): Findings[] {
  const rows = itemRows(cases.items, learned.difficulties);
  const tallies = cases.items.map(startTally);
  for (const [at, one] of cases.cases.entries()) {
    const posterior = learned.posteriors[at];
    if (posterior === undefined) continue;
    for (const answer of one.answers) {
      const tally = tallies[answer.item];
      if (!answer.isFirst || tally === undefined) continue;
      count(tally, { answer, group: one.group, ability: abilityWithout(posterior, answer, rows) });
    }
  }
  return tallies.map(conclude);
}

type Tally = {
  people: number;
  right: number;
  ability: number;
  square: number;
  abilityOfRight: number;
  readonly choices: Map<string, { people: number; ability: number }>;
  readonly parts: Stratum[];
  readonly languages: Stratum[];
};

function startTally(): Tally {
  const strata = () => Array.from({ length: LEVEL_CUTS.length + 1 }, startStratum);
  return {
    people: 0,
    right: 0,
    ability: 0,
    square: 0,
    abilityOfRight: 0,
    choices: new Map(),
    parts: strata(),
    languages: strata(),
  };
}

function startStratum(): Stratum {
  return { reference: { right: 0, wrong: 0 }, focal: { right: 0, wrong: 0 } };
}

type Counted = { readonly answer: CaseAnswer; readonly group: Group; readonly ability: number };

function count(tally: Tally, { answer, group, ability }: Counted): void {
  tally.people += 1;
  tally.right += answer.correct ? 1 : 0;
  tally.ability += ability;
  tally.square += ability * ability;
  tally.abilityOfRight += answer.correct ? ability : 0;
  for (const id of answer.chosen ?? []) {
    const own = tally.choices.get(id) ?? { people: 0, ability: 0 };
    own.people += 1;
    own.ability += ability;
    tally.choices.set(id, own);
  }
  const stratum = LEVEL_CUTS.filter((cut) => ability > cut).length;
  const { part, language } = group;
  if (part !== null) {
    compare(tally.parts[stratum], part === 'official' ? 'reference' : 'focal', answer.correct);
  }
  compare(tally.languages[stratum], language === 'ko' ? 'reference' : 'focal', answer.correct);
}

function compare(stratum: Stratum | undefined, side: keyof Stratum, correct: boolean): void {
  if (stratum !== undefined) stratum[side][correct ? 'right' : 'wrong'] += 1;
}

/** Mean ability as everything but this answer shows it: a question must not be its own witness. */
function abilityWithout(posterior: Float64Array, answer: CaseAnswer, rows: ItemRows): number {
  const own = rows[answer.item];
  const row = (answer.correct ? own?.right : own?.wrong) ?? [];
  const logs = posterior.map(
    (probability, point) => Math.log(probability + 1e-300) - answer.weight * (row[point] ?? 0),
  );
  return normalised(logs).reduce((sum, chance, point) => sum + chance * (GRID[point] ?? 0), 0);
}

function conclude(tally: Tally): Findings {
  const isEnough = tally.people >= PEOPLE_FOR_FIGURES;
  const choices = [...tally.choices]
    .map(([id, { people, ability }]) => ({ id, people, ability: rounded(ability / people) }))
    .sort((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1));
  return {
    v: 1,
    discrimination: isEnough ? correlation(tally) : null,
    choices: isEnough && choices.length > 0 ? choices : null,
    parts: roundedFairness(tally.parts),
    languages: roundedFairness(tally.languages),
  };
}

function correlation({ people, right, ability, square, abilityOfRight }: Tally): number | null {
  const share = right / people;
  const mean = ability / people;
  const spread = Math.sqrt(share * (1 - share) * Math.max(0, square / people - mean * mean));
  return spread < 1e-9 ? null : rounded((abilityOfRight / people - share * mean) / spread);
}

function roundedFairness(strata: readonly Stratum[]): Findings['parts'] {
  const found = fairnessOf(strata);
  if (found === null) return null;
  return { ...found, delta: rounded(found.delta), chiSquare: rounded(found.chiSquare) };
}

/** Three decimals: what is stored does not change with the last bit of a sum. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
