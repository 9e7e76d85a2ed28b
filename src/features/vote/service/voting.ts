import { decisionAt } from '#features/scenario/service.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { checkOpen } from '../ballot.ts';
import { findBallot, findVote, insertBallot } from '../store.ts';
import { metVote, type VoteApp } from './around.ts';

export type Casting = {
  readonly eventId: string;
  readonly voteId: string;
  /** Names what was chosen, as the page offered it. */
  readonly token: string;
};

/**
 * Casts the actor's vote in their cohort; as long as it is open, a further one takes its place. The same event sent again
 * changes nothing. Whoever leads does not vote.
 */
export async function castVote(
  app: VoteApp,
  actor: Actor,
  { eventId, voteId, token }: Casting,
): Promise<Result<'cast'>> {
  const met = await metVote(app, actor, voteId);
  if (!met.ok) return met;
  if (met.value.part !== 'voter') return refuse({ code: 'not-allowed' });
  const decision = await decisionAt(app, met.value.vote, 'ko');
  const choice = decision?.choices.find((one) => one.token === token)?.name;
  if (choice === undefined) return refuse({ code: 'choice-not-offered' });
  const { personId } = actor;
  return app.db.write(async (tx) => {
    const kept = await findBallot(tx, eventId);
    if (kept !== undefined) {
      const isOwn = kept.voteId === voteId && kept.personId === personId;
      return isOwn ? ok('cast') : refuse({ code: 'event-used' });
    }
    const vote = (await findVote(tx, voteId))?.vote ?? met.value.vote;
    const problem = checkOpen(vote);
    if (problem) return refuse(problem);
    await insertBallot(tx, { id: eventId, voteId, personId, choice, at: app.clock.now() });
    return ok('cast');
  });
}
