import { isWithin } from '#features/identity/organisation.ts';
import { allUnits } from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Standing } from '../standing.ts';
import { countPeopleBy, listPeopleBy, type PeopleFilter } from '../store/standings.ts';
import { PEOPLE_PAGE, type PersonStanding } from './people.ts';

/** As many as somebody works with in a spreadsheet. */
const LINES_MAX = 50_000;

/** Always one standing: a list of everything anybody was ever asked for would help nobody and walk the whole table. */
export type AssignmentQuestion = {
  readonly standing: Standing;
  /** Null for every programme. */
  readonly programmeId?: string | null;
  /** People of a unit and everything below it. */
  readonly unitId?: string | null;
  readonly search?: string;
  readonly sort?: PeopleFilter['sort'];
  readonly page?: number;
};

/** Who stands like this, in any programme or in one, 50 to a page (from 1). As of the last time each was looked at. */
export async function assignments(
  app: App,
  actor: Actor,
  question: AssignmentQuestion,
): Promise<Result<{ people: PersonStanding[]; total: number; page: number; pages: number }>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const filter = await filterOf(app, question);
  const total = await countPeopleBy(app.db.read, filter);
  const pages = Math.max(1, Math.ceil(total / PEOPLE_PAGE));
  const page = Math.min(Math.max(1, question.page ?? 1), pages);
  const window = { offset: (page - 1) * PEOPLE_PAGE, limit: PEOPLE_PAGE };
  return ok({ people: await listPeopleBy(app.db.read, filter, window), total, page, pages });
}

/** All of them, for a spreadsheet. */
export async function allAssignments(
  app: App,
  actor: Actor,
  question: AssignmentQuestion,
): Promise<Result<PersonStanding[]>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const filter = await filterOf(app, question);
  return ok(await listPeopleBy(app.db.read, filter, { offset: 0, limit: LINES_MAX }));
}

async function filterOf(
  app: Pick<App, 'db'>,
  { standing, programmeId = null, unitId = null, search = '', sort = 'due' }: AssignmentQuestion,
): Promise<PeopleFilter> {
  return {
    programmeId,
    standing,
    isImpossible: false,
    search: search.normalize('NFC').trim(),
    unitIds: unitId === null ? null : await unitsWithin(app, unitId),
    sort,
  };
}

/** Ids of a unit and all below it; none for a unit that is not there. */
export async function unitsWithin(app: Pick<App, 'db'>, unitId: string): Promise<string[]> {
  const units = await allUnits(app);
  const path = units.find(({ id }) => id === unitId)?.path;
  return units.filter((unit) => path !== undefined && isWithin(unit, path)).map(({ id }) => id);
}
