import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Passwords } from '#kernel/ports.ts';

// OWASP's second recommended setting for Argon2id: 19 MiB, two passes, one lane; about 35 ms on a small server.
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
// Two hashes at once keep both cores busy; a crowd signing in waits in line instead of filling the memory.
const AT_ONCE = 2;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

type Cost = typeof COST;

/** Argon2id with Node's own implementation, off the main thread. Stored form: a PHC string that carries its own cost. */
export function argon2Passwords(): Passwords {
  const inTurn = turns(AT_ONCE);
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      const hash = await inTurn(() => derive(password, salt, COST, HASH_BYTES));
      const { memory, passes, parallelism } = COST;
      return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(hash)}`;
    },
    async verify(password, stored) {
      const { cost, salt, hash } = parse(stored);
      return timingSafeEqual(await inTurn(() => derive(password, salt, cost, hash.length)), hash);
    },
  };
}

/** One person types the same Hangul as jamo, another as syllables: NFKC makes them the same password. */
function derive(password: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, tagLength, ...cost }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function parse(stored: string): { cost: Cost; salt: Buffer; hash: Buffer } {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(stored) ?? [];
  if (salt === undefined || hash === undefined) throw new Error('not an argon2id PHC string');
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

/** Lets a number of jobs run together; the others wait in the order they came. */
function turns(atOnce: number): <T>(job: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (job) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
