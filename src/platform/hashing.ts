import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Hash, NewSecret, Sign } from '#kernel/ports.ts';

export const sha256: Hash = (data) => createHash('sha256').update(data).digest('hex');

/** HMAC-SHA-256 under one secret; an empty secret would let anybody make tokens. */
export function signWith(secret: string): Sign {
  if (secret.length < 32) throw new Error('the signing secret needs at least 32 characters');
  return (text) => createHmac('sha256', secret).update(text).digest('base64url');
}

/** 256 bits from the operating system: nobody can guess one. */
export const newSecret: NewSecret = () => randomBytes(32).toString('base64url');
