import type { Day, Instant } from '#kernel/date.ts';
import type { Role } from '#kernel/rights.ts';
import type { Panel, Survey } from './survey.ts';

export const PLACES = ['cohort', 'unit', 'everyone'] as const;
/** Whom a round asks: a cohort, a unit with everything below it, or everybody. */
export type RoundPlace = {
  readonly place: (typeof PLACES)[number];
  /** Of the cohort or unit; empty for everybody. */
  readonly placeId: string;
};

/** A survey put to people from one day to another. */
export type Round = RoundPlace & {
  readonly id: string;
  readonly survey: Survey;
  /** Of its wording: only rounds with the same one are compared. */
  readonly wording: string;
  readonly openedBy: string;
  readonly opensOn: Day;
  /** The last day on which one may answer. */
  readonly closesOn: Day;
  /** When somebody closed it before that day was over. */
  readonly closedAt: Instant | null;
};
export type RoundState = 'planned' | 'open' | 'closed';

export const LONGEST_DAYS = 120;

export function stateOf({ opensOn, closesOn, closedAt }: Round, today: Day): RoundState {
  if (closedAt !== null || today > closesOn) return 'closed';
  return today < opensOn ? 'planned' : 'open';
}

/** For which side somebody answers; null for whoever is neither official nor resident here. */
export function panelOf(roles: readonly Role[]): Panel | null {
  if (roles.includes('civil-servant')) return 'official';
  return roles.includes('resident') ? 'resident' : null;
}

/** Where somebody stands: their roles, the units from their own up to the root, the cohorts they learn in. */
export type Standing = {
  readonly roles: readonly Role[];
  readonly units: readonly string[];
  readonly cohorts: readonly string[];
};

/** The side for which a round asks somebody; null when it does not ask them. */
export function askedAs(round: Round, { roles, units, cohorts }: Standing): Panel | null {
  const panel = panelOf(roles);
  if (panel === null || !round.survey.panels.includes(panel)) return null;
  const isThere = {
    cohort: () => cohorts.includes(round.placeId),
    unit: () => units.includes(round.placeId),
    everyone: () => true,
  }[round.place]();
  return isThere ? panel : null;
}

/** The closed round before this one that asked the same people the same, to the letter; null when there is none. */
export function comparedWith(round: Round, closed: readonly Round[]): Round | null {
  const earlier = closed.filter(
    (one) =>
      one.id !== round.id &&
      one.wording === round.wording &&
      one.place === round.place &&
      one.placeId === round.placeId &&
      one.closesOn < round.opensOn,
  );
  return earlier.sort((a, b) => (a.closesOn < b.closesOn ? 1 : -1))[0] ?? null;
}
