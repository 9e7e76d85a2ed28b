import type { Instant } from '#kernel/date.ts';
import { confirmedLevel } from './confirmation.ts';
import { accumulate, type Estimate, estimateAt, pointProbabilities } from './estimate.ts';
import { type Evidence, type Shown, weigh } from './evidence.ts';
import type { Level } from './framework.ts';
import { logLikelihood } from './likelihood.ts';
import type { Model } from './parameters.ts';

/** Something a person could do next that would show this competency. */
export type Possible = {
  readonly id: string;
  /** Everything it could turn out to show, from the worst to the best; see `outcomesOf`. */
  readonly outcomes: readonly Shown[];
  readonly source: string;
  readonly runId: string | null;
  /** How long it takes, in minutes. */
  readonly minutes: number;
};

export type Prospect = {
  readonly id: string;
  /** Logits by which the estimate rises on average, counting only outcomes that raise it. */
  readonly gain: number;
  /** `gain` for each ten minutes. */
  readonly pace: number;
  /** Logits by which the estimate rises if it goes as well as it can, and how likely that is. */
  readonly best: { readonly rise: number; readonly chance: number };
  /** Logits by which the standard deviation shrinks on average. */
  readonly surer: number;
  /** Probability that the wanted level is confirmed afterwards. */
  readonly confirms: number;
};

/**
 * What would raise a competency fastest, best first: likeliest to confirm the wanted level, then the fastest rise. The
 * average over all outcomes of an honest estimate is the estimate itself, so the gain counts what goes well, by how likely
 * that is today (the knowledge gradient of Frazier, Powell & Dayanik 2008). Weights are those each piece would really have:
 * a repeated question or a third decision in one run promises little.
 */
export function whatRaisesFastest(
  pieces: readonly Evidence[],
  possible: readonly Possible[],
  { wanted, now, model }: { readonly wanted: Level; readonly now: Instant; readonly model: Model },
): Prospect[] {
  const today = accumulate(weigh(pieces), now, model);
  const before = estimateAt(today, now);
  const abilities = pointProbabilities(today, now);
  return possible
    .map((one): Prospect => {
      const after = one.outcomes.map((shown) => {
        const chance = chanceOf(shown, { source: one.source, abilities, model });
        return { chance, ...ifShown(pieces, { shown, one, now, model }) };
      });
      const average = (of: (outcome: Outcome) => number) =>
        after.reduce((sum, outcome) => sum + outcome.chance * of(outcome), 0);
      const gain = average(({ estimate }) => Math.max(0, estimate.mean - before.mean));
      const best = after.at(-1);
      return {
        id: one.id,
        gain,
        pace: (gain * 10) / one.minutes,
        best: { rise: (best?.estimate.mean ?? 0) - before.mean, chance: best?.chance ?? 0 },
        surer: before.sd - average(({ estimate }) => estimate.sd),
        confirms: average(({ confirmed }) => (confirmed >= wanted ? 1 : 0)),
      };
    })
    .sort((a, b) => b.confirms - a.confirms || b.pace - a.pace || (a.id < b.id ? -1 : 1));
}

type Outcome = { readonly chance: number; readonly estimate: Estimate; readonly confirmed: Level };

/** How likely it is today that this comes out. */
function chanceOf(
  shown: Shown,
  { source, abilities, model }: { source: string; abilities: readonly number[]; model: Model },
): number {
  const row = logLikelihood(shown, source, model);
  return abilities.reduce((sum, ability, point) => sum + ability * Math.exp(row[point] ?? 0), 0);
}

function ifShown(
  pieces: readonly Evidence[],
  { shown, one, now, model }: { shown: Shown; one: Possible; now: Instant; model: Model },
): Pick<Outcome, 'estimate' | 'confirmed'> {
  const imagined: Evidence = {
    id: `possible ${one.id}`,
    personId: '',
    competency: '',
    shown,
    source: one.source,
    runId: one.runId,
    occurredAt: now,
    recordedAt: now,
    revokedAt: null,
    revokedReason: null,
  };
  const weighed = weigh([...pieces, imagined]);
  const estimate = estimateAt(accumulate(weighed, now, model), now);
  const kinds = weighed.map(({ piece }) => piece.shown.kind);
  return { estimate, confirmed: confirmedLevel(estimate, kinds) };
}

/** All that a kind of evidence could show, worst first: the levels of a rating, right and wrong for a question. */
export function outcomesOf(shown: Shown): Shown[] {
  switch (shown.kind) {
    case 'question':
      return [false, true].map((correct) => ({ ...shown, correct }));
    case 'decision':
    case 'vote':
      return [0, 1, 2, 3].map((level) => ({ ...shown, level }));
    case 'imported':
      return [0, 1, 2, 3, 4].map((level) => ({ ...shown, result: { level } }));
    default:
      return [0, 1, 2, 3, 4].map((level) => ({ ...shown, level }));
  }
}
