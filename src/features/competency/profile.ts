import type { Instant } from '#kernel/date.ts';
import {
  confirmedLevel,
  ENOUGH_SD,
  isSigned,
  missingSorts,
  type Signature,
} from './confirmation.ts';
import { type ExplainedPiece, explainPieces } from './differential.ts';
import {
  type Accumulator,
  accumulate,
  type Estimate,
  estimateAt,
  fadeTo,
  likeliestLevel,
  rounded,
  withPiece,
} from './estimate.ts';
import { type Evidence, type EvidenceKind, type Weighed, weigh } from './evidence.ts';
import type { Level } from './framework.ts';
import { type Model, UNCALIBRATED } from './parameters.ts';

export type Standing =
  | { readonly status: 'nothing-shown' }
  | { readonly status: 'not-enough' | 'likely'; readonly level: Level }
  /** The model would confirm it; a trainer has still to sign. */
  | { readonly status: 'awaits-signature'; readonly level: Level }
  | { readonly status: 'confirmed'; readonly level: Level }
  | { readonly status: 'needs-refresh'; readonly level: Level; readonly confirmedAt: Instant };

export type CompetencyState = {
  readonly standing: Standing;
  readonly estimate: Estimate;
  readonly pieces: readonly ExplainedPiece[];
  /** 1 when everything is of today; 0.5 when the evidence counts half of what it once did. */
  readonly freshness: number;
  readonly lastShownAt: Instant | null;
  /** The newest word of the person about themselves; apart from everything else here. */
  readonly selfRating: { readonly level: Level; readonly at: Instant } | null;
};

/** A competency of a person, boiled down: enough to say where they stand at any later moment. Cached in `competency_cell`. */
export type Cell = {
  readonly personId: string;
  readonly competency: string;
  readonly accumulator: Accumulator;
  readonly pieces: number;
  /** The kinds of evidence that count, in alphabetical order. */
  readonly kinds: readonly EvidenceKind[];
  /** The highest level that was confirmed and that only age, not other evidence, could take away. */
  readonly lastConfirmed: LastConfirmed | null;
  readonly lastShownAt: Instant;
  /** The calibration it was made with. */
  readonly version: number;
};
export type LastConfirmed = { readonly level: Level; readonly at: Instant };

/** Boils evidence down; null when nothing counts. */
export function cellOf(
  { personId, competency }: Pick<Cell, 'personId' | 'competency'>,
  pieces: readonly Evidence[],
  model: Model = UNCALIBRATED,
): Cell | null {
  const weighed = weigh(pieces);
  const lastShownAt = weighed.at(-1)?.piece.occurredAt;
  if (lastShownAt === undefined) return null;
  return {
    personId,
    competency,
    accumulator: rounded(accumulate(weighed, lastShownAt, model)),
    pieces: weighed.length,
    kinds: kindsIn(weighed),
    lastConfirmed: lastConfirmed(weighed, model),
    lastShownAt,
    version: model.version,
  };
}

/**
 * What may be said about a level. A level that was confirmed once, and that the same evidence would still confirm if it
 * were all of today, needs a refresh but stays visible.
 */
export function standingOf(
  cell: Cell,
  now: Instant,
  signature: Signature = 'not-demanded',
): Standing {
  const estimate = estimateAt(cell.accumulator, now);
  const confirmed = confirmedLevel(estimate, cell.kinds);
  const last = cell.lastConfirmed;
  if (last !== null && last.level > confirmed && isSigned(last.level, signature)) {
    return { status: 'needs-refresh', level: last.level, confirmedAt: last.at };
  }
  if (confirmed > 0) {
    const status = isSigned(confirmed, signature) ? 'confirmed' : 'awaits-signature';
    return { status, level: confirmed };
  }
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
  const explained = explainPieces(pieces, now, model);
  const full = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const left = explained.reduce((sum, { counts }) => sum + counts, 0);
  const cell = cellOf({ personId: '', competency: '' }, pieces, model);
  return {
    standing: cell === null ? { status: 'nothing-shown' } : standingOf(cell, now),
    estimate: estimateAt(accumulate(weighed, now, model), now),
    pieces: explained.sort((a, b) => b.piece.occurredAt - a.piece.occurredAt),
    freshness: full === 0 ? 0 : left / full,
    lastShownAt: cell?.lastShownAt ?? null,
    selfRating: newestSelfRating(pieces),
  };
}

/**
 * Walks through the evidence in time and finds the highest level that was ever confirmed, at most the one that all of it
 * would confirm together if nothing had aged: what later evidence speaks against is not called stale.
 */
function lastConfirmed(weighed: readonly Weighed[], model: Model): LastConfirmed | null {
  if (missingSorts(kindsIn(weighed)) > 0) return null;
  const ageless = confirmedLevel(agelessEstimate(weighed, model), kindsIn(weighed));
  if (ageless === 0) return null;
  const history = confirmations(weighed, model);
  const level = Math.min(ageless, Math.max(0, ...history.map((past) => past.level))) as Level; // Both are levels.
  const last = level === 0 ? undefined : history.findLast((past) => past.level >= level);
  return last === undefined ? null : { level, at: last.at };
}

/** What was confirmed right after each piece of evidence. */
function confirmations(weighed: readonly Weighed[], model: Model): LastConfirmed[] {
  const kinds = new Set<EvidenceKind>();
  let accumulator: Accumulator | null = null;
  return weighed.map((one) => {
    const at = one.piece.occurredAt;
    const faded: Accumulator =
      accumulator === null ? accumulate([], at, model) : fadeTo(accumulator, at);
    accumulator = withPiece(faded, one, model);
    kinds.add(one.piece.shown.kind);
    return { at, level: confirmedLevel(estimateAt(accumulator, at), [...kinds]) };
  });
}

function agelessEstimate(weighed: readonly Weighed[], model: Model): Estimate {
  const ageless = weighed.map(({ piece, weight }) => ({
    piece: { ...piece, occurredAt: 0 },
    weight,
  }));
  return estimateAt(accumulate(ageless, 0, model), 0);
}

function kindsIn(weighed: readonly Weighed[]): EvidenceKind[] {
  return [...new Set(weighed.map(({ piece }) => piece.shown.kind))].sort();
}

function newestSelfRating(pieces: readonly Evidence[]): CompetencyState['selfRating'] {
  let newest: CompetencyState['selfRating'] = null;
  for (const { shown, occurredAt, revokedAt } of pieces) {
    if (shown.kind !== 'self' || revokedAt !== null) continue;
    if (newest === null || occurredAt > newest.at) {
      newest = { level: shown.level as Level, at: occurredAt }; // The schema allows 0 to 4.
    }
  }
  return newest;
}
