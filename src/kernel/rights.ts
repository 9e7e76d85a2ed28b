/** What a person is here for; one person may hold several roles. */
export const ROLES = ['civil-servant', 'resident', 'trainer', 'administrator', 'author'] as const;
export type Role = (typeof ROLES)[number];

/** The signed-in person on whose behalf something happens. */
export type Actor = {
  readonly personId: string;
  readonly roles: readonly Role[];
};

/** Everything the product asks permission for. */
export const ACTS = [
  'learn',
  'see-record',
  'see-cohort',
  'manage-people',
  'read-outbox',
  'see-content',
  'revoke-evidence',
  'manage-positions',
  'see-unit-gaps',
  'review-learning',
  'vouch',
  'manage-programmes',
  'answer-extension',
  'see-team',
  'manage-credentials',
  'ask-everybody',
] as const;
export type Act = (typeof ACTS)[number];

/**
 * Whom or what the act concerns: the owner of a record, the trainers who look after it, who gave a piece of evidence, whether
 * the actor leads the owner.
 */
export type Subject = {
  readonly owner?: string;
  readonly trainers?: readonly string[];
  readonly giver?: string | null;
  /** Whether the actor leads the owner's unit or one above it. */
  readonly isLed?: boolean;
};

/** The one place that says who may do what. */
export function may(actor: Actor, act: Act, subject: Subject = {}): boolean {
  const holds = (role: Role) => actor.roles.includes(role);
  const owns = subject.owner === actor.personId;
  const trains = holds('trainer') && (subject.trainers ?? []).includes(actor.personId);
  // Nobody judges their own documents, vouches for themselves or grants themselves a later date, whatever their roles.
  const judges = !owns && (trains || holds('administrator'));
  const leads = !owns && subject.isLed === true;
  switch (act) {
    case 'learn':
      return owns;
    case 'see-record':
      return owns || trains || holds('administrator');
    case 'see-cohort':
      return trains || holds('administrator');
    case 'manage-people':
    case 'read-outbox':
    case 'manage-positions':
    case 'manage-programmes':
    case 'manage-credentials':
    case 'ask-everybody':
    case 'see-unit-gaps':
      return holds('administrator');
    case 'see-content':
      return holds('author') || holds('administrator');
    case 'revoke-evidence':
      // Nobody takes away what speaks against themselves.
      return !owns && (subject.giver === actor.personId || holds('administrator'));
    case 'review-learning':
    // Saying what somebody else can do: observing them, signing a level, answering what they challenge.
    case 'vouch':
      return judges;
    case 'answer-extension':
      return judges || leads;
    case 'see-team':
      return leads;
  }
}
