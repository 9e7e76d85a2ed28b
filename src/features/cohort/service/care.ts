import type { Care } from '#features/competency/care.ts';
import { colleaguesIn, peopleOf, unitsOf } from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type Cohort, listCohortsOfMember, listFellows, listMembersOfTrainer } from '../store.ts';

/** Who looks after whom, for the features below that ask; see `competency/care.ts`. */
export function careOf(app: Pick<App, 'db'>): Care {
  return {
    trainersOf: (personId) => trainersOf(app, personId),
    inCareOf: (actor) => inCareOf(app, actor),
    peersOf: (personId) => peersOf(app, personId),
  };
}

/** The trainers of every cohort a person is in, as far as they hold that role today. */
async function trainersOf(app: Pick<App, 'db'>, personId: string): Promise<string[]> {
  const cohorts = await listCohortsOfMember(app.db.read, personId);
  const trainers = [...new Set(cohorts.flatMap((cohort) => cohort.trainers))];
  const people = await peopleOf(app, trainers);
  return trainers.filter((id) => {
    const trainer = people.get(id);
    return trainer?.closedAt === null && trainer.roles.includes('trainer');
  });
}

async function inCareOf(app: Pick<App, 'db'>, actor: Actor) {
  if (may(actor, 'see-cohort')) return 'everybody';
  if (!may(actor, 'see-cohort', { trainers: [actor.personId] })) return [];
  return listMembersOfTrainer(app.db.read, actor.personId);
}

/** Everybody with an account who is in a cohort with the person, or in exactly the same unit. */
async function peersOf(app: Pick<App, 'db'>, personId: string): Promise<string[]> {
  const unitId = (await unitsOf(app, [personId])).get(personId) ?? null;
  const near = [
    ...(await listFellows(app.db.read, personId)),
    ...(await colleaguesIn(app, unitId)),
  ];
  const people = await peopleOf(app, [...new Set(near)]);
  return [...people.values()]
    .filter((one) => one.closedAt === null && one.personId !== personId)
    .map((one) => one.personId);
}

/** The cohorts a person is in that the actor looks after, for a way back to them. */
export async function cohortsAround(
  app: Pick<App, 'db'>,
  actor: Actor,
  personId: string,
): Promise<Cohort[]> {
  const cohorts = await listCohortsOfMember(app.db.read, personId);
  return cohorts.filter(({ trainers }) => may(actor, 'see-cohort', { trainers }));
}
