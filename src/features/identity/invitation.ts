import type { Instant } from '#kernel/date.ts';
import type { Role } from '#kernel/rights.ts';

export type Invitation = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unitId: string | null;
  readonly invitedBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
};

export type InvitationState = 'waiting' | 'expired' | 'accepted' | 'withdrawn';

export function stateOfInvitation(
  { acceptedAt, withdrawnAt, expiresAt }: Invitation,
  now: Instant,
): InvitationState {
  if (acceptedAt !== null) return 'accepted';
  if (withdrawnAt !== null) return 'withdrawn';
  return now < expiresAt ? 'waiting' : 'expired';
}
