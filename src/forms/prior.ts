import { z } from 'zod';
import { findCompetency } from '#features/competency/framework.ts';
import { COMPETENCIES_MAX, checkClaim, type TypedClaim } from '#features/prior/claim.ts';
import { readFindings, type TypedFinding } from '#features/prior/decision.ts';
import { checkDocument } from '#features/prior/document.ts';
import {
  acknowledge,
  decideClaim,
  type ReviewedClaim,
  submitClaim,
  withdrawClaim,
} from '#features/prior/service.ts';
import { type Credit, readCredit, type TypedCredit } from '#features/programme/credit.ts';
import type { ProgrammeApp } from '#features/programme/service.ts';
import { dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

type PriorApp = ProgrammeApp;

const claimForm = z.object({
  eventId: z.uuid().toLowerCase(),
  earnedOn: textField(),
  description: textField(10_000),
});

export const EMPTY_CLAIM: TypedClaim = {
  description: '',
  earnedOn: '',
  claimed: Array.from({ length: COMPETENCIES_MAX }, () => ({ competency: '', level: '' })),
};

/** Hands in a claim with its file; every problem is told at once. */
export async function sendClaim(
  app: PriorApp,
  actor: Actor,
  form: FormData,
): Promise<Reply<{ claimId: string }, TypedClaim>> {
  const file = form.get('document');
  const texts = new FormData();
  for (const [name, value] of form) if (typeof value === 'string') texts.append(name, value);
  const sent = readForm(texts, claimForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: EMPTY_CLAIM };
  const claim: TypedClaim = {
    earnedOn: sent.earnedOn.trim(),
    description: sent.description.normalize('NFC').replaceAll('\r\n', '\n').trim(),
    claimed: EMPTY_CLAIM.claimed.map((_, at) => ({
      competency: wordIn(texts, `competency${at + 1}`),
      level: wordIn(texts, `level${at + 1}`),
    })),
  };
  const document = file instanceof File ? file : new File([], '');
  const bytes = new Uint8Array(await document.arrayBuffer());
  const isKnown = (id: string) => findCompetency(app.framework, id) !== undefined;
  const problems = checkClaim(claim, { isKnown, today: dayAt(app.clock.now(), app.zone) });
  const type = checkDocument(bytes);
  if (!type.ok) problems.push(type.problem);
  if (problems.length > 0) return { ok: false, problems, values: claim };
  const { eventId } = sent;
  const requirement = wordIn(texts, 'requirement') || null;
  const input = { ...claim, eventId, requirement, document: { name: document.name, bytes } };
  return replyTo(await submitClaim(app, actor, input), claim);
}

/** `withdraw` and `read` on the page of a claim; answers which. */
export async function sendClaimAct(
  app: App,
  actor: Actor,
  { form, claimId }: { form: FormData; claimId: string },
): Promise<Reply<'withdraw' | 'read', null>> {
  const act = form.get('act');
  if (act !== 'withdraw' && act !== 'read')
    return { ok: false, problems: UNREADABLE, values: null };
  const outcome =
    act === 'withdraw'
      ? await withdrawClaim(app, actor, claimId)
      : await acknowledge(app, actor, claimId);
  return outcome.ok ? { ok: true, value: act } : replyTo(outcome, null);
}

const reviewForm = z.object({
  eventId: z.uuid().toLowerCase(),
  seen: z.coerce.number().int().min(0),
});

/** What a reviewer typed: a finding for each competency, and an answer to the requirement the claim names. */
export type TypedReview = {
  readonly findings: readonly TypedFinding[];
  readonly credit: TypedCredit | null;
};

/** A reviewer's decision on every competency of a claim and on what it says was done elsewhere. */
export async function sendReview(
  app: PriorApp,
  actor: Actor,
  {
    form,
    claim,
    credit: asked,
  }: { form: FormData; credit: Credit | null } & Pick<ReviewedClaim, 'claim'>,
): Promise<Reply<{ changed: number }, TypedReview>> {
  const findings = claim.claimed.map(({ competency }) => ({
    competency,
    level: wordIn(form, `found-${competency}`),
    reason: wordIn(form, `reason-${competency}`),
  }));
  const credit = asked && {
    outcome: wordIn(form, 'credit-outcome'),
    reason: wordIn(form, 'credit-reason'),
    validUntil: wordIn(form, 'credit-until'),
  };
  const values = { findings, credit };
  const sent = readForm(form, reviewForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values };
  const { problems } = readFindings(claim, findings);
  if (credit) problems.push(...readCredit(credit, asked.handedInOn).problems);
  if (problems.length > 0) return { ok: false, problems, values };
  const { eventId, seen } = sent;
  const review = { eventId, seen, claimId: claim.id, findings, credit };
  return replyTo(await decideClaim(app, actor, review), values);
}

function wordIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
