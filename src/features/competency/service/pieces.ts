import { namesOf } from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { WithCare } from '../care.ts';
import { type Challenge, checkAnswering, isOpen } from '../challenge.ts';
import { type ExplainedPiece, explainPieces } from '../differential.ts';
import type { Evidence } from '../evidence.ts';
import type { WithFramework } from '../framework.ts';
import { giverOf } from '../revocation.ts';
import {
  countChallenges,
  listChallengesBy,
  listChallengesOfPiece,
  listClosedChallenges,
  listOpenChallenges,
} from '../store/challenges.ts';
import { listEvidenceByIds } from '../store/pieces.ts';
import { findEvidence } from '../store/revocation.ts';
import { listEvidenceOfCells } from '../store.ts';
import { models } from './cells.ts';

type PieceApp = App & WithFramework & WithCare;
export const CHALLENGES_PAGE = 50;

export type SeenPiece = {
  readonly explained: ExplainedPiece;
  /** Oldest first. */
  readonly challenges: readonly Challenge[];
  /** Whom it is about, who showed it, who challenged and answered. */
  readonly names: ReadonlyMap<string, string>;
  /** The challenge that waits for an answer, and whether the actor may give it. */
  readonly open: Challenge | null;
  readonly mayAnswer: boolean;
  readonly mayRevoke: boolean;
};

/** One piece of evidence with everything said about it: for whom it is about, and those who look after them. */
export async function viewPiece(
  app: PieceApp,
  actor: Actor,
  evidenceId: string,
): Promise<Result<SeenPiece>> {
  const piece = await findEvidence(app.db.read, evidenceId);
  if (piece === undefined) return refuse({ code: 'not-found' });
  const { personId, competency } = piece;
  const trainers = await app.care.trainersOf(personId);
  const subject = { owner: personId, trainers };
  if (!may(actor, 'see-record', subject)) return refuse({ code: 'not-found' });
  const challenges = await listChallengesOfPiece(app.db.read, evidenceId);
  const open = challenges.find(isOpen) ?? null;
  const mayAnswer =
    open !== null && may(actor, 'vouch', subject) && canAnswer(actor, open, challenges);
  const giver = giverOf(piece.shown);
  const mayRevoke =
    piece.revokedAt === null && may(actor, 'revoke-evidence', { owner: personId, giver });
  const cell = await listEvidenceOfCells(app.db.read, personId, [competency]);
  const model = (await models(app, app.db.read))(competency);
  const explained = explainPieces(cell, app.clock.now(), model).find(
    (one) => one.piece.id === evidenceId,
  );
  if (explained === undefined) throw new Error(`evidence ${evidenceId} is not in its own cell`);
  const names = await namesOf(app, [
    personId,
    giver ?? personId,
    ...challenges.flatMap(({ closedBy }) => closedBy ?? []),
  ]);
  return ok({ explained, challenges, names, open, mayAnswer, mayRevoke });
}

function canAnswer(actor: Actor, open: Challenge, all: readonly Challenge[]): boolean {
  const earlier = all.filter(({ id }) => id !== open.id);
  const who = { personId: actor.personId, isAdministrator: may(actor, 'revoke-evidence') };
  return checkAnswering(open, who, earlier) === null;
}

export type ListedChallenge = {
  readonly challenge: Challenge;
  readonly piece: Evidence;
  readonly person: string;
  /** Whose word the piece is; null for what the product saw itself. */
  readonly giver: string | null;
  readonly answeredBy: string | null;
};
export type ChallengeList = {
  /** What waits, the longest first. */
  readonly open: readonly ListedChallenge[];
  /** One page of what is closed, newest first. */
  readonly closed: readonly ListedChallenge[];
  readonly page: number;
  readonly pages: number;
};

/** Challenges of the people the actor looks after; an administrator sees all. The actor's own are not among them. */
export async function challengesFor(
  app: PieceApp,
  actor: Actor,
  wantedPage = 1,
): Promise<ChallengeList> {
  const whose = await app.care.inCareOf(actor);
  const counted = await countChallenges(app.db.read, whose);
  const pages = Math.max(1, Math.ceil(counted.closed / CHALLENGES_PAGE));
  const page = Math.min(Math.max(1, wantedPage), pages);
  const window = { offset: (page - 1) * CHALLENGES_PAGE, limit: CHALLENGES_PAGE };
  const isOthers = ({ personId }: Challenge) => personId !== actor.personId;
  const open = (await listOpenChallenges(app.db.read, whose)).filter(isOthers);
  const closed = (await listClosedChallenges(app.db.read, whose, window)).filter(isOthers);
  const listed = await listing(app, [...open, ...closed]);
  return { open: open.map(listed), closed: closed.map(listed), page, pages };
}

/** How many challenges wait for somebody like the actor. */
export async function countWaitingChallenges(
  app: Pick<App, 'db'> & WithCare,
  actor: Actor,
): Promise<number> {
  const whose = await app.care.inCareOf(actor);
  const open = await listOpenChallenges(app.db.read, whose);
  return open.filter(({ personId }) => personId !== actor.personId).length;
}

/** What the actor challenged, newest first. */
export async function ownChallenges(app: PieceApp, actor: Actor): Promise<ListedChallenge[]> {
  const own = await listChallengesBy(app.db.read, actor.personId);
  return own.map(await listing(app, own));
}

async function listing(
  app: Pick<App, 'db'>,
  challenges: readonly Challenge[],
): Promise<(challenge: Challenge) => ListedChallenge> {
  const pieces = await listEvidenceByIds(
    app.db.read,
    challenges.map(({ evidenceId }) => evidenceId),
  );
  const byId = new Map(pieces.map((piece) => [piece.id, piece]));
  const names = await namesOf(app, [
    ...challenges.flatMap(({ personId, closedBy }) => [personId, closedBy ?? personId]),
    ...pieces.flatMap(({ shown }) => giverOf(shown) ?? []),
  ]);
  return (challenge) => {
    const piece = byId.get(challenge.evidenceId);
    if (piece === undefined) throw new Error(`no evidence ${challenge.evidenceId}`);
    const person = names.get(challenge.personId) ?? '';
    const answeredBy = challenge.closedBy === null ? null : (names.get(challenge.closedBy) ?? '');
    const giverId = giverOf(piece.shown);
    const giver = giverId === null ? null : (names.get(giverId) ?? '');
    return { challenge, piece, person, giver, answeredBy };
  };
}
