import { readReason } from '#features/competency/revocation.ts';
import { type Day, type Instant, isDay } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import { type NeedItem, nameOfItem } from './programme.ts';

/** That somebody did elsewhere what is required of them, as a document says and a reviewer answers. */
export type Credit = {
  readonly claimId: string;
  readonly personId: string;
  /** See `nameOfItem`. */
  readonly item: string;
  readonly handedInOn: Day;
  readonly withdrawnAt: Instant | null;
  readonly answer: CreditAnswer | null;
};
export type CreditFinding = {
  readonly outcome: 'accepted' | 'refused';
  readonly reason: string;
  /** The last day on which it counts for further periods; null when it counts for the period it was handed in for. */
  readonly validUntil: Day | null;
};
export type CreditAnswer = CreditFinding & { readonly by: string; readonly at: Instant };

/** A document may stand for what one does or sits. An observation and a confirmed level are somebody's own judgement. */
export function mayBeCredited({ kind }: NeedItem): boolean {
  return kind === 'course' || kind === 'scenario' || kind === 'question-set';
}

/** The thing a name stands for, if a document may stand for it. */
export function creditedItem(name: string, items: readonly NeedItem[]): NeedItem | null {
  return items.find((item) => mayBeCredited(item) && nameOfItem(item) === name) ?? null;
}

/** Days on which an accepted credit counts: from the day it was handed in, so that a slow answer makes nobody late. */
export type CreditDays = { readonly from: Day; readonly until: Day | null };

/** The first day, not before `from`, on which a credit counts; null when it does not count any more or not yet. */
export function creditedOn({ from: handedIn, until }: CreditDays, from: Day): Day | null {
  if (handedIn >= from) return handedIn;
  return until !== null && from <= until ? from : null;
}

export type TypedCredit = {
  readonly outcome: string;
  readonly reason: string;
  readonly validUntil: string;
};

/** Reads a reviewer's answer, or tells every problem: `credit-outcome`, `credit-reason` and `credit-until` are the fields. */
export function readCredit(
  { outcome, reason, validUntil }: TypedCredit,
  handedInOn: Day,
): { finding: CreditFinding | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const said = readReason(reason);
  if (outcome !== 'accepted' && outcome !== 'refused')
    problems.push({ code: 'credit-outcome-missing', field: 'credit-outcome' });
  if (!said.ok) problems.push({ ...said.problem, field: 'credit-reason' });
  const until = outcome === 'accepted' && validUntil !== '' ? validUntil : null;
  if (until !== null && (!isDay(until) || until < handedInOn))
    problems.push({ code: 'credit-until-early', field: 'credit-until' });
  if (problems.length > 0 || !said.ok) return { finding: null, problems };
  const word = outcome === 'accepted' ? 'accepted' : 'refused';
  return { finding: { outcome: word, reason: said.value, validUntil: until }, problems };
}

/** Whether an answer says again what stands. */
export function saysTheSame(
  finding: CreditFinding | null,
  standing: CreditFinding | null,
): boolean {
  return (
    finding?.outcome === standing?.outcome &&
    finding?.reason === standing?.reason &&
    finding?.validUntil === standing?.validUntil
  );
}
