import type { CredentialState } from '#features/credential/status.ts';
import type { Verdict } from '#features/credential/verdict.ts';

export const STATE_TONES = {
  valid: 'good',
  expired: 'caution',
  revoked: 'danger',
} as const satisfies Record<CredentialState, string>;

/** What cannot be told is no accusation: only what was tampered with or taken back is shown as a danger. */
export const VERDICT_TONES = {
  valid: 'good',
  unreadable: 'caution',
  'not-ours': 'caution',
  'key-unknown': 'caution',
  'key-withdrawn': 'danger',
  altered: 'danger',
  'not-issued': 'danger',
  'not-yet': 'caution',
  expired: 'caution',
  revoked: 'danger',
} as const satisfies Record<Verdict, string>;

/** What to do next, where the verdict alone does not say it. */
export const ADVISED = [
  'unreadable',
  'not-ours',
  'key-unknown',
  'key-withdrawn',
  'altered',
  'not-issued',
] as const satisfies readonly Verdict[];
