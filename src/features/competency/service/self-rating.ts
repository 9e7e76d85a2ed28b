import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { findCompetency, type Level, type WithFramework } from '../framework.ts';
import { findEvidence } from '../store/revocation.ts';
import { addEvidence } from './cells.ts';

export type SelfRatingInput = {
  readonly eventId: string;
  readonly competency: string;
  readonly level: Level;
};

/** Keeps what a person says of themselves. It stands beside their level and is never mixed into it. */
export async function rateOneself(
  app: App & WithFramework,
  actor: Actor,
  { eventId, competency, level }: SelfRatingInput,
): Promise<Result<'stored'>> {
  const { personId } = actor;
  if (!may(actor, 'learn', { owner: personId })) return refuse({ code: 'not-allowed' });
  if (findCompetency(app.framework, competency) === undefined) return refuse({ code: 'not-found' });
  return app.db.write(async (tx) => {
    const kept = await findEvidence(tx, eventId);
    if (kept !== undefined) {
      const isSame = kept.personId === personId && kept.shown.kind === 'self';
      return isSame ? ok('stored') : refuse({ code: 'event-used' });
    }
    const piece = {
      id: eventId,
      personId,
      competency,
      shown: { v: 1, kind: 'self', level },
      source: `self:${competency}`,
      runId: null,
      occurredAt: app.clock.now(),
    } as const;
    await addEvidence(tx, app, [piece]);
    return ok('stored');
  });
}
