import type { Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import { addEvidence } from '#features/competency/service.ts';
import type { DecisionAt } from '#features/scenario/service.ts';
import { decisionAt, knewBefore, noteMet } from '#features/scenario/service.ts';
import type { Instant } from '#kernel/date.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import {
  type Ballot,
  checkOpen,
  evidenceFrom,
  lastBallots,
  stateOf,
  type Vote,
} from '../ballot.ts';
import { endVote, findVote, insertVote, listBallots, listVotes } from '../store.ts';
import { ledVote, type VoteApp } from './around.ts';
import { exerciseAt } from './exercises.ts';

export type NewVote = {
  /** Becomes the id of the vote. */
  readonly eventId: string;
  readonly runId: string;
  /** How many decisions had been taken when the leader asked. */
  readonly seq: number;
};

/**
 * Opens the decision an exercise of the actor's stands at to its cohort, or answers the vote this event opened. Refused
 * while another vote of the exercise is open, after the run has gone on, and where there has been a vote on it.
 */
export async function openVote(
  app: VoteApp,
  actor: Actor,
  { eventId, runId, seq }: NewVote,
): Promise<Result<{ voteId: string }>> {
  const found = await exerciseAt(app, actor, runId);
  if (!found.ok) return found;
  const { isUndecided, seq: now } = found.value;
  return app.db.write(async (tx) => {
    const kept = await findVote(tx, eventId);
    if (kept !== undefined) {
      return kept.vote.runId === runId ? ok({ voteId: eventId }) : refuse({ code: 'event-used' });
    }
    if (!isUndecided || seq !== now) return refuse({ code: 'vote-moved-on' });
    const votes = (await listVotes(tx, [runId])).filter((vote) => stateOf(vote) !== 'called-off');
    if (votes.some((vote) => stateOf(vote) === 'open')) return refuse({ code: 'vote-still-open' });
    if (votes.some((vote) => vote.seq === seq)) return refuse({ code: 'vote-held' });
    await insertVote(tx, {
      ...{ id: eventId, runId, seq, openedBy: actor.personId, openedAt: app.clock.now() },
      ...{ closedBy: null, closedAt: null, calledOffAt: null },
    });
    return ok({ voteId: eventId });
  });
}

/**
 * Closes a vote and shows everybody who voted how it fell. The vote of each person who met the scenario here for the first
 * time becomes evidence; for all of them the version is known from now on, so that playing it later is practice. Closing
 * again changes nothing.
 */
export async function closeVote(
  app: VoteApp,
  actor: Actor,
  voteId: string,
): Promise<Result<'closed'>> {
  const led = await ledVote(app, actor, voteId);
  if (!led.ok) return led;
  const decision = await decisionAt(app, led.value.vote, 'ko');
  if (decision === null) throw new Error(`vote ${voteId} is about no decision`);
  const now = app.clock.now();
  return app.db.write(async (tx) => {
    const vote = (await findVote(tx, voteId))?.vote ?? led.value.vote;
    if (stateOf(vote) === 'closed') return ok('closed');
    const problem = checkOpen(vote);
    if (problem) return refuse(problem);
    const ballots = [...lastBallots(await listBallots(tx, [voteId])).values()];
    await endVote(tx, voteId, { closedAt: now, closedBy: actor.personId });
    await addEvidence(tx, app, await settle(tx, { vote, ballots, decision, now }));
    await writeAudit(tx, {
      at: now,
      actorId: actor.personId,
      act: 'vote-closed',
      subject: `vote:${voteId}`,
      detail: { scenario: decision.scenarioId, votes: ballots.length },
    });
    return ok('closed');
  });
}

type Closing = {
  readonly vote: Vote;
  readonly ballots: readonly Ballot[];
  readonly decision: DecisionAt;
  readonly now: Instant;
};

/** Notes who knows the version now, and answers what those show who did not know it before. */
async function settle(tx: Tx, { vote, ballots, decision, now }: Closing) {
  const { scenarioId, logicHash } = decision;
  const counted: Ballot[] = [];
  for (const ballot of ballots) {
    const person = { personId: ballot.personId, scenarioId, logicHash, runId: vote.runId };
    if (!(await knewBefore(tx, person))) counted.push(ballot);
    await noteMet(tx, person, now);
  }
  return evidenceFrom(vote, counted, decision);
}

/** Ends an open vote without showing or counting anything: whoever has voted has lost nothing. */
export async function callOffVote(
  app: VoteApp,
  actor: Actor,
  voteId: string,
): Promise<Result<'called-off'>> {
  const led = await ledVote(app, actor, voteId);
  if (!led.ok) return led;
  return app.db.write(async (tx) => {
    const vote = (await findVote(tx, voteId))?.vote ?? led.value.vote;
    if (stateOf(vote) === 'called-off') return ok('called-off');
    const problem = checkOpen(vote);
    if (problem) return refuse(problem);
    await endVote(tx, voteId, { calledOffAt: app.clock.now() });
    return ok('called-off');
  });
}
