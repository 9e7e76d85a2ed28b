import type { Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import { findCompetency } from '#features/competency/framework.ts';
import { namesOf } from '#features/identity/service.ts';
import type { Credit } from '#features/programme/credit.ts';
import {
  awaitCredit,
  creditableItem,
  creditOf,
  type ProgrammeApp,
  withdrawCredit,
} from '#features/programme/service.ts';
import { dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import {
  type Claim,
  checkClaim,
  claimedIn,
  isNews,
  stateOf,
  type TypedClaim,
  WAITING_MAX,
} from '../claim.ts';
import type { Decision } from '../decision.ts';
import { checkDocument, safeName } from '../document.ts';
import {
  countClaims,
  deleteDocument,
  findClaim,
  insertClaim,
  listClaims,
  listDecisions,
  updateClaim,
} from '../store.ts';

export type NewClaim = TypedClaim & {
  /** Becomes the id of the claim: the same form sent twice is one claim. */
  readonly eventId: string;
  readonly document: { readonly name: string; readonly bytes: Uint8Array };
  /** What is required and was done elsewhere, see `nameOfItem`; absent when the claim names no requirement. */
  readonly requirement?: string | null;
};

/** Hands in what somebody learned elsewhere, with its document, for their reviewers. At most five may wait at a time. */
export async function submitClaim(
  app: ProgrammeApp,
  actor: Actor,
  input: NewClaim,
): Promise<Result<{ claimId: string }>> {
  if (!may(actor, 'learn', { owner: actor.personId })) return refuse({ code: 'not-allowed' });
  const now = app.clock.now();
  const isKnown = (id: string) => findCompetency(app.framework, id) !== undefined;
  const [problem] = checkClaim(input, { isKnown, today: dayAt(now, app.zone) });
  if (problem) return refuse(problem);
  const { requirement: item = null } = input;
  if (item !== null && (await creditableItem(app, actor.personId, item)) === null)
    return refuse({ code: 'credit-not-required' });
  const type = checkDocument(input.document.bytes);
  if (!type.ok) return type;
  const { bytes, name } = input.document;
  const claim: Claim = {
    id: input.eventId,
    personId: actor.personId,
    description: input.description,
    earnedOn: input.earnedOn,
    claimed: claimedIn(input),
    submittedAt: now,
    document: {
      name: safeName(name, type.value),
      type: type.value,
      bytes: bytes.length,
      hash: app.hash(bytes),
    },
    withdrawnAt: null,
    decidedAt: null,
    readAt: null,
  };
  return app.db.write(async (tx) => {
    const kept = await keep(tx, claim, bytes);
    if (kept.ok && item !== null)
      await awaitCredit(tx, app, { claimId: claim.id, personId: claim.personId, item });
    return kept;
  });
}

async function keep(tx: Tx, claim: Claim, bytes: Uint8Array): Promise<Result<{ claimId: string }>> {
  const { id, personId } = claim;
  const kept = await findClaim(tx, id);
  if (kept !== undefined)
    return kept.personId === personId ? ok({ claimId: id }) : refuse({ code: 'event-used' });
  const waiting = await countClaims(tx, { state: 'waiting', personIds: [personId] });
  if (waiting >= WAITING_MAX) return refuse({ code: 'claims-full', values: { max: WAITING_MAX } });
  await insertClaim(tx, claim, bytes);
  await auditOwn(tx, claim, { act: 'claim-submitted', at: claim.submittedAt });
  return ok({ claimId: id });
}

/** Takes back a claim nobody has decided yet; its document is deleted. */
export async function withdrawClaim(
  app: App,
  actor: Actor,
  claimId: string,
): Promise<Result<null>> {
  return app.db.write(async (tx) => {
    const claim = await findClaim(tx, claimId);
    if (claim?.personId !== actor.personId) return refuse({ code: 'not-found' });
    const state = stateOf(claim);
    if (state === 'withdrawn') return ok(null);
    if (state === 'decided') return refuse({ code: 'claim-decided' });
    const at = app.clock.now();
    await updateClaim(tx, claimId, { withdrawnAt: at });
    await deleteDocument(tx, claimId);
    await withdrawCredit(tx, app, claimId);
    await auditOwn(tx, claim, { act: 'claim-withdrawn', at });
    return ok(null);
  });
}

/** The owner has read the decision. */
export async function acknowledge(app: App, actor: Actor, claimId: string): Promise<Result<null>> {
  return app.db.write(async (tx) => {
    const claim = await findClaim(tx, claimId);
    if (claim?.personId !== actor.personId) return refuse({ code: 'not-found' });
    if (isNews(claim)) await updateClaim(tx, claimId, { readAt: app.clock.now() });
    return ok(null);
  });
}

const LIST_MAX = 200;

/** The actor's own claims, the newest first. */
export async function ownClaims(app: Pick<App, 'db'>, { personId }: Actor): Promise<Claim[]> {
  const window = { offset: 0, limit: LIST_MAX };
  return (await listClaims(app.db.read, { personIds: [personId] }, window)).reverse();
}

export type OwnClaim = {
  readonly claim: Claim;
  /** What is required and was done elsewhere, where the claim names it. */
  readonly credit: Credit | null;
  /** In the order they were taken. */
  readonly decisions: readonly Decision[];
  /** Reviewers by id. */
  readonly names: ReadonlyMap<string, string>;
};

/** One of the actor's own claims, with what was decided. Claims of others are not there. */
export async function viewOwnClaim(
  app: Pick<App, 'db'>,
  actor: Actor,
  claimId: string,
): Promise<Result<OwnClaim>> {
  const claim = await findClaim(app.db.read, claimId);
  if (claim?.personId !== actor.personId) return refuse({ code: 'not-found' });
  const decisions = await listDecisions(app.db.read, claimId);
  const credit = await creditOf(app.db.read, claimId);
  const reviewers = decisions.map(({ reviewerId }) => reviewerId);
  const names = await namesOf(app, [...reviewers, ...(credit?.answer ? [credit.answer.by] : [])]);
  return ok({ claim, credit, decisions, names });
}

async function auditOwn(
  tx: Tx,
  { id, personId, claimed }: Claim,
  { act, at }: { act: 'claim-submitted' | 'claim-withdrawn'; at: number },
): Promise<void> {
  await writeAudit(tx, {
    at,
    actorId: personId,
    act,
    subject: `person:${personId}`,
    detail: { claim: id, competencies: claimed.map(({ competency }) => competency) },
  });
}
