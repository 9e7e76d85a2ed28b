import {
  listPeople,
  type PeoplePage,
  type PeopleQuestion,
  peopleFound,
  peopleOf,
} from '#features/identity/service.ts';
import { holderIdsOf } from '#features/position/service.ts';
import { personIdsStanding } from '#features/programme/service.ts';
import type { Standing } from '#features/programme/standing.ts';
import { dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { PEOPLE_MAX } from '../act.ts';

/** A search among people, also by what they hold today and how they stand with what is required. */
export type Search = Omit<PeopleQuestion, 'among'> & {
  readonly positionId?: string | null;
  /** In one programme, or null for any. */
  readonly standing?: { readonly standing: Standing; readonly programmeId: string | null } | null;
};

/** Whom an act is for: people ticked one by one, or everybody a search finds. */
export type Choice = { readonly personIds: readonly string[] } | { readonly search: Search };

/** One page of the people a search finds. */
export async function searchPeople(
  app: App,
  actor: Actor,
  search: Search,
): Promise<Result<PeoplePage>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  return listPeople(app, actor, { ...search, among: await among(app, search) });
}

/** Ids of everybody chosen; those who are not there are left out. Refuses nobody and more than anybody looks through. */
export async function chosenPeople(
  app: App,
  actor: Actor,
  choice: Choice,
): Promise<Result<readonly string[]>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const found = 'search' in choice ? await allFound(app, actor, choice.search) : null;
  if (found !== null && !found.ok) return found;
  const ids = 'personIds' in choice ? choice.personIds : (found?.value ?? []);
  if (ids.length > PEOPLE_MAX) return refuse({ code: 'bulk-too-many', values: { n: PEOPLE_MAX } });
  const known = 'personIds' in choice ? [...(await peopleOf(app, ids)).keys()] : ids;
  return known.length === 0 ? refuse({ code: 'bulk-nobody' }) : ok(known);
}

async function allFound(app: App, actor: Actor, search: Search): Promise<Result<string[]>> {
  const question = { ...search, among: await among(app, search) };
  return peopleFound(app, actor, { question, limit: PEOPLE_MAX + 1 });
}

/** Null where neither a position nor a standing is asked for. */
async function among(
  app: App,
  { positionId = null, standing = null }: Search,
): Promise<readonly string[] | null> {
  const today = dayAt(app.clock.now(), app.zone);
  const holding = positionId === null ? null : await holderIdsOf(app, positionId, today);
  const standingSo = standing === null ? null : await personIdsStanding(app.db.read, standing);
  if (holding === null || standingSo === null) return holding ?? standingSo;
  const both = new Set(standingSo);
  return holding.filter((id) => both.has(id));
}
