import { atLeast, type Estimate } from './estimate.ts';
import type { EvidenceKind } from './evidence.ts';
import type { Level } from './framework.ts';

/** Above this standard deviation (logits) nothing is said about a level. */
export const ENOUGH_SD = 0.9;
const CONFIRMED_AT = 0.8;
const SORTS_TO_CONFIRM = 2;

/**
 * The level the model proposes to confirm; 0 for none. P(≥ level) ≥ 0.8, from at least two sorts of evidence, at least
 * one of which is not the word of peers. A decision and a vote are one sort: both are choices in a scenario. Self-ratings
 * are no sort at all.
 */
export function confirmedLevel(estimate: Estimate, kinds: readonly EvidenceKind[]): Level {
  if (estimate.sd > ENOUGH_SD || missingSorts(kinds) > 0) return 0;
  const levels: readonly Level[] = [4, 3, 2, 1];
  return levels.find((level) => atLeast(estimate, level) >= CONFIRMED_AT) ?? 0;
}

/** How many further sorts of evidence a confirmation needs; 0 when there are enough. */
export function missingSorts(kinds: readonly EvidenceKind[]): number {
  const sorts = new Set(kinds.filter((kind) => kind !== 'self').map(sortOf));
  const missing = Math.max(0, SORTS_TO_CONFIRM - sorts.size);
  const onlyPeers = [...sorts].every((sort) => sort === 'peer');
  return onlyPeers ? Math.max(1, missing) : missing;
}

function sortOf(kind: EvidenceKind): string {
  return kind === 'vote' ? 'decision' : kind;
}

/** Whether a programme wants a trainer's name under a level, and the highest level that has one (0 for none). */
export type Signature = 'not-demanded' | { readonly signedFor: Level };

/** Whether a level the model proposes counts as confirmed. The model proposes; where it is demanded, a person confirms. */
export function isSigned(level: Level, signature: Signature): boolean {
  return signature === 'not-demanded' || signature.signedFor >= level;
}
