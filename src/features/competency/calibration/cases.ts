import type { Evidence, Weighed } from '../evidence.ts';
import { weigh } from '../evidence.ts';
import { GRID, logLikelihood } from '../likelihood.ts';
import { UNCALIBRATED } from '../parameters.ts';

/** Whom an answer is compared with: by the person's part in the city, and by the language they read in. */
export type Group = {
  readonly part: 'official' | 'resident' | null;
  readonly language: 'ko' | 'en';
};

/** One person in one competency, boiled down to what calibration needs. */
export type Case = {
  readonly group: Group;
  /** Log-likelihood of all that is neither an answer nor an observation, over the grid. */
  readonly rest: Float64Array;
  readonly answers: readonly CaseAnswer[];
  readonly ratings: readonly CaseRating[];
};
export type CaseAnswer = {
  readonly item: number;
  readonly correct: boolean;
  readonly weight: number;
  /** The first answer of the person to this question: the only one that says how hard it is. */
  readonly isFirst: boolean;
  /** What was ticked, by choice; null where nothing is ticked. */
  readonly chosen: readonly string[] | null;
};
export type CaseRating = {
  readonly rater: number;
  readonly level: number;
  readonly weight: number;
};

export type CaseItem = {
  readonly source: string;
  readonly competency: string;
  /** Of the newest answer: an author may have changed it. */
  readonly authored: number;
  readonly options: number;
};

export type Cases = {
  readonly cases: readonly Case[];
  readonly items: readonly CaseItem[];
  readonly raters: readonly string[];
};

export type NewCase = {
  readonly pieces: readonly Evidence[];
  readonly group: Group;
  readonly chosen: ReadonlyMap<string, readonly string[]>;
};

/** Collects cases one by one, so that the evidence of everybody never has to be in memory as it is stored. */
export function startCases(): { add: (one: NewCase) => void; finish: () => Cases } {
  const cases: Case[] = [];
  const items = numbering<CaseItem & { readonly at: number }>();
  const raters = numbering<string>();
  const add = ({ pieces, group, chosen }: NewCase) => {
    const seen = new Set<number>();
    const rest = new Float64Array(GRID.length);
    const answers: CaseAnswer[] = [];
    const ratings: CaseRating[] = [];
    for (const one of weigh(pieces)) {
      const { piece, weight } = one;
      const { shown, source, competency, occurredAt: at } = piece;
      if (shown.kind === 'question') {
        const known = {
          source,
          competency,
          authored: shown.difficulty,
          options: shown.options,
          at,
        };
        const item = items.numberOf(source, known, (old) => old.at < at);
        const isFirst = !seen.has(item);
        seen.add(item);
        const { correct } = shown;
        answers.push({ item, correct, weight, isFirst, chosen: chosen.get(piece.id) ?? null });
      } else if (shown.kind === 'observation') {
        const rater = raters.numberOf(shown.raterId, shown.raterId, () => false);
        ratings.push({ rater, level: shown.level, weight });
      } else addRow(rest, one);
    }
    if (answers.length + ratings.length > 0) cases.push({ group, rest, answers, ratings });
  };
  return { add, finish: () => ({ cases, items: items.all(), raters: raters.all() }) };
}

function addRow(rest: Float64Array, { piece, weight }: Weighed): void {
  const row = logLikelihood(piece.shown, piece.source, UNCALIBRATED);
  for (const [point, value] of row.entries()) rest[point] = (rest[point] ?? 0) + weight * value;
}

function numbering<T>() {
  const numbers = new Map<string, number>();
  const things: T[] = [];
  return {
    numberOf: (key: string, thing: T, isNewer: (old: T) => boolean) => {
      const number = numbers.get(key) ?? things.length;
      const old = things[number];
      numbers.set(key, number);
      if (old === undefined || isNewer(old)) things[number] = thing;
      return number;
    },
    all: (): readonly T[] => things,
  };
}
