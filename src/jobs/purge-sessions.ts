import { purgeResets, purgeSessions } from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';

/** Throws away sessions and reset links that have run out. */
export async function purgeExpired(app: App): Promise<void> {
  await purgeSessions(app);
  await purgeResets(app);
}
