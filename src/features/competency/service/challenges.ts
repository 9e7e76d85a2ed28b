import type { Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { Person } from '#features/identity/person.ts';
import { administrators, peopleOf } from '#features/identity/service.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Problem, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { WithCare } from '../care.ts';
import {
  type Challenge,
  checkAnswering,
  checkChallenging,
  goesStraightUp,
  isOpen,
  silentSince,
  type Verdict,
} from '../challenge.ts';
import type { Evidence } from '../evidence.ts';
import type { WithFramework } from '../framework.ts';
import { readReason } from '../revocation.ts';
import {
  countOpenBy,
  findChallenge,
  insertChallenge,
  listChallengesOfPiece,
  listSilent,
  updateClosed,
  updateEscalated,
} from '../store/challenges.ts';
import { findEvidence } from '../store/revocation.ts';
import { revokePieces } from './revoke.ts';
import { tellAnswer, tellPassedOn } from './telling.ts';

type ChallengeApp = App & WithFramework & WithCare;

export type ChallengeInput = {
  readonly eventId: string;
  readonly evidenceId: string;
  readonly reason: string;
};

/**
 * The person a piece of evidence is about says why it is wrong. It goes on counting until somebody has answered. The same
 * event sent again challenges once.
 */
export async function challengeEvidence(
  app: ChallengeApp,
  actor: Actor,
  { eventId, evidenceId, reason }: ChallengeInput,
): Promise<Result<Challenge>> {
  const { personId } = actor;
  const said = readReason(reason);
  if (!said.ok) return said;
  const trainers = (await app.care.trainersOf(personId)).filter((id) => id !== personId);
  const above = await administrators(app);
  return app.db.write(async (tx) => {
    const piece = await findEvidence(tx, evidenceId);
    if (piece === undefined || piece.personId !== personId) return refuse({ code: 'not-found' });
    const kept = await findChallenge(tx, eventId);
    if (kept) return kept.personId === personId ? ok(kept) : refuse({ code: 'event-used' });
    const earlier = await listChallengesOfPiece(tx, evidenceId);
    const open = await countOpenBy(tx, personId);
    const refusal = checkChallenging(piece, { earlier, open });
    if (refusal) return refuse(refusal);
    const isUp = goesStraightUp(earlier, trainers);
    const challenge = opened(piece, { id: eventId, reason: said.value, at: app.clock.now(), isUp });
    await insertChallenge(tx, challenge);
    if (isUp) await passOn(tx, app, { challenge, above });
    return ok(challenge);
  });
}

function opened(
  { id: evidenceId, personId, competency }: Evidence,
  { id, reason, at, isUp }: { id: string; reason: string; at: Instant; isUp: boolean },
): Challenge {
  return {
    id,
    evidenceId,
    personId,
    competency,
    reason,
    raisedAt: at,
    escalatedAt: isUp ? at : null,
    outcome: null,
    closedBy: null,
    answer: null,
    closedAt: null,
  };
}

export type AnswerInput = {
  readonly challengeId: string;
  readonly verdict: Verdict;
  readonly answer: string;
};

/**
 * Somebody who looks after the person answers: the evidence stands, or it is revoked. The answer is told to whoever
 * challenged. Sent again by the same person with the same verdict, it changes nothing.
 */
export async function answerChallenge(
  app: ChallengeApp,
  actor: Actor,
  { challengeId, verdict, answer }: AnswerInput,
): Promise<Result<'answered'>> {
  const found = await findChallenge(app.db.read, challengeId);
  if (found === undefined) return refuse({ code: 'not-found' });
  const { personId } = found;
  const trainers = await app.care.trainersOf(personId);
  if (!may(actor, 'vouch', { owner: personId, trainers })) return refuse({ code: 'not-found' });
  const said = readReason(answer);
  const challenger = (await peopleOf(app, [personId])).get(personId);
  return app.db.write(async (tx) => {
    const challenge = await findChallenge(tx, challengeId);
    if (challenge === undefined) return refuse({ code: 'not-found' });
    if (challenge.closedBy === actor.personId && challenge.outcome === verdict)
      return ok('answered');
    const problem = await refusalToAnswer(tx, actor, challenge);
    if (problem) return refuse(problem);
    if (!said.ok) return said;
    await close(tx, app, { actor, challenge, verdict, answer: said.value });
    if (challenger) await tellAnswer(tx, app, { challenger, challenge });
    return ok('answered');
  });
}

async function refusalToAnswer(
  tx: Tx,
  actor: Actor,
  challenge: Challenge,
): Promise<Problem | null> {
  const all = await listChallengesOfPiece(tx, challenge.evidenceId);
  const earlier = all.filter(({ id }) => id !== challenge.id);
  const who = { personId: actor.personId, isAdministrator: may(actor, 'revoke-evidence') };
  return checkAnswering(challenge, who, earlier);
}

type Closing = {
  readonly actor: Actor;
  readonly challenge: Challenge;
  readonly verdict: Verdict;
  readonly answer: string;
};

async function close(
  tx: Tx,
  app: ChallengeApp,
  { actor, challenge, verdict, answer }: Closing,
): Promise<void> {
  const closedAt = app.clock.now();
  const by = actor.personId;
  await updateClosed(tx, challenge.id, { outcome: verdict, closedBy: by, answer, closedAt });
  if (verdict === 'revoked') {
    await revokePieces(tx, app, { ids: [challenge.evidenceId], reason: answer, by });
  }
  await writeAudit(tx, {
    at: closedAt,
    actorId: actor.personId,
    act: 'challenge-answered',
    subject: `person:${challenge.personId}`,
    detail: { competency: challenge.competency, outcome: verdict },
  });
}

/** Whoever challenged thinks better of it. */
export async function withdrawChallenge(
  app: ChallengeApp,
  { personId }: Actor,
  challengeId: string,
): Promise<Result<'withdrawn'>> {
  return app.db.write(async (tx) => {
    const challenge = await findChallenge(tx, challengeId);
    if (challenge === undefined || challenge.personId !== personId) {
      return refuse({ code: 'not-found' });
    }
    if (challenge.outcome === 'withdrawn') return ok('withdrawn');
    if (!isOpen(challenge)) return refuse({ code: 'challenge-closed' });
    const closed = { closedBy: personId, answer: null, closedAt: app.clock.now() };
    await updateClosed(tx, challengeId, { ...closed, outcome: 'withdrawn' });
    return ok('withdrawn');
  });
}

/**
 * Passes challenges that nobody has answered for 14 days to the administrators and tells them. Safe to run twice or on two
 * machines: only the run that marks a challenge tells of it. After downtime it catches up. Answers how many it passed on.
 */
export async function escalateChallenges(app: App): Promise<number> {
  const silent = await listSilent(app.db.read, silentSince(app.clock.now()));
  if (silent.length === 0) return 0;
  const above = await administrators(app);
  let passedOn = 0;
  for (const challenge of silent) {
    const isMine = await app.db.write(async (tx) => {
      if (!(await updateEscalated(tx, challenge.id, app.clock.now()))) return false;
      await passOn(tx, app, { challenge, above });
      return true;
    });
    if (isMine) passedOn += 1;
  }
  return passedOn;
}

async function passOn(
  tx: Tx,
  app: Pick<App, 'clock' | 'newId'>,
  { challenge, above }: { challenge: Challenge; above: readonly Person[] },
): Promise<void> {
  await tellPassedOn(tx, app, { challenge, above });
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId: null,
    act: 'challenge-passed-on',
    subject: `person:${challenge.personId}`,
    detail: { competency: challenge.competency },
  });
}
