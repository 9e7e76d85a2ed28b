import { type Card, createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import type { Instant } from '#kernel/date.ts';

/** One answer to a question, wherever it was asked. `sure` is null where nobody asked. */
export type Recall = {
  readonly at: Instant;
  readonly correct: boolean;
  readonly sure: boolean | null;
};
/** How well something is likely to be remembered, from all answers to it so far. */
export type Memory = {
  readonly dueAt: Instant;
  /** The probability of remembering it falls to nine in ten at `dueAt`. */
  readonly recallAt: (now: Instant) => number;
};

/**
 * FSRS (Ye, Su & Cao 2022, "A stochastic shortest path algorithm for optimizing spaced repetition scheduling") with its
 * published weights: whole days only, no chance in it, so the same answers always give the same day. A year is the longest
 * pause: what must be known in an emergency is asked at least that often.
 */
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: 364,
  enable_fuzz: false,
  enable_short_term: false,
});

/** What the answers say, in the order of time; null before the first. */
export function memoryAfter(recalls: readonly Recall[]): Memory | null {
  const [first, ...later] = recalls.toSorted((a, b) => a.at - b.at);
  if (first === undefined) return null;
  const start = rated(createEmptyCard(new Date(first.at)), first);
  const card = later.reduce(rated, start);
  return {
    dueAt: card.due.getTime(),
    recallAt: (now) => scheduler.get_retrievability(card, new Date(now), false),
  };
}

function rated(card: Card, recall: Recall): Card {
  return scheduler.next(card, new Date(recall.at), ratingOf(recall)).card;
}

/** A right answer somebody was not sure of comes back sooner than one they knew. */
function ratingOf({ correct, sure }: Recall) {
  if (!correct) return Rating.Again;
  return sure === false ? Rating.Hard : Rating.Good;
}
