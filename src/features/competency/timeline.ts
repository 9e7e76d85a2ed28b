import type { Instant } from '#kernel/date.ts';
import {
  type Accumulator,
  accumulate,
  type Estimate,
  estimateAt,
  fadeTo,
  withPiece,
} from './estimate.ts';
import { type Evidence, type Weighed, weigh } from './evidence.ts';
import type { Model } from './parameters.ts';

/** The estimate at one moment; with the piece that had just arrived, or without one where only time had passed. */
export type Moment = {
  readonly at: Instant;
  readonly estimate: Estimate;
  readonly piece: Evidence | null;
};

/** Enough for a smooth line on a screen. */
const SAMPLES = 48;

/**
 * How the estimate came to be what it is today: before and after every piece that counts, and at even steps between, oldest
 * first; the last moment is now. Told with today's knowledge: revoked evidence never was, and every piece weighs what it
 * weighs today before fading. Empty when nothing counts.
 */
export function timelineOf(pieces: readonly Evidence[], now: Instant, model: Model): Moment[] {
  const weighed = weigh(pieces);
  const first = weighed[0]?.piece.occurredAt;
  if (first === undefined) return [];
  const moments: Moment[] = [];
  let known = accumulate([], first, model);
  let at = first;
  for (const one of weighed) {
    const { piece } = one;
    moments.push(
      ...drift(known, { from: at, to: piece.occurredAt, step: (now - first) / SAMPLES }),
    );
    at = piece.occurredAt;
    known = after(known, one, model);
    moments.push({ at, estimate: estimateAt(known, at), piece });
  }
  moments.push(...drift(known, { from: at, to: now, step: (now - first) / SAMPLES }));
  return moments;
}

function after(known: Accumulator, one: Weighed, model: Model): Accumulator {
  return withPiece(fadeTo(known, one.piece.occurredAt), one, model);
}

type Stretch = { readonly from: Instant; readonly to: Instant; readonly step: number };

/** What time alone does between two pieces; the end included, the beginning not. */
function drift(known: Accumulator, { from, to, step }: Stretch): Moment[] {
  if (to <= from) return [];
  const steps = Math.max(1, Math.floor((to - from) / step));
  return Array.from({ length: steps }, (_, index): Moment => {
    const at = from + ((to - from) * (index + 1)) / steps;
    return { at, estimate: estimateAt(known, at), piece: null };
  });
}
