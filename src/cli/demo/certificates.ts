import { earnedBy, issueCredential } from '#features/credential/service.ts';
import type { Actor } from '#kernel/rights.ts';
import { type DemoApp, done } from './demo-app.ts';

/** Who asked for certificates of what they finished; the others have theirs waiting. */
const ASKING = ['haneul', 'junho', 'youngsook'];

/** A few people hold certificates of all they finished but the last. */
export async function askForCertificates(
  app: DemoApp,
  actorOf: (login: string) => Actor,
): Promise<void> {
  for (const login of ASKING) {
    const actor = actorOf(login);
    const earned = await earnedBy(app, actor);
    const asked = earned.length > 1 ? earned.slice(1) : earned;
    for (const { key, period } of asked) {
      const eventId = app.newId();
      done(await issueCredential(app, actor, { eventId, key, period, how: 'once' }));
    }
  }
}
