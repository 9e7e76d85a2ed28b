import type { WithQuestionSets } from '#features/assessment/question-set.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import { peopleOf } from '#features/identity/service.ts';
import type { Unit } from '#features/identity/unit.ts';
import { idsUpFrom } from '#features/identity/unit.ts';
import { heldBy } from '#features/position/service.ts';
import type { WithScenarios } from '#features/scenario/source.ts';
import { type Day, dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import type { Candidate } from '../audience.ts';
import type { WithCalendar } from '../calendar.ts';
import { type Life, nameOfPeriod, type Plan, planFor, type World } from '../plan.ts';
import type { NeedItem, Programme } from '../programme.ts';
import {
  listAbsencesOf,
  listAttributesOf,
  listExcusesOf,
  listExtensionsOf,
} from '../store/exceptions.ts';
import { listMembers } from '../store/periods.ts';
import { factsOf } from './facts.ts';

/** What this feature asks of the app. */
export type ProgrammeApp = App &
  WithCatalogue &
  WithFramework &
  WithQuestionSets &
  WithScenarios &
  WithCalendar;

/** A scenario says how much simulated time it takes; played by hand it is about so long. */
const SCENARIO_MINUTES = 20;

export function worldOf(app: ProgrammeApp, today: Day = dayAt(app.clock.now(), app.zone)): World {
  return { today, calendar: app.calendar, minutesOfItem: (item) => minutesOfItem(app, item) };
}

function minutesOfItem(app: ProgrammeApp, item: NeedItem): number {
  if (item.kind === 'course') return app.catalogue.course(item.id)?.minutes ?? 0;
  if (item.kind === 'question-set') return app.questionSets.get(item.id)?.minutes ?? 0;
  return item.kind === 'scenario' ? SCENARIO_MINUTES : 0;
}

/** What each of these people is asked for, from everything that counts today. Closed accounts are asked for nothing. */
export async function plansOf(
  app: ProgrammeApp,
  personIds: readonly string[],
  { programmes, paths }: { programmes: readonly Programme[]; paths: ReadonlyMap<string, string> },
): Promise<ReadonlyMap<string, Plan>> {
  const world = worldOf(app);
  const lives = await livesOf(app, personIds, { programmes, paths, today: world.today });
  return new Map([...lives].map(([id, life]) => [id, planFor(life, programmes, world)]));
}

/** Paths by unit, for a walk over many people. */
export function pathsOf(units: readonly Unit[]): ReadonlyMap<string, string> {
  return new Map(units.map(({ id, path }) => [id, path]));
}

type Asked = {
  readonly programmes: readonly Programme[];
  readonly paths: ReadonlyMap<string, string>;
  readonly today: Day;
};

/** Everything that decides about these people, in one question of each sort. */
export async function livesOf(
  app: ProgrammeApp,
  personIds: readonly string[],
  asked: Asked,
): Promise<ReadonlyMap<string, Life>> {
  const { programmes } = asked;
  const { read } = app.db;
  const candidates = await candidatesOf(app, personIds, asked);
  const absences = Map.groupBy(await listAbsencesOf(read, personIds), (one) => one.personId);
  const programmeIds = programmes.map(({ id }) => id);
  const members = await listMembers(read, { personIds, programmeIds });
  const memberships = Map.groupBy(members, (one) => one.personId);
  const exceptions = await exceptionsOf(app, personIds);
  const facts = await factsOf(app, personIds, programmes);
  return new Map(
    candidates.map((candidate) => {
      const id = candidate.personId;
      const own = memberships.get(id) ?? [];
      const life: Life = {
        candidate,
        facts: facts(id),
        absences: absences.get(id) ?? [],
        memberships: new Map(own.map((one) => [one.programmeId, one])),
        ...exceptions(id),
      };
      return [id, life];
    }),
  );
}

/** What decides whether these people are asked; closed accounts are left out. */
export async function candidatesOf(
  app: ProgrammeApp,
  personIds: readonly string[],
  { programmes, paths, today }: Asked,
): Promise<Candidate[]> {
  const asks = (about: string) =>
    programmes.some(({ body }) =>
      body.rules.some(({ who }) => who.some((line) => line.about === about)),
    );
  const people = await peopleOf(app, personIds);
  const held = asks('position') ? await heldBy(app, personIds, today) : new Map();
  const rows = asks('attribute') ? await listAttributesOf(app.db.read, personIds) : [];
  const attributes = Map.groupBy(rows, ({ personId }) => personId);
  return [...people.values()]
    .filter(({ closedAt }) => closedAt === null)
    .map(({ personId, unitId, roles }) => {
      const path = unitId === null ? undefined : paths.get(unitId);
      const own = attributes.get(personId) ?? [];
      return {
        personId,
        roles,
        units: path === undefined ? [] : idsUpFrom(path),
        positions: held.get(personId) ?? [],
        attributes: new Map(own.map(({ name, value }) => [name, value])),
      };
    });
}

async function exceptionsOf(app: ProgrammeApp, personIds: readonly string[]) {
  const { read } = app.db;
  const extensions = Map.groupBy(await listExtensionsOf(read, personIds), (one) => one.personId);
  const excuses = Map.groupBy(await listExcusesOf(read, personIds), (one) => one.personId);
  return (personId: string): Pick<Life, 'extensions' | 'excuses'> => {
    const latest = new Map<string, Day>();
    for (const { programmeId, period, grantedUntil } of extensions.get(personId) ?? []) {
      const name = nameOfPeriod(programmeId, period);
      const before = latest.get(name);
      if (grantedUntil && (!before || before < grantedUntil)) latest.set(name, grantedUntil);
    }
    const excused = (excuses.get(personId) ?? []).filter((one) => one.withdrawnAt === null);
    return {
      extensions: latest,
      excuses: new Set(excused.map((one) => nameOfPeriod(one.programmeId, one.period))),
    };
  };
}
