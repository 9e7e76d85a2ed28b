import type { KeyPair, Notary } from '#kernel/ports.ts';
import { sealWith } from './seal.ts';

/**
 * Signs with keys whose private halves are sealed under the installation's secret. The packages that do the cryptography
 * take a tenth of a second and 20 MB to load, so they are loaded when the first credential is asked about.
 */
export function notaryUnder(secret: string): Notary {
  const seal = sealWith(secret);
  const crypto = () => import('./crypto.ts');
  const opened = (key: KeyPair) => {
    const privateKey = seal.open(key.sealed);
    if (privateKey === null) throw new Error(`the private half of ${key.url} cannot be opened`);
    return { ...key, privateKey };
  };
  return {
    async makeKey(kind) {
      const { publicKey, privateKey } = await (await crypto()).newHalves(kind);
      return { publicKey, sealed: seal.close(privateKey) };
    },
    canOpen: (sealed) => seal.open(sealed) !== null,
    proveJson: async (document, key, at) => (await crypto()).prove(document, opened(key), at),
    signJwt: async (claims, key) => (await crypto()).signClaims(claims, opened(key)),
    isProved: async (document, key) => (await crypto()).isProved(document, key),
    isSigned: async (jwt, key) => (await crypto()).isSigned(jwt, key),
    encodeBits: async (length, set) => (await crypto()).encodeBits(length, set),
  };
}
