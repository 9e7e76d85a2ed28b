import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Throttle } from '#kernel/ports.ts';

const MINUTES_15 = 15 * 60;

/**
 * How many attempts each kind of key has within how many seconds. The kind is the part of a key before the first colon.
 * An office often shares one address, so addresses have far more room than logins; a success gives its attempt back.
 */
export const LIMITS = {
  'sign-in-login': { points: 10, duration: MINUTES_15 },
  'sign-in-address': { points: 100, duration: MINUTES_15 },
  'sign-up-address': { points: 60, duration: 60 * 60 },
  'forgot-login': { points: 3, duration: MINUTES_15 },
  'forgot-address': { points: 20, duration: MINUTES_15 },
  'verify-address': { points: 60, duration: MINUTES_15 },
  'run-code': { points: 20, duration: MINUTES_15 },
} as const;

/** Counts in the memory of this process: a restart forgets, a second server counts for itself. */
export function memoryThrottle(
  limits: Readonly<Record<string, { points: number; duration: number }>> = LIMITS,
): Throttle {
  const limiters = new Map(
    Object.entries(limits).map(([kind, limit]) => [
      kind,
      new RateLimiterMemory({ ...limit, keyPrefix: kind }),
    ]),
  );
  const limiterOf = (key: string) => {
    const limiter = limiters.get(key.slice(0, Math.max(0, key.indexOf(':'))));
    if (limiter === undefined) throw new Error(`no limit for throttle key ${key}`);
    return limiter;
  };
  return {
    async take(key) {
      try {
        await limiterOf(key).consume(key);
        return 0;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      }
    },
    async forgive(key) {
      await limiterOf(key).reward(key);
    },
  };
}
