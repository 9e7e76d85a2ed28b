import type { Reader, Tx } from '#db/client.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import type { OutlineStep } from '#features/catalogue/outline.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import type { Standing } from '#features/competency/profile.ts';
import { type Profile, profileOf, standingsOf } from '#features/competency/service.ts';
import { namesOf } from '#features/identity/service.ts';
import { progressOf } from '#features/learning/service.ts';
import { gapsOfPeople } from '#features/position/service.ts';
import { awayToday } from '#features/programme/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Refused, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Text } from '#kernel/text.ts';
import { type GapMatrix, gapMatrix } from './gaps.ts';
import { buildReport, type Member, type Report } from './report.ts';
import {
  type Cohort,
  findCohort,
  insertCohort,
  insertMember,
  insertTrainer,
  listAllCohorts,
  listCohortsOfMember,
  listCohortsOfTrainer,
  listLearnersOf,
  listMembers,
  listTrainersOf,
} from './store.ts';

export { careOf, cohortsAround } from './service/care.ts';
export type { Cohort } from './store.ts';

export type CohortReport = {
  readonly cohort: Cohort;
  readonly steps: readonly OutlineStep['id'][];
  readonly report: Report;
  /** The competencies the course is about, in the order of its outcomes. */
  readonly competencies: readonly string[];
  /** By person, then competency. A competency nothing is known of is absent. */
  readonly standings: ReadonlyMap<string, ReadonlyMap<string, Standing>>;
};

/** The cohorts somebody looks after; an administrator sees all. */
export async function cohortsOf(app: Pick<App, 'db'>, actor: Actor): Promise<Cohort[]> {
  if (may(actor, 'see-cohort')) return listAllCohorts(app.db.read);
  if (!may(actor, 'see-cohort', { trainers: [actor.personId] })) return [];
  return listCohortsOfTrainer(app.db.read, actor.personId);
}

/** Who is where in the cohort's course, who is stuck since when, and what they have shown. */
export async function cohortReport(
  app: App & WithCatalogue,
  actor: Actor,
  cohortId: string,
): Promise<Result<CohortReport>> {
  const found = await seenCohort(app, actor, cohortId);
  if (!found.ok) return found;
  const cohort = found.value;
  const members = await membersOf(app, cohort);
  const course = app.catalogue.course(cohort.courseId);
  const steps = course?.steps.map(({ id }) => id) ?? [];
  const now = app.clock.now();
  return ok({
    cohort,
    steps,
    report: buildReport(steps, members, now),
    competencies: [...new Set(course?.outcomes.map(({ competency }) => competency))],
    standings: await standingsOf(
      app,
      members.map(({ personId }) => personId),
    ),
  });
}

export type MemberRecord = {
  readonly cohort: Cohort;
  readonly personId: string;
  readonly name: string;
  readonly trainers: readonly string[];
  readonly profile: Profile;
};

/** One member's record with its evidence, for those who look after them. */
export async function personInCohort(
  app: App & WithFramework,
  actor: Actor,
  cohortId: string,
  personId: string,
): Promise<Result<MemberRecord>> {
  const found = await seenCohort(app, actor, cohortId);
  if (!found.ok) return found;
  const members = await listMembers(app.db.read, cohortId);
  if (!members.some((member) => member.personId === personId)) return refuse({ code: 'not-found' });
  const profile = await profileOf(app, actor, personId, found.value.trainers);
  if (!profile.ok) return profile;
  const names = await namesOf(app, [personId]);
  return ok({
    cohort: found.value,
    personId,
    name: names.get(personId) ?? '',
    trainers: found.value.trainers,
    profile: profile.value,
  });
}

export type CohortGaps = { readonly cohort: Cohort; readonly matrix: GapMatrix };

/** How far everybody in a cohort is towards the targets of what they hold. */
export async function cohortGaps(
  app: App & WithFramework,
  actor: Actor,
  cohortId: string,
): Promise<Result<CohortGaps>> {
  const found = await seenCohort(app, actor, cohortId);
  if (!found.ok) return found;
  const members = await listMembers(app.db.read, cohortId);
  const ids = members.map(({ personId }) => personId);
  const names = await namesOf(app, ids);
  const people = ids
    .map((personId) => ({ personId, name: names.get(personId) ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'ko'));
  return ok({ cohort: found.value, matrix: gapMatrix(people, await gapsOfPeople(app, ids)) });
}

/** Who looks after a person: the trainers of every cohort they are in. For features that ask what they may do. */
export function trainersOf(db: Reader | Tx, personId: string): Promise<string[]> {
  return listTrainersOf(db, personId);
}

/** Everybody a trainer looks after, in whichever cohort. */
export function learnersOf(db: Reader | Tx, trainerId: string): Promise<string[]> {
  return listLearnersOf(db, trainerId);
}

/** The cohorts somebody learns in today. */
export async function cohortsWith(app: Pick<App, 'db'>, personId: string): Promise<Cohort[]> {
  return listCohortsOfMember(app.db.read, personId);
}

/** Begins a cohort, in the transaction of whoever decides it. */
export async function createCohort(
  tx: Tx,
  app: Pick<App, 'clock'>,
  cohort: { id: string; name: Text; courseId: string; trainers: readonly string[] },
): Promise<void> {
  const { trainers, ...row } = cohort;
  await insertCohort(tx, { ...row, createdAt: app.clock.now() });
  for (const trainer of trainers) await insertTrainer(tx, cohort.id, trainer);
}

export function addMember(
  tx: Tx,
  member: { cohortId: string; personId: string; joinedAt: number },
): Promise<void> {
  return insertMember(tx, member);
}

/** A cohort the actor may see. One that is not theirs is not there for them. */
export async function seenCohort(
  app: Pick<App, 'db'>,
  actor: Actor,
  cohortId: string,
): Promise<{ ok: true; value: Cohort & { trainers: string[] } } | Refused> {
  const cohort = await findCohort(app.db.read, cohortId);
  if (cohort === undefined || !may(actor, 'see-cohort', { trainers: cohort.trainers })) {
    return refuse({ code: 'not-found' });
  }
  return { ok: true, value: cohort };
}

async function membersOf(app: App, cohort: Cohort): Promise<Member[]> {
  const rows = await listMembers(app.db.read, cohort.id);
  const ids = rows.map(({ personId }) => personId);
  const names = await namesOf(app, ids);
  const progress = await progressOf(app, ids, [cohort.courseId]);
  const byPerson = new Map(progress.map((row) => [row.personId, row]));
  const away = await awayToday(app, ids);
  return rows
    .map(({ personId, joinedAt }) => ({
      personId,
      joinedAt,
      name: names.get(personId) ?? '',
      isAway: away.has(personId),
      progress: byPerson.get(personId) ?? null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'ko'));
}
