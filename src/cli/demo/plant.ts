import { keepSnapshots } from '#features/catalogue/service.ts';
import { addMember, createCohort } from '#features/cohort/service.ts';
import { calibrate } from '#features/competency/service/calibrate.ts';
import { keepWordings } from '#features/competency/service.ts';
import { demoPassword } from '#features/identity/demo.ts';
import {
  changeRoles,
  createPerson,
  createUnit,
  invite,
  moveToUnit,
  peopleOf,
  setLeaders,
} from '#features/identity/service.ts';
import {
  changePosition,
  chooseCivicRole,
  givePosition,
  loadPositions,
  viewPosition,
} from '#features/position/service.ts';
import { beginRefresher, takeSet } from '#features/refresher/service.ts';
import { listRuns } from '#features/scenario/service.ts';
import type { Actor } from '#kernel/rights.ts';
import type { HamkkeApp } from '../../app.ts';
import { type Act, lessonsLeft, lessonsOf, runsOf, type Sitting } from './act.ts';
import { changeTogether } from './bulk.ts';
import { askForCertificates } from './certificates.ts';
import { type Calendar, calendarUpTo } from './days.ts';
import { type DemoApp, done, movableApp } from './demo-app.ts';
import { COHORTS } from './duties.ts';
import { exercise } from './exercise.ts';
import { HISTORIES } from './histories.ts';
import { bringRecords } from './intake.ts';
import { meet } from './meet.ts';
import { MEETINGS } from './meetings.ts';
import { mergeAccounts } from './merging.ts';
import { LEADERS, UNITS } from './organisation.ts';
import { pastimes, scenariosIn } from './pastime.ts';
import { PEOPLE } from './people.ts';
import { play } from './play.ts';
import { CIVIC_ROLES, earlierFramework, HOLDINGS, RAISED, REWORDED_DAYS_AGO } from './positions.ts';
import { handInClaims } from './prior.ts';
import { bringChanges } from './renewal.ts';
import { bringUpToDate, liveWithClocks, requireLearning } from './required.ts';
import type { Town } from './required-plan.ts';
import { fillSheets } from './sheets.ts';
import { study } from './study.ts';
import { askPeople } from './surveys.ts';
import { bearWitness } from './witness.ts';

type Planting = {
  readonly app: DemoApp;
  readonly calendar: Calendar;
  /** Ids by key and by login. */
  readonly units: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, Actor>;
};

/** Longer ago than anything in the demonstration. */
const BEGINNING = 75;
/** How many questions of a lesson go wrong for somebody who takes no care at all. */
const WRONG_AT_WORST = 4;

/**
 * Fills an empty database with a city, its people and what they did in the last weeks. All of it goes through the services,
 * with their clock set back, so every status, level and report is computed as in real use.
 */
export async function plantDemo(real: HamkkeApp): Promise<void> {
  const app = movableApp(real);
  const calendar = calendarUpTo(real.clock.now(), app.zone);
  app.clock.set(calendar.moment(BEGINNING, '09:00'));
  await keepSnapshots(app);
  await keepWordings({ ...app, framework: earlierFramework(app.framework) });
  await loadPositions(app);
  const units = await foundUnits(app);
  const people = await welcomePeople(app, units, calendar);
  const planting = { app, calendar, units, people };
  const office = { app, office: actorIn(people, 'jun'), town: townOf(planting) };
  await requireLearning(office);
  await beginCohorts(planting);
  await runOffice(planting);
  await changeTogether({
    app,
    calendar,
    office: actorIn(people, 'jun'),
    unit: (key) => idIn(units, key),
  });
  await givePositions(planting);
  await liveWithClocks(office);
  await liveHistories(planting);
  await bringChanges(app, calendar, (login) => actorIn(people, login));
  app.clock.set(calendar.moment(REWORDED_DAYS_AGO, '08:00'));
  await keepWordings(app);
  await fillSheets(app, calendar, (login) => actorIn(people, login));
  await handInClaims(app, calendar, (login) => actorIn(people, login));
  await bringRecords(app, calendar, (login) => actorIn(people, login));
  await mergeAccounts(app, calendar, (login) => actorIn(people, login));
  await witness(planting);
  for (const login of ['haneul', 'minji', 'junho']) {
    done(await beginRefresher(app, actorIn(people, login), { minutes: 10 }));
  }
  done(await takeSet(app, actorIn(people, 'minji'), { courseId: 'first-hour-neighbours' }));
  app.clock.set(real.clock.now());
  await bringUpToDate(app);
  await askForCertificates(app, (login) => actorIn(people, login));
  await calibrate(app);
}

/** People are trainers by the roles they hold by now. */
async function witness({ app, calendar, people }: Planting): Promise<void> {
  const today = await peopleOf(
    app,
    [...people.values()].map(({ personId }) => personId),
  );
  const actorOf = (login: string): Actor => {
    const { personId, roles } = actorIn(people, login);
    return { personId, roles: today.get(personId)?.roles ?? roles };
  };
  await askPeople(app, calendar, actorOf);
  await exercise(app, calendar, actorOf);
  await bearWitness({ app, calendar, actorOf });
}

async function foundUnits(app: DemoApp): Promise<Map<string, string>> {
  const ids = new Map(UNITS.map(({ key }) => [String(key), app.newId()]));
  await app.db.write(async (tx) => {
    for (const { key, under, name } of UNITS) {
      const parentId = under === null ? null : idIn(ids, under);
      await createUnit(tx, { id: idIn(ids, key), parentId, name });
    }
  });
  return ids;
}

async function welcomePeople(
  app: DemoApp,
  units: ReadonlyMap<string, string>,
  calendar: Calendar,
): Promise<Map<string, Actor>> {
  const welcomed = await Promise.all(
    PEOPLE.map(async ({ unit, since, ...person }) => ({
      ...person,
      id: app.newId(),
      unitId: unit === null ? null : idIn(units, unit),
      createdAt: calendar.moment(since, '09:00'),
      passwordHash: await app.passwords.hash(demoPassword(person.login)),
      isDemo: true,
    })),
  );
  await app.db.write(async (tx) => {
    for (const person of welcomed) await createPerson(tx, app, person);
  });
  return new Map(welcomed.map(({ login, id, roles }) => [login, { personId: id, roles }]));
}

function townOf({ calendar, units, people }: Planting): Town {
  return {
    calendar,
    unit: (key) => idIn(units, key),
    person: (login) => actorIn(people, login).personId,
  };
}

async function beginCohorts({ app, calendar, people }: Planting): Promise<void> {
  await app.db.write(async (tx) => {
    for (const { name, course, trainer, began, members } of COHORTS) {
      app.clock.set(calendar.moment(began, '08:30'));
      const id = app.newId();
      const trainers = [actorIn(people, trainer).personId];
      await createCohort(tx, app, { id, name, courseId: course, trainers });
      for (const [login, joined] of Object.entries(members)) {
        const { personId } = actorIn(people, login);
        const joinedAt = calendar.moment(joined, '08:30');
        await addMember(tx, { cohortId: id, personId, joinedAt });
      }
    }
  });
}

/** What the administrator did: said who leads, made somebody a trainer, moved somebody, invited a newcomer. */
async function runOffice({ app, calendar, units, people }: Planting): Promise<void> {
  const office = actorIn(people, 'jun');
  for (const { unit, by, since } of LEADERS) {
    app.clock.set(calendar.moment(since, '10:00'));
    const personIds = by.map((login) => actorIn(people, login).personId);
    done(await setLeaders(app, office, { unitId: idIn(units, unit), personIds, why: '' }));
  }
  const { personId: trainer } = actorIn(people, 'taekyung');
  const { personId: mover } = actorIn(people, 'eunji');
  app.clock.set(calendar.moment(60, '10:00'));
  done(await changeRoles(app, office, { personId: trainer, roles: ['civil-servant', 'trainer'] }));
  app.clock.set(calendar.moment(20, '10:10'));
  const unitId = idIn(units, 'facilities');
  done(await moveToUnit(app, office, { personId: mover, unitId }));
  app.clock.set(calendar.moment(2, '10:20'));
  done(
    await invite(app, office, {
      email: 'gaeun.yoo@hanbit.example',
      name: '유가은',
      roles: ['civil-servant'],
      unitId: idIn(units, 'benefits'),
      locale: 'ko',
    }),
  );
}

/** Positions given by the administrator, one of them edited since, and civic roles that residents chose. */
async function givePositions({ app, calendar, people }: Planting): Promise<void> {
  const office = actorIn(people, 'jun');
  for (const { position: positionId, people: logins, since, ended } of HOLDINGS) {
    app.clock.set(calendar.moment(since, '09:30'));
    const personIds = logins.map((login) => actorIn(people, login).personId);
    const period = {
      fromDay: calendar.day(since),
      untilDay: ended === undefined ? null : calendar.day(ended),
    };
    const eventId = app.newId();
    done(await givePosition(app, office, { eventId, positionId, personIds, why: '', ...period }));
  }
  for (const { position: positionId, people: logins, since } of CIVIC_ROLES) {
    app.clock.set(calendar.moment(since, '20:00'));
    for (const login of logins) {
      const choice = { eventId: app.newId(), positionId };
      done(await chooseCivicRole(app, actorIn(people, login), choice));
    }
  }
  app.clock.set(calendar.moment(RAISED.daysAgo, '16:00'));
  const { position } = done(await viewPosition(app, office, RAISED.position));
  done(
    await changePosition(app, office, {
      eventId: app.newId(),
      positionId: position.id,
      revision: position.revision,
      body: RAISED.change(position.body),
      why: RAISED.why,
    }),
  );
}

/** Plays everybody's sittings and meetings in the order in which they began. */
async function liveHistories({ app, calendar, people }: Planting): Promise<void> {
  const planned = Object.entries(HISTORIES).flatMap(([login, own]) =>
    own.map((sitting) => ({ login, sitting })),
  );
  const sittings = [...planned, ...pastimes(app, HISTORIES)].map(({ login, sitting }) => ({
    begins: calendar.moment(sitting.daysAgo, sitting.at),
    live: () => sit(app, { actor: actorIn(people, login), login, sitting }),
  }));
  const meetings = MEETINGS.map((meeting) => ({
    begins: calendar.moment(meeting.daysAgo, meeting.at),
    live: () => meet(app, (login) => actorIn(people, login), meeting),
  }));
  for (const { begins, live } of [...sittings, ...meetings].sort((a, b) => a.begins - b.begins)) {
    app.clock.set(begins);
    await live();
  }
}

async function sit(
  app: DemoApp,
  { actor, login, sitting }: { actor: Actor; login: string; sitting: Sitting },
): Promise<void> {
  for (const act of sitting.acts)
    await perform(app, { actor, login }, act, `${login} ${sitting.daysAgo}`);
}

/** Does what was planned; the seed settles the slips in scenarios. */
async function perform(
  app: DemoApp,
  { actor, login }: { actor: Actor; login: string },
  act: Act,
  seed: string,
): Promise<void> {
  if (act.does === 'lesson') return study(app, actor, act);
  if (act.does === 'run') return play(app, actor, act, seed);
  const count = app.catalogue.course(act.course)?.lessons.length ?? 0;
  for (const lesson of lessonsLeft(HISTORIES[login] ?? [], act.course, count)) {
    const wrong = Math.round(WRONG_AT_WORST * (1 - act.care));
    await study(app, actor, lessonsOf(act.course)(lesson, { wrong }));
  }
  for (const scenario of scenariosIn(app, act)) {
    const runs = await listRuns(app, actor, scenario);
    const isPlayed = runs.some(({ finishedAt }) => finishedAt !== null);
    if (!isPlayed) await play(app, actor, runsOf(scenario)(act.care), seed);
  }
}

function idIn(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demonstration has no unit ${key}`);
  return id;
}

function actorIn(people: ReadonlyMap<string, Actor>, login: string): Actor {
  const actor = people.get(login);
  if (actor === undefined) throw new Error(`the demonstration has no person ${login}`);
  return actor;
}
