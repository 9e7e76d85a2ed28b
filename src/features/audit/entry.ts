import type { Instant } from '#kernel/date.ts';

/** Every act that leaves a trace for the auditor. Add a word here and its sentence `admin.act.<act>`. */
export const AUDITED_ACTS = [
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'signed-up',
  'sessions-ended',
  'password-changed',
  'reset-requested',
  'reset-issued',
  'password-reset',
  'invited',
  'invitation-sent-again',
  'invitation-withdrawn',
  'invitation-accepted',
  'roles-changed',
  'unit-changed',
  'unit-opened',
  'unit-renamed',
  'unit-moved',
  'unit-closed',
  'unit-reopened',
  'unit-leaders-changed',
  'account-changed',
  'outbox-read',
  'evidence-revoked',
  'position-created',
  'position-changed',
  'position-retired',
  'position-restored',
  'position-given',
  'position-ended',
  'claim-submitted',
  'claim-withdrawn',
  'claim-decided',
  'document-opened',
  'observed',
  'observation-withdrawn',
  'challenge-answered',
  'challenge-passed-on',
  'level-signed',
  'signature-withdrawn',
  'vote-closed',
  'import-uploaded',
  'import-discarded',
  'import-confirmed',
  'import-undone',
  'import-finished',
  'import-row-matched',
  'programme-created',
  'programme-changed',
  'programme-retired',
  'programme-restored',
  'attribute-changed',
  'absence-recorded',
  'absence-withdrawn',
  'extension-asked',
  'extension-withdrawn',
  'extension-answered',
  'extension-passed-on',
  'excused',
  'excuse-withdrawn',
  'hours-setting-changed',
  'people-merged',
  'merge-undone',
  'bulk-confirmed',
  'bulk-undone',
  'credential-issued',
  'credential-withdrawn',
  'credential-revoked',
  'credential-allowed',
  'issuer-key-made',
  'issuer-key-withdrawn',
  'survey-opened',
  'survey-closed',
  'survey-exported',
] as const;
export type AuditedAct = (typeof AUDITED_ACTS)[number];

/**
 * One line of the audit trail. `subject` is what it was done to: `person:<id>`, `invitation:<id>`, `message:<id>`,
 * `unit:<id>`, `position:<id>`, `vote:<id>`, `import:<id>`, `programme:<id>`, `credential:<id>`, `key:<id>`, `survey:<id>`, or `nobody` when no such person exists.
 * `detail` says what changed and never holds a secret or what was typed.
 */
export type AuditEntry = {
  readonly at: Instant;
  readonly actorId: string | null;
  readonly act: AuditedAct;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type StoredEntry = Omit<AuditEntry, 'act'> & { readonly seq: number; readonly act: string };

/** Which lines to show: the newest first, older than `before`, of one kind or about one subject where asked. */
export type AuditFilter = {
  readonly before?: number;
  readonly act?: AuditedAct;
  readonly subject?: string;
};

export function isAuditedAct(word: string | undefined): word is AuditedAct {
  return AUDITED_ACTS.some((act) => act === word);
}
