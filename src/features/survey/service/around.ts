import { cohortsWith, seenCohort } from '#features/cohort/service.ts';
import { allUnits, ancestorsOf, unitsOf } from '#features/identity/service.ts';
import { dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Text } from '#kernel/text.ts';
import { askedAs, type Round, type Standing } from '../round.ts';
import type { Panel, WithSurveys } from '../survey.ts';

export type SurveyApp = App & WithSurveys;

export const todayOf = (app: App) => dayAt(app.clock.now(), app.zone);

/** Where somebody stands today, for telling which rounds ask them. */
export async function standingOf(app: App, { personId, roles }: Actor): Promise<Standing> {
  const [cohorts, units] = await Promise.all([
    cohortsWith(app, personId),
    unitsOf(app, [personId]),
  ]);
  return {
    roles,
    units: await ancestorsOf(app, units.get(personId) ?? null),
    cohorts: cohorts.map(({ id }) => id),
  };
}

export async function panelIn(app: App, actor: Actor, round: Round): Promise<Panel | null> {
  return askedAs(round, await standingOf(app, actor));
}

/** Whether somebody leads a round: whoever looks after its cohort, administrators for all others. */
export async function leads(
  app: App,
  actor: Actor,
  { place, placeId }: Pick<Round, 'place' | 'placeId'>,
): Promise<boolean> {
  if (may(actor, 'ask-everybody')) return true;
  return place === 'cohort' && (await seenCohort(app, actor, placeId)).ok;
}

/** What to call the place of a round; null for everybody, and for a place that is no longer there. */
export async function nameOfPlace(
  app: App,
  actor: Actor,
  { place, placeId }: Pick<Round, 'place' | 'placeId'>,
): Promise<Text | null> {
  if (place === 'unit') {
    return (await allUnits(app)).find(({ id }) => id === placeId)?.name ?? null;
  }
  if (place === 'everyone') return null;
  const led = await seenCohort(app, actor, placeId);
  if (led.ok) return led.value.name;
  const own = await cohortsWith(app, actor.personId);
  return own.find(({ id }) => id === placeId)?.name ?? null;
}
