import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { from, generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import { createList } from '@digitalbazaar/vc-bitstring-status-list';
import {
  CompactSign,
  compactVerify,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import type { Instant } from '#kernel/date.ts';
import type { JsonObject, KeyKind, PublicKey } from '#kernel/ports.ts';
import { loaderFor, multikeyOf } from './contexts.ts';

const RSA_BITS = 2048;

/** Both halves of a fresh key: the public one as it is published, the private one to be sealed. */
export async function newHalves(kind: KeyKind): Promise<{ publicKey: string; privateKey: string }> {
  switch (kind) {
    case 'Ed25519': {
      const key = await (await generate()).export({ publicKey: true, secretKey: true });
      const { publicKeyMultibase, secretKeyMultibase = '' } = key;
      return { publicKey: publicKeyMultibase, privateKey: secretKeyMultibase };
    }
    case 'RS256': {
      const pair = await generateKeyPair('RS256', { modulusLength: RSA_BITS, extractable: true });
      const [open, closed] = [await exportJWK(pair.publicKey), await exportJWK(pair.privateKey)];
      return { publicKey: JSON.stringify(open), privateKey: JSON.stringify(closed) };
    }
  }
}

export async function prove(
  document: JsonObject,
  key: PublicKey & { privateKey: string },
  at: Instant,
): Promise<string> {
  const pair = await from({ ...multikeyOf(key), secretKeyMultibase: key.privateKey });
  const date = new Date(at).toISOString();
  const suite = new DataIntegrityProof({ cryptosuite, signer: pair.signer(), date });
  const credential = structuredClone(document); // The package writes the proof into what it is given.
  return JSON.stringify(await issue({ credential, suite, documentLoader: loaderFor(key) }));
}

/** Whether the proof fits the document. Its dates and whether it was revoked are asked elsewhere. */
export async function isProved(document: JsonObject, key: PublicKey): Promise<boolean> {
  const { validFrom } = document;
  const { verified } = await verifyCredential({
    credential: structuredClone(document),
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderFor(key),
    now: new Date(typeof validFrom === 'string' ? validFrom : 0),
    checkStatus: async () => ({ verified: true }),
  });
  return verified;
}

export async function signClaims(
  claims: JsonObject,
  { url, privateKey }: { url: string; privateKey: string },
): Promise<string> {
  const key = await importJWK(JSON.parse(privateKey), 'RS256');
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: url })
    .sign(key);
}

export async function isSigned(jwt: string, { publicKey }: PublicKey): Promise<boolean> {
  // The last sign of a signature carries unused bits: only the one way of writing it counts.
  const signature = jwt.split('.')[2] ?? '';
  if (Buffer.from(signature, 'base64url').toString('base64url') !== signature) return false;
  const jwk: JWK = JSON.parse(publicKey);
  try {
    await compactVerify(jwt, await importJWK(jwk, 'RS256'), { algorithms: ['RS256'] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

export async function encodeBits(length: number, set: readonly number[]): Promise<string> {
  const list = await createList({ length });
  for (const index of set) list.setStatus(index, true);
  return list.encode();
}
