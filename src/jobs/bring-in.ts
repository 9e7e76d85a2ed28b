import type { WithFramework } from '#features/competency/framework.ts';
import { finishImports, matchWaiting } from '#features/intake/service.ts';
import type { App } from '#kernel/ports.ts';

/** Goes on with imports that are too long for one request or were broken off. */
export async function carryOnImports(app: App & WithFramework): Promise<void> {
  await finishImports(app);
}

/** Takes records of people who had no account yet when they were brought. */
export async function matchWaitingRecords(app: App & WithFramework): Promise<void> {
  const matched = await matchWaiting(app);
  if (matched > 0) app.log.info('waiting-records-matched', { matched });
}
