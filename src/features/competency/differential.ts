import type { Instant } from '#kernel/date.ts';
import { accumulate, addUp, estimateAt, fading, minus } from './estimate.ts';
import { type Evidence, groupKey, type Weighed, weigh } from './evidence.ts';
import { speedOf } from './likelihood.ts';
import type { Model } from './parameters.ts';

export type ExplainedPiece = {
  readonly piece: Evidence;
  /** How much the estimate would be lower (logits) without this piece; negative when it pulls down. */
  readonly shift: number;
  /** Its weight today, faded; 0 for evidence that is revoked or kept apart. */
  readonly counts: number;
};

/**
 * What each piece changes today: the estimate with everything against the estimate as if the piece had never been there
 * (leave-one-out), so that what remains of the same question or run weighs what it would weigh alone. Only that group is
 * weighed anew, which keeps a long history fast.
 */
export function explainPieces(
  pieces: readonly Evidence[],
  now: Instant,
  model: Model,
): ExplainedPiece[] {
  const weighed = weigh(pieces);
  const whole = accumulate(weighed, now, model);
  const { mean } = estimateAt(whole, now);
  const groups = Map.groupBy(weighed, ({ piece }) => groupKey(piece));
  const known = new Map(weighed.map((one) => [one.piece.id, one]));
  return pieces.map((piece) => {
    const own = known.get(piece.id);
    if (own === undefined) return { piece, shift: 0, counts: 0 };
    const group = groups.get(groupKey(piece)) ?? [];
    const others = addUp(
      minus(whole, accumulate(group, now, model)),
      accumulate(without(group, piece), now, model),
    );
    const halfLife = model.halfLives[speedOf(piece.shown.kind)];
    const counts = own.weight * fading(piece.occurredAt, now, halfLife);
    return { piece, shift: mean - estimateAt(others, now).mean, counts };
  });
}

function without(group: readonly Weighed[], { id }: Evidence): Weighed[] {
  return weigh(group.map(({ piece }) => piece).filter((piece) => piece.id !== id));
}
