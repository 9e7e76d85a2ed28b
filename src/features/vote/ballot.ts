import type { NewEvidence } from '#features/competency/evidence.ts';
import type { Shows } from '#features/scenario/evidence.ts';
import type { Instant } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';

/** A scenario somebody leads a cohort through; `runId` is their run. */
export type Exercise = {
  readonly runId: string;
  readonly cohortId: string;
  readonly scenarioId: string;
  readonly openedBy: string;
  readonly openedAt: Instant;
};
/** One decision of an exercise that the cohort votes on; `seq` decisions had been taken before it. */
export type Vote = {
  readonly id: string;
  readonly runId: string;
  readonly seq: number;
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly closedBy: string | null;
  readonly closedAt: Instant | null;
  readonly calledOffAt: Instant | null;
};
/** `choice` is `scene.choice`. Somebody may send several; the last one counts. */
export type Ballot = {
  readonly id: string;
  readonly voteId: string;
  readonly personId: string;
  readonly choice: string;
  readonly at: Instant;
};

/** Fewer voters than this never see how votes fell: in a small group each would be somebody's. */
export const SMALLEST_TALLY = 5;

export type VoteState = 'open' | 'closed' | 'called-off';

export function stateOf({ closedAt, calledOffAt }: Vote): VoteState {
  if (calledOffAt !== null) return 'called-off';
  return closedAt === null ? 'open' : 'closed';
}

/** Why nothing may be changed about a vote any more; null while it is open. */
export function checkOpen(vote: Vote): Problem | null {
  return stateOf(vote) === 'open' ? null : { code: `vote-${stateOf(vote)}` };
}

/** The ballot of each person that counts: their last one, of equal moments the greater id. Answers them by person. */
export function lastBallots(ballots: readonly Ballot[]): ReadonlyMap<string, Ballot> {
  const inTime = [...ballots].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return new Map(inTime.map((ballot) => [ballot.personId, ballot]));
}

export type Tally = {
  /** How many people voted. */
  readonly total: number;
  /** How many chose what, by `scene.choice`, for every choice that was open; null where the group is too small. */
  readonly counts: ReadonlyMap<string, number> | null;
};

/** How a vote fell. Nothing but their number is told of fewer than five voters. */
export function tallyOf(
  ballots: ReadonlyMap<string, Ballot>,
  choices: readonly { readonly name: string }[],
): Tally {
  const cast = [...ballots.values()];
  const countOf = (name: string) => cast.filter(({ choice }) => choice === name).length;
  const counts = new Map(choices.map(({ name }) => [name, countOf(name)]));
  return { total: cast.length, counts: cast.length < SMALLEST_TALLY ? null : counts };
}

/** The id of what somebody's vote shows of a competency. */
export function evidenceId(voteId: string, personId: string, competency: string): string {
  return `${voteId}/${personId}/${competency}`;
}

/**
 * What the ballots of people who met the scenario for the first time show: one piece for each competency the chosen thing
 * speaks of, of the kind `vote`, dated to when they voted. All votes of an exercise belong to one run, whose pieces share
 * their weight (`competency/evidence.ts`).
 */
export function evidenceFrom(
  { id: voteId, runId }: Vote,
  ballots: readonly Ballot[],
  {
    scenarioId,
    choices,
  }: {
    scenarioId: string;
    choices: readonly { readonly name: string; readonly shows: readonly Shows[] }[];
  },
): NewEvidence[] {
  const shownBy = new Map(choices.map(({ name, shows }) => [name, shows]));
  return ballots.flatMap(({ personId, choice, at }) =>
    (shownBy.get(choice) ?? []).map(({ competency, level, weight }) => ({
      id: evidenceId(voteId, personId, competency),
      personId,
      competency,
      shown: { v: 1 as const, kind: 'vote' as const, level, weight, decision: choice },
      source: `scenario:${scenarioId}`,
      runId,
      occurredAt: at,
    })),
  );
}
