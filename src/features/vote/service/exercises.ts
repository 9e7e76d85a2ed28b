import { type Cohort, seenCohort } from '#features/cohort/service.ts';
import { namesOf } from '#features/identity/service.ts';
import { decisionAt, startExercise, viewRun } from '#features/scenario/service.ts';
import type { Seat } from '#features/scenario/source.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Exercise, lastBallots, stateOf, type Vote } from '../ballot.ts';
import { findExercise, insertExercise, listBallots, listExercises, listVotes } from '../store.ts';
import type { VoteApp } from './around.ts';

export type NewExercise = {
  /** Becomes the id of the run. */
  readonly eventId: string;
  readonly cohortId: string;
  readonly scenarioId: string;
  readonly seat?: Seat;
};

/**
 * Begins an exercise with a cohort of the actor's, or answers the one this event began: a run of the published version in
 * which the actor takes the decisions and the cohort can be asked about each. It is practice and on nobody's record.
 */
export async function beginExercise(
  app: VoteApp,
  actor: Actor,
  { eventId, cohortId, scenarioId, seat }: NewExercise,
): Promise<Result<{ runId: string }>> {
  const cohort = await seenCohort(app, actor, cohortId);
  if (!cohort.ok) return cohort;
  const opening = { eventId, scenarioId, ...(seat && { seat }) };
  return startExercise(app, actor, opening, (tx, { runId, now }) =>
    insertExercise(tx, { runId, cohortId, scenarioId, openedBy: actor.personId, openedAt: now }),
  );
}

export type ListedExercise = Exercise & {
  readonly leader: string;
  /** Whether it is the actor's own, to go on with. */
  readonly isOwn: boolean;
  readonly votes: readonly (Vote & { readonly cast: number })[];
};
export type ExerciseList = {
  readonly cohort: Cohort;
  readonly exercises: readonly ListedExercise[];
};
const MOST_EXERCISES = 100;

/** The exercises of a cohort, newest first, with their votes and how many people voted. Votes called off are left out. */
export async function exercisesOf(
  app: VoteApp,
  actor: Actor,
  cohortId: string,
): Promise<Result<ExerciseList>> {
  const cohort = await seenCohort(app, actor, cohortId);
  if (!cohort.ok) return cohort;
  const rows = await listExercises(app.db.read, cohortId, MOST_EXERCISES);
  const votes = (
    await listVotes(
      app.db.read,
      rows.map(({ runId }) => runId),
    )
  ).filter((vote) => stateOf(vote) !== 'called-off');
  const ballots = await listBallots(
    app.db.read,
    votes.map(({ id }) => id),
  );
  const byVote = Map.groupBy(ballots, ({ voteId }) => voteId);
  const byRun = Map.groupBy(votes, ({ runId }) => runId);
  const castIn = ({ id }: Vote) => lastBallots(byVote.get(id) ?? []).size;
  const names = await namesOf(
    app,
    rows.map(({ openedBy }) => openedBy),
  );
  const exercises = rows.map((row) => ({
    ...row,
    leader: names.get(row.openedBy) ?? '',
    isOwn: row.openedBy === actor.personId,
    votes: (byRun.get(row.runId) ?? []).map((vote) => ({ ...vote, cast: castIn(vote) })),
  }));
  return ok({ cohort: cohort.value, exercises });
}

/** What whoever leads an exercise sees of it beside the run. */
export type RunExercise = {
  readonly cohort: Cohort;
  /** How many decisions have been taken: the place a vote would be about. */
  readonly seq: number;
  /** Whether there is something to decide. */
  readonly isUndecided: boolean;
  /** The vote on this decision, open or closed; null when nobody was asked. */
  readonly here: Vote | null;
  /** A vote on an earlier decision that is still open. */
  readonly stillOpen: Vote | null;
};

/** The exercise whose run this is; refused as `not-found` for any other run, and for everybody but its leader. */
export async function exerciseAt(
  app: VoteApp,
  actor: Actor,
  runId: string,
): Promise<Result<RunExercise>> {
  const exercise = await findExercise(app.db.read, runId);
  if (exercise?.openedBy !== actor.personId) return refuse({ code: 'not-found' });
  const cohort = await seenCohort(app, actor, exercise.cohortId);
  if (!cohort.ok) return cohort;
  const seen = await viewRun(app, actor, runId, 'ko');
  if (!seen.ok) return seen;
  const { seq } = seen.value.view;
  const decision = await decisionAt(app, { runId, seq }, 'ko');
  const votes = (await listVotes(app.db.read, [runId])).filter(
    (vote) => stateOf(vote) !== 'called-off',
  );
  const here = votes.find((vote) => vote.seq === seq) ?? null;
  const stillOpen = votes.find((vote) => vote !== here && stateOf(vote) === 'open') ?? null;
  return ok({ cohort: cohort.value, seq, isUndecided: decision !== null, here, stillOpen });
}
