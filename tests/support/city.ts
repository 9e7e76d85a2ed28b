import assert from 'node:assert/strict';
import { type Course, catalogueOf } from '#features/catalogue/course.ts';
import { keepOffers, keepSnapshots } from '#features/catalogue/service.ts';
import type { WithCare } from '#features/competency/care.ts';
import { createUnit, moveToUnit } from '#features/identity/service.ts';
import { markRead, recordStep } from '#features/learning/service.ts';
import type { Programme, ProgrammeBody, Rule } from '#features/programme/programme.ts';
import {
  createProgramme,
  followProgrammes,
  type ProgrammeApp,
  type RequiredOf,
  recordAbsence,
  requiredFor,
} from '#features/programme/service.ts';
import { shownOf } from '#features/programme/shown.ts';
import { type Day, startOfDay } from '#kernel/date.ts';
import type { Result } from '#kernel/result.ts';
import type { Actor, Role } from '#kernel/rights.ts';
import { type TestApp, testId } from './app.ts';
import { civicsApp, type LearningTestApp, type Plan } from './civics.ts';
import { frameworkOf } from './framework.ts';
import { addPerson } from './people.ts';
import { CALENDAR, programme, rule } from './programmes.ts';
import { CIVICS_SET } from './question-sets.ts';

export type CityApp = TestApp & LearningTestApp & ProgrammeApp & WithCare;

/** A city with a bureau, a team in it, and another bureau; by the name of the unit. */
const UNITS = [
  ['city', null],
  ['bureau', 'city'],
  ['team', 'bureau'],
  ['other', 'city'],
] as const;

/** Jun administers, Sora looks after Kim. The course `civics` has one lesson with one question. */
export class City {
  readonly app: CityApp;
  readonly #ids = new Map<string, string>();

  private constructor(app: CityApp) {
    this.app = app;
  }

  static async found(day: Day, plan: Plan = [['first', 'a']]): Promise<City> {
    const plain = await civicsApp(plan);
    const care = {
      trainersOf: async (personId: string) =>
        personId === city.idOf('kim') ? [city.idOf('sora')] : [],
      inCareOf: async (actor: Actor) =>
        actor.roles.includes('administrator')
          ? ('everybody' as const)
          : actor.personId === city.idOf('sora')
            ? [city.idOf('kim')]
            : [],
      peersOf: async () => [],
    };
    const app = {
      ...plain,
      framework: frameworkOf(['C6.1']),
      questionSets: new Map([[CIVICS_SET.id, CIVICS_SET]]),
      scenarios: new Map(),
      calendar: CALENDAR,
      care,
    };
    const city: City = new City(app);
    app.clock.set(startOfDay(day, app.zone) + 9 * 3_600_000);
    await keepSnapshots(app);
    await app.db.write(async (tx) => {
      for (const [id, parentId] of UNITS)
        await createUnit(tx, { id, parentId, name: { ko: id, en: id } });
    });
    await city.joins('jun', 'city', ['administrator']);
    await city.joins('sora', 'city', ['trainer']);
    return city;
  }

  idOf(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = testId(900_000 + this.#ids.size);
    this.#ids.set(name, id);
    return id;
  }

  as(name: string): Actor {
    const roles: Record<string, Role> = { jun: 'administrator', sora: 'trainer' };
    return { personId: this.idOf(name), roles: [roles[name] ?? 'civil-servant'] };
  }

  async joins(
    name: string,
    unitId: string | null,
    roles: Role[] = ['civil-servant'],
  ): Promise<void> {
    await addPerson(this.app, {
      id: this.idOf(name),
      login: name,
      name: `${name}!`,
      roles,
      unitId,
    });
  }

  async moves(name: string, unitId: string | null): Promise<void> {
    accepted(await moveToUnit(this.app, this.as('jun'), { personId: this.idOf(name), unitId }));
  }

  /** It becomes nine in the morning of a day, and the job runs. */
  async becomes(day: Day): Promise<void> {
    this.app.clock.set(startOfDay(day, this.app.zone) + 9 * 3_600_000);
    await followProgrammes(this.app);
  }

  /** Its authors changed the course, and the server starts with it. */
  async publishes(change: (course: Course) => Course): Promise<void> {
    const courses = this.app.catalogue.courses().map(change);
    Object.assign(this.app, {
      catalogue: catalogueOf({ courses, terms: [], facts: [], sources: [] }),
    });
    await keepSnapshots(this.app);
    await keepOffers(this.app);
  }

  async asks(rules: readonly Rule[], rest: Partial<ProgrammeBody> = {}): Promise<string> {
    const { body } = programme('p', rules, rest);
    const input = { eventId: this.app.newId(), body, why: 'test' };
    const id = accepted(await createProgramme(this.app, this.as('jun'), input));
    await followProgrammes(this.app);
    return id;
  }

  /** Reads a lesson, the first unless told otherwise, and answers its question rightly. */
  async studies(name: string, lessonId = 'first', item = 'a'): Promise<void> {
    const { app } = this;
    const personId = this.idOf(name);
    const eventId = app.newId();
    accepted(await markRead(app, this.as(name), { eventId, courseId: 'civics', lessonId }));
    const now = app.clock.now();
    await app.db.write((tx) =>
      recordStep(tx, app, {
        id: app.newId(),
        actorId: personId,
        verb: 'answered',
        objectType: 'item',
        objectId: `civics/${lessonId}/${item}`,
        objectVersion: 'v',
        courseId: 'civics',
        result: { v: 1, response: null, correct: true, score: 1 },
        occurredAt: now,
        recordedAt: now,
      }),
    );
  }

  async isAway(
    name: string,
    fromDay: Day,
    toDay: Day,
    kind: 'leave' | 'crisis-duty' | 'secondment' = 'leave',
  ) {
    const personId = this.idOf(name);
    const input = { eventId: this.app.newId(), personId, kind, fromDay, toDay, why: '' };
    accepted(await recordAbsence(this.app, this.as('jun'), input));
    return input.eventId;
  }

  async required(name: string): Promise<RequiredOf[]> {
    return shownOf(await requiredFor(this.app, this.idOf(name)));
  }

  /** Standing and due day of what presses most; `nothing` when nothing is asked. */
  async stands(name: string): Promise<string> {
    const [first] = await this.required(name);
    return first ? `${first.standing} ${first.dates.dueOn}` : 'nothing';
  }
}

export function accepted<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

export type { Programme };
export { rule };
