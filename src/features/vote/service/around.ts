import { type Cohort, cohortsWith, seenCohort } from '#features/cohort/service.ts';
import type { WithCare } from '#features/competency/care.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import type { ScenarioApp } from '#features/scenario/service/play.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Exercise, Vote } from '../ballot.ts';
import { findVote } from '../store.ts';

export type VoteApp = ScenarioApp & WithFramework & WithCare;

/** A vote as somebody meets it: those who look after the cohort lead it, its members vote. */
export type Met = {
  readonly vote: Vote;
  readonly exercise: Exercise;
  readonly cohort: Cohort;
  readonly part: 'leader' | 'voter';
};

/** The vote, for the people of its cohort; for anybody else it is not there. Whoever leads does not vote. */
export async function metVote(
  app: Pick<VoteApp, 'db'>,
  actor: Actor,
  voteId: string,
): Promise<Result<Met>> {
  const found = await findVote(app.db.read, voteId);
  if (found === undefined) return refuse({ code: 'not-found' });
  const { cohortId } = found.exercise;
  const led = await seenCohort(app, actor, cohortId);
  if (led.ok) return ok({ ...found, cohort: led.value, part: 'leader' });
  const own = await cohortsWith(app, actor.personId);
  const cohort = own.find(({ id }) => id === cohortId);
  return cohort ? ok({ ...found, cohort, part: 'voter' }) : refuse({ code: 'not-found' });
}

/** The same for acts of whoever leads. */
export async function ledVote(
  app: Pick<VoteApp, 'db'>,
  actor: Actor,
  voteId: string,
): Promise<Result<Met>> {
  const met = await metVote(app, actor, voteId);
  return met.ok && met.value.part !== 'leader' ? refuse({ code: 'not-allowed' }) : met;
}
