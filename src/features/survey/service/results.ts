import { writeAudit } from '#features/audit/service.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Text } from '#kernel/text.ts';
import { type Answered, type Results, resultsOf, rowsOf } from '../results.ts';
import { comparedWith, type Round, stateOf } from '../round.ts';
import { findRound, listAnswers, listRounds } from '../store.ts';
import { leads, nameOfPlace, panelIn, type SurveyApp, todayOf } from './around.ts';

export type RoundResults = {
  readonly round: Round;
  readonly placeName: Text | null;
  readonly isLeader: boolean;
  /** How many answered. */
  readonly total: number;
  /** Null for fewer than five answers. */
  readonly results: Results | null;
  /** The earlier round that asked the same people the same, where both can be told. */
  readonly before: { readonly round: Round; readonly results: Results } | null;
};

/**
 * What a closed round found, for everybody it asked and whoever leads it. While it is open nobody sees anything: from one
 * look to the next one could tell what the last person answered.
 */
export async function resultsFor(
  app: SurveyApp,
  actor: Actor,
  roundId: string,
): Promise<Result<RoundResults>> {
  const seen = await seenClosed(app, actor, roundId);
  if (!seen.ok) return seen;
  const { round, isLeader } = seen.value;
  const answered = await listAnswers(app.db.read, roundId);
  const results = resultsOf(round.survey, answered, roundId);
  return ok({
    ...{ round, isLeader, results },
    total: answered.length,
    placeName: await nameOfPlace(app, actor, round),
    before: results === null ? null : await resultsBefore(app, round),
  });
}

/** Answers line by line, without names, texts or order, for whoever leads the round; taking them is written down. */
export async function rowsFor(
  app: SurveyApp,
  actor: Actor,
  roundId: string,
): Promise<Result<{ round: Round; rows: readonly Answered[]; withPanels: boolean }>> {
  const seen = await seenClosed(app, actor, roundId);
  if (!seen.ok) return seen;
  const { round, isLeader } = seen.value;
  if (!isLeader) return refuse({ code: 'not-found' });
  const answered = await listAnswers(app.db.read, roundId);
  const rows = rowsOf(answered, roundId);
  const results = resultsOf(round.survey, answered, roundId);
  if (rows === null || results === null) return refuse({ code: 'survey-too-few' });
  const [at, actorId, subject] = [app.clock.now(), actor.personId, `survey:${roundId}`];
  const entry = { at, actorId, subject, act: 'survey-exported', detail: {} } as const;
  await app.db.write((tx) => writeAudit(tx, entry));
  return ok({ round, rows, withPanels: results.panels !== null });
}

async function seenClosed(
  app: SurveyApp,
  actor: Actor,
  roundId: string,
): Promise<Result<{ round: Round; isLeader: boolean }>> {
  const round = await findRound(app.db.read, roundId);
  if (round === null || stateOf(round, todayOf(app)) !== 'closed')
    return refuse({ code: 'not-found' });
  const isLeader = await leads(app, actor, round);
  if (!isLeader && (await panelIn(app, actor, round)) === null)
    return refuse({ code: 'not-found' });
  return ok({ round, isLeader });
}

async function resultsBefore(app: SurveyApp, round: Round): Promise<RoundResults['before']> {
  const today = todayOf(app);
  const closed = (await listRounds(app.db.read)).filter((one) => stateOf(one, today) === 'closed');
  const before = comparedWith(round, closed);
  if (before === null) return null;
  const results = resultsOf(before.survey, await listAnswers(app.db.read, before.id), before.id);
  return results === null ? null : { round: before, results };
}
