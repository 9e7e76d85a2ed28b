import type { Reader, Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import { learnersOf, trainersOf } from '#features/cohort/service.ts';
import type { Person } from '#features/identity/person.ts';
import { namesOf, peopleOf } from '#features/identity/service.ts';
import type { Credit } from '#features/programme/credit.ts';
import { creditOf } from '#features/programme/service.ts';
import { dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type Claim, PROMISED_DAYS, stateOf, waiting } from '../claim.ts';
import type { Decision } from '../decision.ts';
import {
  type ClaimFilter,
  countClaims,
  countWaitingSince,
  findClaim,
  findDocument,
  listClaims,
  listDecisions,
} from '../store.ts';

const PAGE = 50;
const DAY_MS = 86_400_000;

export type ReviewQueue = {
  readonly claims: readonly (Claim & {
    readonly name: string;
    readonly days: number;
    readonly isLate: boolean;
  })[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
};

/** Claims the actor may review, 50 to a page (from 1): those that wait, the oldest first, or those decided, the newest first. */
export async function reviewQueue(
  app: App,
  actor: Actor,
  { state, page }: { state: 'waiting' | 'decided'; page: number },
): Promise<Result<ReviewQueue>> {
  const filter = await reviewable(app.db.read, actor);
  if (filter === null) return refuse({ code: 'not-allowed' });
  const total = await countClaims(app.db.read, { ...filter, state });
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const window = { offset: (shown - 1) * PAGE, limit: PAGE };
  const claims = await listClaims(app.db.read, { ...filter, state }, window);
  const ids = claims.map(({ personId }) => personId);
  const names = await namesOf(app, ids);
  const today = dayAt(app.clock.now(), app.zone);
  return ok({
    claims: claims.map((claim) => ({
      ...claim,
      name: names.get(claim.personId) ?? '',
      ...waiting(dayAt(claim.submittedAt, app.zone), today),
    })),
    page: shown,
    pages,
    total,
  });
}

/** How many claims wait for this reviewer, and how many of all wait longer than was promised; 0 for whoever reviews none. */
export async function countWaiting(
  app: App,
  actor: Actor,
): Promise<{ mine: number; late: number }> {
  const filter = await reviewable(app.db.read, actor);
  if (filter === null) return { mine: 0, late: 0 };
  const mine = await countClaims(app.db.read, { ...filter, state: 'waiting' });
  const late = await countWaitingSince(app.db.read, app.clock.now() - PROMISED_DAYS * DAY_MS);
  return { mine, late };
}

export type ReviewedClaim = {
  readonly claim: Claim;
  readonly person: Person;
  readonly credit: Credit | null;
  readonly decisions: readonly Decision[];
  readonly names: ReadonlyMap<string, string>;
};

/** A claim as its reviewer sees it. One that is not theirs to review, or was withdrawn, is not there for them. */
export async function viewForReview(
  app: App,
  actor: Actor,
  claimId: string,
): Promise<Result<ReviewedClaim>> {
  const claim = await claimToReview(app.db.read, actor, claimId);
  if (claim === null) return refuse({ code: 'not-found' });
  const decisions = await listDecisions(app.db.read, claimId);
  const reviewers = decisions.map(({ reviewerId }) => reviewerId);
  const person = (await peopleOf(app, [claim.personId])).get(claim.personId);
  if (person === undefined) return refuse({ code: 'not-found' });
  const credit = await creditOf(app.db.read, claimId);
  const by = credit?.answer ? [credit.answer.by] : [];
  return ok({ claim, person, credit, decisions, names: await namesOf(app, [...reviewers, ...by]) });
}

/** The document of a claim: for its owner, and for its reviewers, who leave a trace. */
export async function openDocument(
  app: App,
  actor: Actor,
  claimId: string,
): Promise<Result<{ document: Claim['document']; bytes: Uint8Array }>> {
  return app.db.write(async (tx) => {
    const found = await findClaim(tx, claimId);
    const isOwner = found?.personId === actor.personId;
    const claim = isOwner ? found : await claimToReview(tx, actor, claimId);
    const bytes = claim ? await findDocument(tx, claimId) : undefined;
    if (!claim || bytes === undefined) return refuse({ code: 'not-found' });
    if (!isOwner) {
      await writeAudit(tx, {
        at: app.clock.now(),
        actorId: actor.personId,
        act: 'document-opened',
        subject: `person:${claim.personId}`,
        detail: { claim: claimId },
      });
    }
    return ok({ document: claim.document, bytes });
  });
}

/** Whose claims the actor reviews: an administrator everybody's, a trainer those of their cohorts; null for others. */
async function reviewable(db: Reader, actor: Actor): Promise<ClaimFilter | null> {
  const except = actor.personId;
  if (may(actor, 'review-learning')) return { personIds: null, except };
  if (!may(actor, 'review-learning', { trainers: [actor.personId] })) return null;
  return { personIds: await learnersOf(db, actor.personId), except };
}

/** A claim the actor may review; null for any other, as if it did not exist. */
export async function claimToReview(
  db: Reader | Tx,
  actor: Actor,
  claimId: string,
): Promise<Claim | null> {
  const claim = await findClaim(db, claimId);
  if (claim === undefined || stateOf(claim) === 'withdrawn') return null;
  const subject = { owner: claim.personId, trainers: await trainersOf(db, claim.personId) };
  return may(actor, 'review-learning', subject) ? claim : null;
}
