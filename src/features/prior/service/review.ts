import type { Reader, Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import { learnersOf, trainersOf } from '#features/cohort/service.ts';
import type { NewEvidence } from '#features/competency/evidence.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import { addEvidence, revokePieces } from '#features/competency/service.ts';
import type { Person } from '#features/identity/person.ts';
import { namesOf, peopleOf } from '#features/identity/service.ts';
import { queueMessage, tell } from '#features/notify/service.ts';
import { dayAt, startOfDay } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type Claim, PROMISED_DAYS, stateOf, waiting } from '../claim.ts';
import {
  changedFindings,
  type Decision,
  type Finding,
  readFindings,
  standingDecisions,
  type TypedFinding,
} from '../decision.ts';
import {
  type ClaimFilter,
  countClaims,
  countWaitingSince,
  findClaim,
  findDocument,
  insertDecision,
  listClaims,
  listDecisions,
  updateClaim,
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
  return ok({ claim, person, decisions, names: await namesOf(app, reviewers) });
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

export type Review = {
  readonly eventId: string;
  readonly claimId: string;
  /** How many decisions the reviewer had before their eyes: a colleague's newer one must not be overwritten unseen. */
  readonly seen: number;
  readonly findings: readonly TypedFinding[];
};

/**
 * Decides every competency of a claim, or revises what was decided: what changes loses its evidence, with the new reason,
 * and gets new evidence. The owner is told. The same form sent twice decides once.
 */
export async function decideClaim(
  app: App & WithFramework,
  actor: Actor,
  review: Review,
): Promise<Result<{ changed: number }>> {
  const asked = await claimToReview(app.db.read, actor, review.claimId);
  if (asked === null) return refuse({ code: 'not-found' });
  const owner = (await peopleOf(app, [asked.personId])).get(asked.personId);
  return app.db.write(async (tx) => {
    const claim = await claimToReview(tx, actor, review.claimId);
    if (claim === null) return refuse({ code: 'not-found' });
    const decisions = await listDecisions(tx, claim.id);
    const sentBefore = decisions.filter(({ eventId }) => eventId === review.eventId);
    if (sentBefore.length > 0) return ok({ changed: sentBefore.length });
    if (decisions.length !== review.seen) return refuse({ code: 'claim-decided-meanwhile' });
    const { findings, problems } = readFindings(claim, review.findings);
    const [problem] = problems;
    if (problem) return refuse(problem);
    const standing = standingDecisions(decisions);
    const changed = changedFindings(findings, standing);
    for (const finding of changed) {
      const act = { claim, finding, before: standing.get(finding.competency) };
      await decideOne(tx, app, actor, { ...act, eventId: review.eventId });
    }
    if (changed.length > 0) await tellOwner(tx, app, claim, owner);
    return ok({ changed: changed.length });
  });
}

type OneDecision = {
  readonly claim: Claim;
  readonly finding: Finding;
  readonly before: Decision | undefined;
  readonly eventId: string;
};

async function decideOne(
  tx: Tx,
  app: App & WithFramework,
  { personId: reviewerId }: Actor,
  { claim, finding, before, eventId }: OneDecision,
): Promise<void> {
  const at = app.clock.now();
  const { competency, level, reason } = finding;
  if (before?.evidenceId) {
    await revokePieces(tx, app, { ids: [before.evidenceId], reason, by: reviewerId });
  }
  const piece = evidenceOf(app, claim, { ...finding, eventId, reviewerId });
  if (piece !== null) await addEvidence(tx, app, [piece]);
  const evidenceId = piece?.id ?? null;
  await insertDecision(tx, {
    ...finding,
    claimId: claim.id,
    eventId,
    reviewerId,
    at,
    evidenceId,
  });
  await writeAudit(tx, {
    at,
    actorId: reviewerId,
    act: 'claim-decided',
    subject: `person:${claim.personId}`,
    detail: { competency, found: level ?? 'none', claim: claim.id },
  });
}

/** What a finding says of the person; nothing when the document does not show it. */
function evidenceOf(
  { zone }: Pick<App, 'zone'>,
  { id, personId, earnedOn, document }: Claim,
  found: Finding & { eventId: string; reviewerId: string },
): NewEvidence | null {
  const { competency, level, eventId, reviewerId } = found;
  if (level === null) return null;
  return {
    id: `prior:${eventId}:${competency}`,
    personId,
    competency,
    // The same file handed in twice is one document, and says the same thing again.
    shown: { v: 1, kind: 'prior', level, reviewerId, documentId: document.hash },
    source: `document:${id}`,
    runId: null,
    occurredAt: startOfDay(earnedOn, zone),
  };
}

async function tellOwner(tx: Tx, app: App, claim: Claim, owner: Person | undefined): Promise<void> {
  await updateClaim(tx, claim.id, { decidedAt: app.clock.now() });
  if (owner === undefined || owner.closedAt !== null) return;
  const path = `/my/prior-learning/${claim.id}`;
  const day = dayAt(claim.submittedAt, app.zone);
  const { personId } = owner;
  await tell(tx, app, [{ personId, kind: 'claim-decided', values: { day }, path }]);
  if (owner.email === null) return;
  await queueMessage(tx, app, {
    template: 'claim-decided',
    address: owner.email,
    locale: owner.locale,
    params: {
      name: owner.name,
      path: `/${owner.locale}${path}`,
      day,
    },
  });
}

/** Whose claims the actor reviews: an administrator everybody's, a trainer those of their cohorts; null for others. */
async function reviewable(db: Reader, actor: Actor): Promise<ClaimFilter | null> {
  const except = actor.personId;
  if (may(actor, 'review-learning')) return { personIds: null, except };
  if (!may(actor, 'review-learning', { trainers: [actor.personId] })) return null;
  return { personIds: await learnersOf(db, actor.personId), except };
}

async function claimToReview(
  db: Reader | Tx,
  actor: Actor,
  claimId: string,
): Promise<Claim | null> {
  const claim = await findClaim(db, claimId);
  if (claim === undefined || stateOf(claim) === 'withdrawn') return null;
  const subject = { owner: claim.personId, trainers: await trainersOf(db, claim.personId) };
  return may(actor, 'review-learning', subject) ? claim : null;
}
