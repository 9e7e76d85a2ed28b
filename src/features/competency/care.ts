import type { Actor } from '#kernel/rights.ts';

/** These people, or everybody there is. */
export type Whose = readonly string[] | 'everybody';

/**
 * Who looks after whom, and who learns or works beside whom. Competency asks; cohorts and the organisation, which stand
 * above it, answer.
 */
export type Care = {
  /** Those who look after a person today; empty for somebody nobody trains. */
  readonly trainersOf: (personId: string) => Promise<readonly string[]>;
  /** Whom the actor looks after. */
  readonly inCareOf: (actor: Actor) => Promise<Whose>;
  /** Fellow learners and close colleagues, who may be asked what they have seen. Without the person. */
  readonly peersOf: (personId: string) => Promise<readonly string[]>;
};

/** What a service needs of the app to know them. */
export type WithCare = { readonly care: Care };
