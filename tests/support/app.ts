import { createHash, createHmac } from 'node:crypto';
import type { Instant } from '#kernel/date.ts';
import type { App, Clock } from '#kernel/ports.ts';
import { memoryThrottle } from '#platform/throttle.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';

/** A clock that stands until a test moves it. */
export type TestClock = Clock & { set(instant: Instant): void; pass(milliseconds: number): void };
export type TestApp = App & {
  readonly db: FreshDatabase;
  readonly clock: TestClock;
  /** What was logged as an error; a test that expects none can look. */
  readonly errors: string[];
};

/** Sunday 22 November 2026, 12:00 in Seoul. */
export const TEST_NOW: Instant = Date.UTC(2026, 10, 22, 3, 0);

export function testClock(start: Instant = TEST_NOW): TestClock {
  let now = start;
  return {
    now: () => now,
    set: (instant) => {
      now = instant;
    },
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** An app over a fresh database with a standing clock, counted ids and secrets, and passwords that cost nothing. */
export async function testApp(start: Instant = TEST_NOW): Promise<TestApp> {
  const errors: string[] = [];
  let ids = 0;
  let secrets = 0;
  return {
    db: await freshDatabase(),
    clock: testClock(start),
    newId: () => {
      ids += 1;
      return testId(ids);
    },
    newSecret: () => {
      secrets += 1;
      return `secret-${secrets}`;
    },
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    sign: (text) => createHmac('sha256', 'for tests only').update(text).digest('base64url'),
    passwords: {
      hash: async (password) => `plain:${password.normalize('NFKC')}`,
      verify: async (password, stored) => stored === `plain:${password.normalize('NFKC')}`,
    },
    signInThrottle: memoryThrottle(),
    zone: 'Asia/Seoul',
    log: { info: () => {}, error: (event) => void errors.push(event) },
    errors,
  };
}

/** The nth id of a test, a valid UUID. */
export function testId(n: number): string {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
