import type { Instant } from '#kernel/date.ts';
import {
  type Accumulator,
  accumulate,
  atLeast,
  type Estimate,
  estimateAt,
  fading,
  likeliestLevel,
} from './estimate.ts';
import { type Evidence, type EvidenceKind, type Weighed, weigh } from './evidence.ts';
import type { Level } from './framework.ts';
import { speedOf } from './likelihood.ts';
import { type Model, UNCALIBRATED } from './parameters.ts';

/** Above this standard deviation (logits) nothing is said about a level. */
const ENOUGH_SD = 0.9;
const CONFIRMED_AT = 0.8;
const KINDS_TO_CONFIRM = 2;

export type Standing =
  | { readonly status: 'nothing-shown' }
  | { readonly status: 'not-enough' | 'likely'; readonly level: Level }
  | { readonly status: 'confirmed'; readonly level: Level }
  | { readonly status: 'needs-refresh'; readonly level: Level; readonly confirmedAt: Instant };

export type ExplainedPiece = {
  readonly piece: Evidence;
  /** How much the estimate would be lower (logits) without this piece; negative when it pulls down. */
  readonly shift: number;
  /** Its weight today, faded; 0 for revoked evidence. */
  readonly counts: number;
};

export type CompetencyState = {
  readonly standing: Standing;
  readonly estimate: Estimate;
  readonly pieces: readonly ExplainedPiece[];
  /** 1 when everything is of today; 0.5 when the evidence counts half of what it once did. */
  readonly freshness: number;
  readonly lastShownAt: Instant | null;
};

/** A competency of a person, boiled down: enough to say where they stand at any later moment. Cached in `competency_cell`. */
export type Cell = {
  readonly personId: string;
  readonly competency: string;
  readonly accumulator: Accumulator;
  readonly pieces: number;
  /** How many kinds of evidence there are. */
  readonly kinds: number;
  /** The level that was confirmed when the last evidence came in; 0 for none. */
  readonly confirmedThen: Level;
  readonly lastShownAt: Instant;
};

/** Boils evidence down; null when nothing counts. */
export function cellOf(
  { personId, competency }: Pick<Cell, 'personId' | 'competency'>,
  pieces: readonly Evidence[],
  model: Model = UNCALIBRATED,
): Cell | null {
  const weighed = weigh(pieces);
  const lastShownAt = weighed.at(-1)?.piece.occurredAt;
  if (lastShownAt === undefined) return null;
  const accumulator = accumulate(weighed, lastShownAt, model);
  const kinds = new Set<EvidenceKind>(weighed.map(({ piece }) => piece.shown.kind)).size;
  return {
    personId,
    competency,
    accumulator,
    pieces: weighed.length,
    kinds,
    confirmedThen: confirmedLevel(estimateAt(accumulator, lastShownAt), kinds),
    lastShownAt,
  };
}

/**
 * What may be said about a level. Confirmed: P(≥ level) ≥ 0.8 from at least two kinds of evidence. Whatever was confirmed
 * when the last evidence came in, and has faded since, needs a refresh but stays visible.
 */
export function standingOf(cell: Cell, now: Instant): Standing {
  const estimate = estimateAt(cell.accumulator, now);
  const confirmed = confirmedLevel(estimate, cell.kinds);
  if (cell.confirmedThen > confirmed) {
    return { status: 'needs-refresh', level: cell.confirmedThen, confirmedAt: cell.lastShownAt };
  }
  if (confirmed > 0) return { status: 'confirmed', level: confirmed };
  const level = likeliestLevel(estimate);
  return { status: estimate.sd > ENOUGH_SD ? 'not-enough' : 'likely', level };
}

/** Everything the profile says about one competency of one person at a moment, newest evidence first. */
export function competencyState(
  pieces: readonly Evidence[],
  now: Instant,
  model: Model = UNCALIBRATED,
): CompetencyState {
  const weighed = weigh(pieces);
  const estimate = estimateAt(accumulate(weighed, now, model), now);
  const explained = pieces.map((piece) =>
    explain(piece, { all: pieces, weighed, estimate, now, model }),
  );
  const full = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const left = explained.reduce((sum, { counts }) => sum + counts, 0);
  const cell = cellOf({ personId: '', competency: '' }, pieces, model);
  return {
    standing: cell === null ? { status: 'nothing-shown' } : standingOf(cell, now),
    estimate,
    pieces: explained.sort((a, b) => b.piece.occurredAt - a.piece.occurredAt),
    freshness: full === 0 ? 0 : left / full,
    lastShownAt: cell?.lastShownAt ?? null,
  };
}

function confirmedLevel(estimate: Estimate, kinds: number): Level {
  if (kinds < KINDS_TO_CONFIRM || estimate.sd > ENOUGH_SD) return 0;
  const levels: readonly Level[] = [4, 3, 2, 1];
  return levels.find((level) => atLeast(estimate, level) >= CONFIRMED_AT) ?? 0;
}

type Whole = {
  readonly all: readonly Evidence[];
  readonly weighed: readonly Weighed[];
  readonly estimate: Estimate;
  readonly now: Instant;
  readonly model: Model;
};

function explain(piece: Evidence, { all, weighed, estimate, now, model }: Whole): ExplainedPiece {
  const own = weighed.find((one) => one.piece.id === piece.id);
  if (own === undefined) return { piece, shift: 0, counts: 0 };
  const others = all.filter(({ id }) => id !== piece.id);
  const without = estimateAt(accumulate(weigh(others), now, model), now);
  const halfLife = model.halfLives[speedOf(piece.shown.kind)];
  return {
    piece,
    shift: estimate.mean - without.mean,
    counts: own.weight * fading(piece.occurredAt, now, halfLife),
  };
}
