import type { Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { NewEvidence } from '#features/competency/evidence.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import { addEvidence, revokePieces } from '#features/competency/service.ts';
import type { Person } from '#features/identity/person.ts';
import { peopleOf } from '#features/identity/service.ts';
import { queueMessage, tell } from '#features/notify/service.ts';
import type { CreditFinding } from '#features/programme/credit.ts';
import { readCredit, saysTheSame, type TypedCredit } from '#features/programme/credit.ts';
import { answerCredit, creditOf } from '#features/programme/service.ts';
import { dayAt, startOfDay } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Claim } from '../claim.ts';
import {
  changedFindings,
  type Decision,
  type Finding,
  readFindings,
  standingDecisions,
  type TypedFinding,
} from '../decision.ts';
import { insertDecision, listDecisions, updateClaim } from '../store.ts';

import { claimToReview } from './review.ts';

export type Review = {
  readonly eventId: string;
  readonly claimId: string;
  /** How many decisions the reviewer had before their eyes: a colleague's newer one must not be overwritten unseen. */
  readonly seen: number;
  readonly findings: readonly TypedFinding[];
  /** The answer to what the claim says was done elsewhere; null when it says nothing of the kind. */
  readonly credit?: TypedCredit | null;
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
    const credit = await creditFound(tx, review);
    const [problem] = [...problems, ...credit.problems];
    if (problem) return refuse(problem);
    const found = { claim, findings, decisions, credit: credit.finding };
    const changed = await decideAll(tx, app, actor, { ...found, eventId: review.eventId });
    if (changed > 0 || credit.finding !== null) await tellOwner(tx, app, claim, owner);
    return ok({ changed });
  });
}

type Deciding = {
  readonly claim: Claim;
  readonly findings: readonly Finding[];
  readonly decisions: readonly Decision[];
  readonly credit: CreditFinding | null;
  readonly eventId: string;
};

/** Writes down what differs from what stood; answers how many competencies that were. */
async function decideAll(
  tx: Tx,
  app: App & WithFramework,
  actor: Actor,
  { claim, findings, decisions, credit, eventId }: Deciding,
): Promise<number> {
  const standing = standingDecisions(decisions);
  const changed = changedFindings(findings, standing);
  for (const finding of changed) {
    const before = standing.get(finding.competency);
    await decideOne(tx, app, actor, { claim, finding, before, eventId });
  }
  if (credit !== null)
    await answerCredit(tx, app, { claimId: claim.id, finding: credit, by: actor.personId });
  return changed.length;
}

/** What the reviewer says of the requirement, where it differs from what stands. */
async function creditFound(
  tx: Tx,
  { claimId, credit: typed }: Review,
): Promise<ReturnType<typeof readCredit>> {
  const credit = await creditOf(tx, claimId);
  if (credit === null) return { finding: null, problems: [] };
  const empty = { outcome: '', reason: '', validUntil: '' };
  const read = readCredit(typed ?? empty, credit.handedInOn);
  return saysTheSame(read.finding, credit.answer) ? { ...read, finding: null } : read;
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
