import type { Instant } from '#kernel/date.ts';
import type { JsonObject, PublicKey } from '#kernel/ports.ts';

/** Who signs: where people reach this installation and what the organisation behind it is called. */
export type WithIssuer = { readonly issuer: { readonly origin: string; readonly name: string } };

/** A public key with what became of it. */
export type KnownKey = PublicKey & {
  readonly id: string;
  readonly madeAt: Instant;
  readonly retiredAt: Instant | null;
  readonly withdrawnFrom: Instant | null;
};

/** The addresses of everything that others fetch. They stand in what is signed and must never change. */
export const addressesAt = (origin: string) => ({
  issuer: `${origin}/credentials/issuer`,
  key: (id: string) => `${origin}/credentials/keys/${id}`,
  credential: (id: string) => `${origin}/credentials/${id}`,
  statusList: (list: number) => `${origin}/credentials/status/${list}`,
});

/**
 * The issuer as an Open Badges profile that is at the same time the controller document of its keys (Controlled
 * Identifiers 1.0): a verifier finds in `assertionMethod` which keys may speak for it. Withdrawn keys may not.
 */
export function issuerDocument(
  { issuer: { origin, name } }: WithIssuer,
  keys: readonly KnownKey[],
): JsonObject {
  const id = addressesAt(origin).issuer;
  const methods = keys
    .filter(({ issuer, withdrawnFrom }) => issuer === id && withdrawnFrom === null)
    .map(({ url }) => url);
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id,
    type: ['Profile'],
    name,
    url: origin,
    verificationMethod: methods,
    assertionMethod: methods,
  };
}

/** A key as others fetch it: a Multikey, or a JWK as Open Badges 3.0 asks for behind `kid`. */
export function keyDocument(key: KnownKey): JsonObject {
  switch (key.kind) {
    case 'Ed25519':
      return {
        '@context': 'https://w3id.org/security/multikey/v1',
        id: key.url,
        type: 'Multikey',
        controller: key.issuer,
        publicKeyMultibase: key.publicKey,
        ...(key.withdrawnFrom !== null && { revoked: new Date(key.withdrawnFrom).toISOString() }),
      };
    case 'RS256':
      return { ...JSON.parse(key.publicKey), kid: key.url, alg: 'RS256', use: 'sig' };
  }
}

/** The JSON Web Key Set (RFC 7517) of the keys that JWTs are signed with. */
export function keySet(keys: readonly KnownKey[]): JsonObject {
  const shown = keys.filter(
    ({ kind, withdrawnFrom }) => kind === 'RS256' && withdrawnFrom === null,
  );
  return { keys: shown.map(keyDocument) };
}
