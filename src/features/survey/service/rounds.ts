import { writeAudit } from '#features/audit/service.ts';
import { cohortsOf } from '#features/cohort/service.ts';
import { openUnits } from '#features/identity/service.ts';
import type { Unit } from '#features/identity/unit.ts';
import { type Day, daysBetween, isDay } from '#kernel/date.ts';
import { ok, type Problem, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Text } from '#kernel/text.ts';
import { LONGEST_DAYS, type Round, type RoundPlace, type RoundState, stateOf } from '../round.ts';
import { countAnswers, findRound, insertRound, listRounds, markClosed } from '../store.ts';
import { wordingOf } from '../survey.ts';
import { leads, nameOfPlace, type SurveyApp, todayOf } from './around.ts';

/** Whom somebody may ask: the cohorts they look after; administrators also units and everybody. */
export type SurveyPlaces = {
  readonly cohorts: readonly { readonly id: string; readonly name: Text }[];
  readonly units: readonly Unit[];
  readonly mayAskEverybody: boolean;
};

export async function surveyPlaces(app: SurveyApp, actor: Actor): Promise<SurveyPlaces> {
  const mayAskEverybody = may(actor, 'ask-everybody');
  const [cohorts, units] = await Promise.all([
    cohortsOf(app, actor),
    mayAskEverybody ? openUnits(app) : [],
  ]);
  return { cohorts, units, mayAskEverybody };
}

export type RoundInput = RoundPlace & {
  readonly eventId: string;
  readonly surveyId: string;
  readonly opensOn: Day;
  readonly closesOn: Day;
};

/** Opens a round of a survey with its questions as they stand today; answers its id. The same event sent again opens no second one. */
export async function openRound(
  app: SurveyApp,
  actor: Actor,
  input: RoundInput,
): Promise<Result<string>> {
  const survey = app.surveys.get(input.surveyId);
  if (survey === undefined) return refuse({ code: 'survey-unknown', field: 'survey' });
  if (!(await leads(app, actor, input))) return refuse({ code: 'survey-place', field: 'place' });
  if (input.place === 'unit') {
    const units = await openUnits(app);
    if (!units.some(({ id }) => id === input.placeId))
      return refuse({ code: 'survey-place', field: 'place' });
  }
  const problem = checkDays(input, todayOf(app));
  if (problem !== null) return refuse(problem);
  const { eventId: id, place, placeId, opensOn, closesOn } = input;
  const wording = app.hash(wordingOf(survey));
  const openedBy = actor.personId;
  const round: Round = {
    ...{ id, survey, wording, place, openedBy, opensOn, closesOn },
    placeId: place === 'everyone' ? '' : placeId,
    closedAt: null,
  };
  return app.db.write(async (tx) => {
    const kept = await findRound(tx, id);
    if (kept !== null) return kept.openedBy === openedBy ? ok(id) : refuse({ code: 'event-used' });
    await insertRound(tx, round);
    const detail = { survey: survey.id, place, ...(place === 'unit' && { unit: placeId }) };
    const at = app.clock.now();
    await writeAudit(tx, {
      at,
      actorId: openedBy,
      act: 'survey-opened',
      subject: `survey:${id}`,
      detail,
    });
    return ok(id);
  });
}

function checkDays({ opensOn, closesOn }: RoundInput, today: Day): Problem | null {
  if (!isDay(opensOn)) return { code: 'day-form', field: 'opens' };
  if (!isDay(closesOn)) return { code: 'day-form', field: 'closes' };
  if (opensOn < today) return { code: 'survey-opens-past', field: 'opens' };
  const days = daysBetween(opensOn, closesOn);
  if (days < 1 || days > LONGEST_DAYS)
    return { code: 'survey-days', field: 'closes', values: { days: LONGEST_DAYS } };
  return null;
}

/** Ends a round before its day; its results are told at once. There is no opening it again. */
export async function closeRound(
  app: SurveyApp,
  actor: Actor,
  roundId: string,
): Promise<Result<'closed'>> {
  const round = await findRound(app.db.read, roundId);
  if (round === null || !(await leads(app, actor, round))) return refuse({ code: 'not-found' });
  if (stateOf(round, todayOf(app)) === 'closed') return ok('closed');
  const at = app.clock.now();
  await app.db.write(async (tx) => {
    await markClosed(tx, roundId, at);
    const { personId: actorId } = actor;
    const subject = `survey:${roundId}`;
    await writeAudit(tx, { at, actorId, act: 'survey-closed', subject, detail: {} });
  });
  return ok('closed');
}

export type LedRound = {
  readonly round: Round;
  readonly state: RoundState;
  readonly placeName: Text | null;
  /** How many have answered; who, nobody is told. */
  readonly answered: number;
};

/** The rounds somebody leads, the latest first. */
export async function roundsLedBy(app: SurveyApp, actor: Actor): Promise<LedRound[]> {
  const all = await listRounds(app.db.read);
  const led = await Promise.all(
    all.map(async (round) => [round, await leads(app, actor, round)] as const),
  );
  const rounds = led.flatMap(([round, isLed]) => (isLed ? [round] : []));
  const counts = await countAnswers(
    app.db.read,
    rounds.map(({ id }) => id),
  );
  return Promise.all(
    rounds.map(async (round) => ({
      round,
      state: stateOf(round, todayOf(app)),
      placeName: await nameOfPlace(app, actor, round),
      answered: counts.get(round.id) ?? 0,
    })),
  );
}
