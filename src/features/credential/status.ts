import type { Instant } from '#kernel/date.ts';
import type { JsonObject } from '#kernel/ports.ts';
import { addressesAt, type WithIssuer } from './issuer.ts';

/** The least that Bitstring Status List 1.0 allows: so many people share a list that asking for it tells nothing. */
export const LIST_LENGTH = 131_072;
/** Beyond this a random place is taken too often, and the next list begins. */
export const LIST_FULL = LIST_LENGTH / 2;

export const REVOKED_FOR = ['superseded', 'owner', 'issuer', 'barred'] as const;
/** Replaced by another one, given up by the person, or taken back by the organisation, which may bar a new one. */
export type RevokedFor = (typeof REVOKED_FOR)[number];

export type Standing = {
  readonly validUntil: Instant | null;
  readonly revokedAt: Instant | null;
};
export type CredentialState = 'valid' | 'expired' | 'revoked';

export function stateOf({ validUntil, revokedAt }: Standing, now: Instant): CredentialState {
  if (revokedAt !== null) return 'revoked';
  return validUntil !== null && now > validUntil ? 'expired' : 'valid';
}

/** An evenly drawn place of a list from a random hash in hex: where an entry stands says nothing about it. */
export function drawIndex(hash: string): number {
  return Number.parseInt(hash.slice(0, 8), 16) % LIST_LENGTH;
}

/** A BitstringStatusListCredential (W3C, 2025) without its proof. */
export function statusListOf(
  { issuer: { origin } }: WithIssuer,
  { list, bits, at }: { list: number; bits: string; at: Instant },
): JsonObject {
  const addresses = addressesAt(origin);
  const id = addresses.statusList(list);
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: addresses.issuer,
    validFrom: new Date(at).toISOString(),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: bits,
    },
  };
}
