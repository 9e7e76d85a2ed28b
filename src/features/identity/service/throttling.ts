import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';

/** Counts an attempt on every key; refused with the minutes to wait when one of them is used up. */
export async function takeAttempts(app: App, keys: readonly string[]): Promise<Result<null>> {
  let wait = 0;
  for (const key of keys) wait = Math.max(wait, await app.signInThrottle.take(key));
  if (wait === 0) return ok(null);
  return refuse({ code: 'too-many-tries', values: { minutes: Math.ceil(wait / 60) } });
}
