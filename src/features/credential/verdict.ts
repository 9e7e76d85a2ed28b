import type { Instant } from '#kernel/date.ts';
import type { RevokedFor } from './status.ts';

/** What is looked at, in this order. Where one fails, those after it say nothing. */
export const STEPS = ['form', 'issuer', 'key', 'proof', 'register', 'status', 'date'] as const;
export type StepName = (typeof STEPS)[number];
export type Step = { readonly step: StepName; readonly outcome: 'passed' | 'failed' | 'not-asked' };

export const VERDICTS = [
  'valid',
  'unreadable',
  'not-ours',
  'key-unknown',
  'key-withdrawn',
  'altered',
  'not-issued',
  'not-yet',
  'expired',
  'revoked',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What was found out; a member that was not come to is absent. */
export type Findings = {
  readonly form: 'ours' | 'foreign' | 'unreadable';
  readonly isOurs?: boolean;
  /** The moment from which the key is not to be believed; null when it is sound. */
  readonly key?: { readonly withdrawnFrom: Instant | null } | null;
  readonly isProved?: boolean;
  readonly register?: 'same' | 'other' | 'missing';
  readonly issuedAt?: Instant;
  readonly validUntil?: Instant | null;
  readonly revoked?: RevokedFor | null;
};

/**
 * What a certificate is worth. A withdrawn key still stands behind what the register says was issued with it before; a
 * proof with a date of its own is no help there, because whoever has the key can write any date.
 */
export function judge(found: Findings, now: Instant): { verdict: Verdict; steps: Step[] } {
  const failed = firstFailure(found, now);
  const at = failed === null ? STEPS.length : STEPS.indexOf(failed.step);
  const steps = STEPS.map((step, index): Step => {
    const outcome = index < at ? 'passed' : index === at ? 'failed' : 'not-asked';
    return { step, outcome };
  });
  return { verdict: failed?.verdict ?? 'valid', steps };
}

type Failure = { readonly step: StepName; readonly verdict: Verdict };

function firstFailure(found: Findings, now: Instant): Failure | null {
  if (found.form === 'unreadable') return { step: 'form', verdict: 'unreadable' };
  if (found.form === 'foreign' || !found.isOurs) return { step: 'issuer', verdict: 'not-ours' };
  if (!found.key) return { step: 'key', verdict: 'key-unknown' };
  if (!found.isProved) return { step: 'proof', verdict: 'altered' };
  return registerFailure(found, found.key.withdrawnFrom) ?? timeFailure(found, now);
}

function registerFailure(
  { register, issuedAt = 0 }: Findings,
  withdrawnFrom: Instant | null,
): Failure | null {
  const isLate = withdrawnFrom !== null && issuedAt >= withdrawnFrom;
  if (withdrawnFrom !== null && (register !== 'same' || isLate))
    return { step: 'key', verdict: 'key-withdrawn' };
  if (register === 'missing') return { step: 'register', verdict: 'not-issued' };
  return register === 'same' ? null : { step: 'register', verdict: 'altered' };
}

function timeFailure(
  { issuedAt = 0, validUntil = null, revoked = null }: Findings,
  now: Instant,
): Failure | null {
  if (revoked !== null) return { step: 'status', verdict: 'revoked' };
  if (now < issuedAt) return { step: 'date', verdict: 'not-yet' };
  return validUntil !== null && now > validUntil ? { step: 'date', verdict: 'expired' } : null;
}
