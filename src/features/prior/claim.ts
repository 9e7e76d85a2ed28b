import { type Day, daysBetween, type Instant, isDay } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import type { DocumentType } from './document.ts';

export const COMPETENCIES_MAX = 3;
export const DESCRIPTION_MAX = 2_000;
/** How many claims of one person may wait at a time: documents take room, and reviewers time. */
export const WAITING_MAX = 5;
/** Days after which a claim nobody decided is marked for reviewers and administrators. */
export const PROMISED_DAYS = 14;

/** 1 aware … 4 leading; nobody claims nothing. */
export type ClaimedLevel = 1 | 2 | 3 | 4;
export type Claimed = { readonly competency: string; readonly level: ClaimedLevel };

export type ClaimState = 'waiting' | 'decided' | 'withdrawn';

export type Claim = {
  readonly id: string;
  readonly personId: string;
  readonly description: string;
  readonly earnedOn: Day;
  readonly claimed: readonly Claimed[];
  readonly submittedAt: Instant;
  readonly document: {
    readonly name: string;
    readonly type: DocumentType;
    readonly bytes: number;
    readonly hash: string;
  };
  readonly withdrawnAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly readAt: Instant | null;
};

export function stateOf(claim: Pick<Claim, 'withdrawnAt' | 'decidedAt'>): ClaimState {
  if (claim.withdrawnAt !== null) return 'withdrawn';
  return claim.decidedAt === null ? 'waiting' : 'decided';
}

/** Whether its owner has still to be told: decided or decided anew since they last said that they have read it. */
export function isNews(claim: Pick<Claim, 'decidedAt' | 'readAt'>): boolean {
  return claim.decidedAt !== null && (claim.readAt === null || claim.readAt < claim.decidedAt);
}

/** Whole days a claim has waited, and whether that is longer than people were told. */
export function waiting(submittedOn: Day, today: Day): { days: number; isLate: boolean } {
  const days = daysBetween(submittedOn, today);
  return { days, isLate: days > PROMISED_DAYS };
}

/** A claim as it is typed; levels and competencies may be left empty from the second on. */
export type TypedClaim = {
  readonly description: string;
  readonly earnedOn: string;
  readonly claimed: readonly { readonly competency: string; readonly level: string }[];
};

/** Every problem of a claim, each at its field: `competency1`, `level1`, …, `earnedOn`, `description`. */
export function checkClaim(
  { description, earnedOn, claimed }: TypedClaim,
  { isKnown, today }: { isKnown: (competency: string) => boolean; today: Day },
): Problem[] {
  return [
    ...claimed.flatMap((one, at) => checkPart(one, { at, claimed, isKnown })),
    ...checkDay(earnedOn, today),
    ...checkDescription(description),
  ];
}

/** The parts that were filled in. Call it only for a claim without problems. */
export function claimedIn({ claimed }: TypedClaim): Claimed[] {
  return claimed.flatMap(({ competency, level }) => {
    const read = readLevel(level);
    return competency === '' || read === null ? [] : [{ competency, level: read }];
  });
}

type Part = TypedClaim['claimed'][number];

function checkPart(
  { competency, level }: Part,
  {
    at,
    claimed,
    isKnown,
  }: { at: number; claimed: readonly Part[]; isKnown: (competency: string) => boolean },
): Problem[] {
  const field = `competency${at + 1}`;
  if (competency === '') {
    const isNeeded = at === 0 || level !== '';
    return isNeeded ? [{ code: 'claim-competency-missing', field }] : [];
  }
  if (!isKnown(competency)) return [{ code: 'claim-competency-unknown', field }];
  const first = claimed.findIndex((one) => one.competency === competency);
  if (first !== at) return [{ code: 'claim-competency-twice', field }];
  if (readLevel(level) === null) return [{ code: 'claim-level-missing', field: `level${at + 1}` }];
  return [];
}

function checkDay(earnedOn: string, today: Day): Problem[] {
  const field = 'earnedOn';
  if (!isDay(earnedOn)) return [{ code: 'claim-day-missing', field }];
  return earnedOn > today ? [{ code: 'claim-day-future', field }] : [];
}

function checkDescription(description: string): Problem[] {
  const field = 'description';
  if (description === '') return [{ code: 'claim-description-missing', field }];
  return [...description].length > DESCRIPTION_MAX
    ? [{ code: 'too-long', field, values: { max: DESCRIPTION_MAX } }]
    : [];
}

function readLevel(word: string): ClaimedLevel | null {
  return ([1, 2, 3, 4] as const).find((level) => String(level) === word) ?? null;
}
