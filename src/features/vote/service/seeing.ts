import { type Cohort, cohortsWith } from '#features/cohort/service.ts';
import { viewPiece } from '#features/competency/service.ts';
import { type ChoiceAt, type DecisionAt, decisionAt } from '#features/scenario/service.ts';
import type { Seat } from '#features/scenario/source.ts';
import type { RunView } from '#features/scenario/view.ts';
import type { Block } from '#features/scenario/words.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';
import {
  type Ballot,
  type Exercise,
  evidenceId,
  lastBallots,
  stateOf,
  type Tally,
  tallyOf,
  type Vote,
  type VoteState,
} from '../ballot.ts';
import { listBallots, listOpenVotes } from '../store.ts';
import { type Met, metVote, type VoteApp } from './around.ts';

/** What a vote came to, for whoever led it and whoever voted. */
export type Revealed = {
  readonly label: string;
  readonly feedback: readonly Block[];
  readonly isOwn: boolean;
  /** How many chose it; null where fewer than five voted. */
  readonly count: number | null;
};
export type SeenVote = {
  readonly vote: Vote;
  readonly state: VoteState;
  readonly cohort: Cohort;
  readonly scenarioId: string;
  readonly part: Met['part'];
  /** Whether the actor leads the exercise it belongs to. */
  readonly isOwnExercise: boolean;
  readonly seat: Seat;
  readonly brief: DecisionAt['brief'];
  readonly view: RunView;
  /** The token of what the actor voted for last; null while they have not voted. */
  readonly own: string | null;
  /** How many have voted. */
  readonly total: number;
  /** Null until the vote is closed, and for members who did not vote: they may still meet the scenario by themselves. */
  readonly revealed: readonly Revealed[] | null;
  /** Whether the actor's vote left evidence; otherwise why not. */
  readonly worth: 'evidence-text' | 'practice-text' | 'no-evidence';
  /** What the actor's vote shows: competency and evidence. Empty while it is open, and for what was practice. */
  readonly shown: readonly { readonly competency: string; readonly evidenceId: string }[];
};

/** A vote in one language, for the people of its cohort. How it falls and what its author says is told once it is closed. */
export async function viewVote(
  app: VoteApp,
  actor: Actor,
  voteId: string,
  locale: Locale,
): Promise<Result<SeenVote>> {
  const met = await metVote(app, actor, voteId);
  if (!met.ok) return met;
  const { vote, exercise, cohort, part } = met.value;
  const decision = await decisionAt(app, vote, locale);
  if (decision === null) throw new Error(`vote ${voteId} is about no decision`);
  const ballots = lastBallots(await listBallots(app.db.read, [voteId]));
  const own = ballots.get(actor.personId) ?? null;
  const tally = tallyOf(ballots, decision.choices);
  const state = stateOf(vote);
  const chosen = decision.choices.find(({ name }) => name === own?.choice);
  const mayKnow = state === 'closed' && (part === 'leader' || own !== null);
  const shown = mayKnow && chosen ? await shownBy(app, actor, { vote, chosen }) : [];
  return ok({
    ...{ vote, state, cohort, part, scenarioId: exercise.scenarioId },
    isOwnExercise: exercise.openedBy === actor.personId,
    ...{ seat: decision.seat, brief: decision.brief, view: decision.view, total: tally.total },
    own: chosen?.token ?? null,
    revealed: mayKnow ? reveal(decision.choices, tally, own) : null,
    worth: worthOf(shown.length, chosen),
    shown,
  });
}

function worthOf(pieces: number, chosen: ChoiceAt | undefined): SeenVote['worth'] {
  if (pieces > 0) return 'evidence-text';
  return chosen?.shows.length === 0 ? 'no-evidence' : 'practice-text';
}

function reveal(choices: readonly ChoiceAt[], { counts }: Tally, own: Ballot | null): Revealed[] {
  return choices.map(({ name, label, feedback }) => ({
    label,
    feedback,
    isOwn: own?.choice === name,
    count: counts?.get(name) ?? null,
  }));
}

/** Evidence there is: somebody who knew the scenario before has voted for practice. */
async function shownBy(
  app: VoteApp,
  actor: Actor,
  { vote, chosen }: { vote: Vote; chosen: ChoiceAt },
): Promise<SeenVote['shown']> {
  const shown: { competency: string; evidenceId: string }[] = [];
  for (const { competency } of chosen.shows) {
    const id = evidenceId(vote.id, actor.personId, competency);
    if ((await viewPiece(app, actor, id)).ok) shown.push({ competency, evidenceId: id });
  }
  return shown;
}

/** A word that stays the same while there is nothing new to see on the page of a vote. */
export async function votePosition(
  app: VoteApp,
  actor: Actor,
  voteId: string,
): Promise<Result<{ position: string }>> {
  const met = await metVote(app, actor, voteId);
  if (!met.ok) return met;
  const { vote, part } = met.value;
  const state = stateOf(vote);
  if (part === 'voter' || state !== 'open') return ok({ position: state });
  const cast = lastBallots(await listBallots(app.db.read, [voteId])).size;
  return ok({ position: `${state} ${cast}` });
}

export type OpenVote = Pick<Vote, 'id' | 'openedAt'> &
  Pick<Exercise, 'scenarioId'> & { readonly cohort: Cohort; readonly hasVoted: boolean };

/** Votes that wait for the actor in the cohorts they learn in, newest first. */
export async function openVotesFor(app: Pick<VoteApp, 'db'>, actor: Actor): Promise<OpenVote[]> {
  const cohorts = await cohortsWith(app, actor.personId);
  const open = await listOpenVotes(
    app.db.read,
    cohorts.map(({ id }) => id),
  );
  const ballots = await listBallots(
    app.db.read,
    open.map(({ vote }) => vote.id),
  );
  return open.flatMap(({ vote: { id, openedAt }, exercise: { scenarioId, cohortId } }) => {
    const cohort = cohorts.find((one) => one.id === cohortId);
    const hasVoted = ballots.some((one) => one.voteId === id && one.personId === actor.personId);
    return cohort ? [{ id, openedAt, scenarioId, cohort, hasVoted }] : [];
  });
}
