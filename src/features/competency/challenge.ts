import type { Instant } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import type { Evidence } from './evidence.ts';

/** After so many days without an answer a challenge goes to the administrators. */
export const SILENCE_DAYS = 14;
/** How many challenges one person may have open. */
export const CHALLENGES_MAX = 10;

const DAY_MS = 86_400_000;

export const OUTCOMES = ['stands', 'revoked', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** What whoever answers may say. */
export const VERDICTS = ['stands', 'revoked'] as const satisfies readonly Outcome[];
export type Verdict = (typeof VERDICTS)[number];

export type Challenge = {
  readonly id: string;
  readonly evidenceId: string;
  /** Whom the evidence is about; only they challenge it. */
  readonly personId: string;
  readonly competency: string;
  readonly reason: string;
  readonly raisedAt: Instant;
  /** Since when it lies with the administrators; null while trainers are asked. */
  readonly escalatedAt: Instant | null;
  readonly outcome: Outcome | null;
  readonly closedBy: string | null;
  readonly answer: string | null;
  readonly closedAt: Instant | null;
};

/**
 * Whether the person it is about may challenge a piece now. What was answered may be challenged again: rejection never
 * shuts the door.
 */
export function checkChallenging(
  { shown, revokedAt }: Evidence,
  { earlier, open }: { earlier: readonly Challenge[]; open: number },
): Problem | null {
  if (shown.kind === 'self') return { code: 'challenge-own-word' };
  if (revokedAt !== null) return { code: 'evidence-revoked' };
  if (earlier.some(isOpen)) return { code: 'challenge-open' };
  if (open >= CHALLENGES_MAX) return { code: 'challenges-enough', values: { max: CHALLENGES_MAX } };
  return null;
}

export function isOpen({ outcome }: Challenge): boolean {
  return outcome === null;
}

/** Where no trainer can be asked, or a trainer has answered before, a challenge goes to the administrators at once. */
export function goesStraightUp(
  earlier: readonly Challenge[],
  trainers: readonly string[],
): boolean {
  return trainers.length === 0 || earlier.some(wasAnswered);
}

/** Whether somebody who looks after the person may answer: a second word is for somebody else than the first. */
export function checkAnswering(
  challenge: Challenge,
  actor: { readonly personId: string; readonly isAdministrator: boolean },
  earlier: readonly Challenge[],
): Problem | null {
  if (!isOpen(challenge)) return { code: 'challenge-closed' };
  const answered = earlier.filter(wasAnswered);
  if (answered.some(({ closedBy }) => closedBy === actor.personId)) {
    return { code: 'challenge-answered-before' };
  }
  return answered.length > 0 && !actor.isAdministrator ? { code: 'challenge-is-up' } : null;
}

/** Whether a challenge has waited so long that it goes to the administrators. */
export function isSilent({ raisedAt, escalatedAt, outcome }: Challenge, now: Instant): boolean {
  return outcome === null && escalatedAt === null && raisedAt <= silentSince(now);
}

/** Challenges raised at or before this moment have waited long enough. */
export function silentSince(now: Instant): Instant {
  return now - SILENCE_DAYS * DAY_MS;
}

function wasAnswered({ outcome }: Challenge): boolean {
  return outcome === 'stands' || outcome === 'revoked';
}
