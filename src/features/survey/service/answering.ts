import type { Tx } from '#db/client.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Text } from '#kernel/text.ts';
import { type Answers, answersFrom, isEmpty, overchosen, type Sent } from '../answers.ts';
import type { Answered } from '../results.ts';
import { askedAs, type Round, type RoundState, stateOf } from '../round.ts';
import {
  answeredAmong,
  findAnswer,
  findRound,
  hasAnswered,
  insertAnswered,
  listRounds,
  putAnswer,
} from '../store.ts';
import { leads, nameOfPlace, panelIn, type SurveyApp, standingOf, todayOf } from './around.ts';

/** A round that asks somebody. */
export type AskedRound = {
  readonly round: Round;
  readonly state: RoundState;
  readonly hasAnswered: boolean;
};

/** The open and closed rounds that ask somebody, the latest first. */
export async function surveysFor(app: SurveyApp, actor: Actor): Promise<AskedRound[]> {
  const today = todayOf(app);
  const all = (await listRounds(app.db.read)).filter(
    (round) => stateOf(round, today) !== 'planned',
  );
  if (all.length === 0) return [];
  const standing = await standingOf(app, actor);
  const rounds = all.filter((round) => askedAs(round, standing) !== null);
  const roundIds = rounds.map(({ id }) => id);
  const answered = await answeredAmong(app.db.read, { roundIds, personId: actor.personId });
  return rounds.map((round) => ({
    round,
    state: stateOf(round, today),
    hasAnswered: answered.has(round.id),
  }));
}

export type OpenForm = {
  readonly round: Round;
  readonly state: RoundState;
  readonly isAsked: boolean;
  readonly isLeader: boolean;
  readonly placeName: Text | null;
  readonly hasAnswered: boolean;
  /** What was answered with this key; null where the browser has none of this round. */
  readonly given: Answers | null;
};

/** A round for whoever it asks or whoever leads it; for others it is not there. `key` is what the browser kept. */
export async function viewRound(
  app: SurveyApp,
  actor: Actor,
  { roundId, key }: { roundId: string; key: string | null },
): Promise<Result<OpenForm>> {
  const round = await findRound(app.db.read, roundId);
  if (round === null) return refuse({ code: 'not-found' });
  const [panel, isLeader] = await Promise.all([
    panelIn(app, actor, round),
    leads(app, actor, round),
  ]);
  const state = stateOf(round, todayOf(app));
  const isAsked = panel !== null && state !== 'planned';
  if (!isAsked && !isLeader) return refuse({ code: 'not-found' });
  const { personId } = actor;
  const kept =
    key === null ? null : await findAnswer(app.db.read, { roundId, id: idOf(app, roundId, key) });
  return ok({
    ...{ round, state, isAsked, isLeader },
    placeName: await nameOfPlace(app, actor, round),
    hasAnswered: await hasAnswered(app.db.read, { roundId, personId }),
    given: kept?.answers ?? null,
  });
}

/** The name of an answer: nobody can work it out from the person, and nobody but their browser has the key. */
function idOf(app: SurveyApp, roundId: string, key: string): string {
  return app.hash(`survey/${roundId}/${key}`);
}

/**
 * Keeps somebody's answers without their name, and beside them only that they have answered. While the round is open the
 * same key changes them; sent twice, they are kept once. Without that key nobody answers again.
 */
export async function sendAnswers(
  app: SurveyApp,
  actor: Actor,
  { roundId, key, sent }: { roundId: string; key: string; sent: Sent },
): Promise<Result<'stored'>> {
  const round = await findRound(app.db.read, roundId);
  const panel = round === null ? null : await panelIn(app, actor, round);
  if (round === null || panel === null) return refuse({ code: 'not-found' });
  const [many] = overchosen(round.survey, sent);
  if (many !== undefined) return refuse({ code: 'survey-too-many', field: many });
  const answers = answersFrom(round.survey, sent);
  if (isEmpty(answers)) return refuse({ code: 'survey-nothing' });
  return app.db.write((tx) => keep(tx, app, { round, panel, answers, actor, key }));
}

type Keeping = Answered & { readonly round: Round; readonly actor: Actor; readonly key: string };

async function keep(
  tx: Tx,
  app: SurveyApp,
  { round: { id: roundId }, panel, answers, actor, key }: Keeping,
): Promise<Result<'stored'>> {
  const round = await findRound(tx, roundId);
  if (round === null || stateOf(round, todayOf(app)) !== 'open')
    return refuse({ code: 'survey-closed' });
  const who = { roundId, personId: actor.personId };
  const id = idOf(app, roundId, key);
  const kept = await findAnswer(tx, { roundId, id });
  const isAgain = await hasAnswered(tx, who);
  if (isAgain && kept === null) return refuse({ code: 'survey-answered' });
  if (!isAgain && kept !== null) return refuse({ code: 'event-used' });
  if (!isAgain) await insertAnswered(tx, who);
  // The side under which it was first answered stays: otherwise a change of roles would move an answer.
  await putAnswer(tx, { roundId, id, panel: kept?.panel ?? panel, answers });
  return ok('stored');
}
