import type { Database } from '#db/client.ts';
import type { Instant } from './date.ts';
import type { Locale } from './text.ts';

export type Clock = { now(): Instant };
/** A fresh UUID (version 7, so that new rows lie beside each other in an index). */
export type NewId = () => string;
/** SHA-256 of a text in UTF-8, or of bytes, as lower-case hex. */
export type Hash = (data: string | Uint8Array) => string;
/** A keyed hash (HMAC-SHA-256, base64url) under the installation's secret, for tokens nobody else can make. */
export type Sign = (text: string) => string;
/** Random text for links and session-like secrets: 32 bytes, base64url. */
export type NewSecret = () => string;

export type Passwords = {
  hash(password: string): Promise<string>;
  verify(password: string, stored: string): Promise<boolean>;
};

/** Counts attempts by key and says when a further one is welcome. */
export type Throttle = {
  /** Takes one attempt; the answer is the number of seconds to wait, 0 when the attempt may go on. */
  take(key: string): Promise<number>;
  forgive(key: string): Promise<void>;
};

export type Letter = { to: string; subject: string; text: string; locale: Locale };
export type Mailer = { send(letter: Letter): Promise<void> };

export type Log = {
  info(event: string, details?: Record<string, unknown>): void;
  error(event: string, details?: Record<string, unknown>): void;
};

/** A thing as JSON has it, of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const KEY_KINDS = ['Ed25519', 'RS256'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];
/** A key as everybody may have it. */
export type PublicKey = {
  readonly kind: KeyKind;
  /** Where it can be fetched; what is signed names it so. */
  readonly url: string;
  /** Whose key it is: the address of the issuer's profile. */
  readonly issuer: string;
  /** A Multikey's `publicKeyMultibase` for Ed25519, a JWK as JSON for RS256. */
  readonly publicKey: string;
};
/** With the private half, readable only with the installation's secret. */
export type KeyPair = PublicKey & { readonly sealed: string };

/** Signs and checks verifiable credentials. It never asks the network for anything. */
export type Notary = {
  makeKey(kind: KeyKind): Promise<Pick<KeyPair, 'publicKey' | 'sealed'>>;
  /** False when it was sealed under another secret. */
  canOpen(sealed: string): boolean;
  /** The document with a Data Integrity proof (`eddsa-rdfc-2022`) of that moment, as text to keep. */
  proveJson(document: JsonObject, key: KeyPair, at: Instant): Promise<string>;
  /** A compact JWT over the claims (RS256). */
  signJwt(claims: JsonObject, key: KeyPair): Promise<string>;
  isProved(document: JsonObject, key: PublicKey): Promise<boolean>;
  isSigned(jwt: string, key: PublicKey): Promise<boolean>;
  /** A Bitstring Status List of so many entries in which these are set, as `encodedList`. */
  encodeBits(length: number, set: readonly number[]): Promise<string>;
};

/** What every service may use of the outside world. Features that read content ask for it beside this: `App & WithCourses`. */
export type App = {
  readonly db: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly newSecret: NewSecret;
  readonly hash: Hash;
  readonly sign: Sign;
  readonly passwords: Passwords;
  readonly signInThrottle: Throttle;
  readonly zone: string;
  readonly log: Log;
};
