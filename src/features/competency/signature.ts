import { z } from 'zod';
import type { Instant } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Signature } from './confirmation.ts';
import { atLeast, type Estimate } from './estimate.ts';
import { type Competency, type Framework, findCompetency, type Level } from './framework.ts';
import type { Standing } from './profile.ts';

/** Somebody's name under a level. */
export type LevelSignature = {
  readonly id: string;
  readonly personId: string;
  readonly competency: string;
  readonly level: Level;
  readonly signedBy: string;
  readonly signedAt: Instant;
  /** The words of the framework that were signed under. */
  readonly frameworkVersion: number;
  readonly estimate: SignedEstimate;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
};

const estimateSchema = z.strictObject({
  v: z.literal(1),
  mean: z.number(),
  sd: z.number(),
  distribution: z.array(z.number()).length(5),
});
/** What the model said when somebody signed. Stored as JSON. */
export type SignedEstimate = Omit<z.infer<typeof estimateSchema>, 'v'>;

export function writeSignedEstimate({ mean, sd, distribution }: Estimate): string {
  return JSON.stringify({ v: 1, mean, sd, distribution });
}

export function readSignedEstimate(json: string): SignedEstimate {
  const { v: _, ...estimate } = estimateSchema.parse(JSON.parse(json));
  return estimate;
}

/** How likely the model held the signed level, or a higher one, at that moment. */
export function certaintyThen({ level, estimate }: LevelSignature): number {
  return atLeast(estimate, level);
}

/** Whoever signed may take the signature back, and so may administrators; never the person whose level it is. */
export function mayTakeBack(actor: Actor, signature: LevelSignature): boolean {
  const { personId: owner, signedBy: giver } = signature;
  return may(actor, 'revoke-evidence', { owner, giver });
}

export function stands({ withdrawnAt }: LevelSignature): boolean {
  return withdrawnAt === null;
}

/** What the standing of a competency needs to know about signatures. */
export function signatureFor(
  competency: Competency | undefined,
  signatures: readonly LevelSignature[],
): Signature {
  if (competency?.signature !== true) return 'not-demanded';
  const levels = signatures.filter(stands).map(({ level }) => level);
  return { signedFor: Math.max(0, ...levels) as Level }; // All of them are levels.
}

export function demandsSignature(framework: Framework, competency: string): boolean {
  return findCompetency(framework, competency)?.signature === true;
}

/**
 * The level that may be signed; null when the rule proposes none. `proposed` is the standing as if no signature were asked
 * for: the model proposes, a person decides.
 */
export function signableLevel(
  proposed: Standing,
  signatures: readonly LevelSignature[],
): Level | null {
  if (proposed.status !== 'confirmed') return null;
  const { level } = proposed;
  return signatures.some((one) => stands(one) && one.level >= level) ? null : level;
}

export function checkSigning(
  level: Level,
  proposed: Standing,
  signatures: readonly LevelSignature[],
): Problem | null {
  if (proposed.status !== 'confirmed' || proposed.level !== level) {
    return { code: 'level-not-proposed' };
  }
  return signableLevel(proposed, signatures) === null ? { code: 'level-already-signed' } : null;
}

/**
 * What a signature is worth today: it stands, the evidence no longer carries its level (the name stays, the level wants a
 * refresh), or it was taken back.
 */
export function signatureState(
  signature: LevelSignature,
  proposed: Standing,
): 'stands' | 'needs-refresh' | 'withdrawn' {
  if (!stands(signature)) return 'withdrawn';
  const carried = proposed.status === 'confirmed' ? proposed.level : 0;
  return carried >= signature.level ? 'stands' : 'needs-refresh';
}
