import { escalateChallenges } from '#features/competency/service.ts';
import type { App } from '#kernel/ports.ts';

/** Passes challenges that nobody answered for 14 days to the administrators; after downtime all at once. */
export async function passOnSilentChallenges(app: App): Promise<void> {
  const passedOn = await escalateChallenges(app);
  if (passedOn > 0) app.log.info('challenges-passed-on', { passedOn });
}
