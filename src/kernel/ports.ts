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
