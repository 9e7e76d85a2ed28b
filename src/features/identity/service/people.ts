import type { Reader, Tx } from '#db/client.ts';
import type { AuditedAct } from '#features/audit/entry.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may, type Role } from '#kernel/rights.ts';
import { foldLogin } from '../login.ts';
import { type NewPerson, orderRoles, type Person, readPerson } from '../person.ts';
import { changeOfRoles, leavesNoAdministrator } from '../roles.ts';
import {
  countPeople,
  listIds,
  listPeople as listMatching,
  type PeopleFilter,
} from '../store/directory.ts';
import {
  countAdministratorsBeside,
  countByRole,
  deleteRoles,
  findPerson,
  insertPerson,
  insertRoles,
  listByIds,
  listIdsAfter,
  listIdsByLogin,
  listIdsIn,
  updatePerson,
} from '../store/people.ts';
import { findUnit } from '../store/units.ts';
import { checkPlace } from './units.ts';

export const PEOPLE_PAGE = 50;

export type PeopleQuestion = {
  readonly search?: string;
  readonly role?: Role | null;
  /** Id of a unit: people in it and below. */
  readonly unitId?: string | null;
  /** Only these people, whatever else is asked. */
  readonly among?: readonly string[] | null;
  /** Only people of the unit itself, without those below it. */
  readonly isAlone?: boolean;
  readonly sort?: PeopleFilter['sort'];
  readonly page?: number;
};
export type PeoplePage = {
  readonly people: readonly Person[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** Writes down a person inside a bigger act. Login and e-mail must be folded and free; the roles known. Returns the id. */
export async function createPerson(
  tx: Tx,
  app: Pick<App, 'clock' | 'newId'>,
  person: NewPerson,
): Promise<string> {
  const id = person.id ?? app.newId();
  const createdAt = person.createdAt ?? app.clock.now();
  await insertPerson(tx, {
    id,
    createdAt,
    login: person.login,
    email: person.email ?? null,
    name: person.name,
    locale: person.locale,
    passwordHash: person.passwordHash,
    unitId: person.unitId ?? null,
    isDemo: person.isDemo ?? false,
  });
  await insertRoles(tx, { personId: id, roles: orderRoles(person.roles), grantedAt: createdAt });
  return id;
}

/** People whose name or login holds the words searched for, 50 to a page (from 1). */
export async function listPeople(
  app: App,
  actor: Actor,
  question: PeopleQuestion,
): Promise<Result<PeoplePage>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const filter = await filterOf(app, question);
  if (filter === null) return refuse({ code: 'unit-unknown', field: 'unit' });
  const total = await countPeople(app.db.read, filter);
  const pages = Math.max(1, Math.ceil(total / PEOPLE_PAGE));
  const shown = Math.min(Math.max(1, question.page ?? 1), pages);
  const window = { offset: (shown - 1) * PEOPLE_PAGE, limit: PEOPLE_PAGE };
  const rows = await listMatching(app.db.read, filter, window);
  return ok({ people: rows.map(readPerson), total, page: shown, pages });
}

/** Ids of everybody such a question finds, in its order, up to a limit: for acts on all of them. */
export async function peopleFound(
  app: App,
  actor: Actor,
  { question, limit }: { question: PeopleQuestion; limit: number },
): Promise<Result<string[]>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const filter = await filterOf(app, question);
  if (filter === null) return refuse({ code: 'unit-unknown', field: 'unit' });
  return ok(await listIds(app.db.read, filter, limit));
}

/** Null for a unit that is not there. */
async function filterOf(
  app: Pick<App, 'db'>,
  question: PeopleQuestion,
): Promise<PeopleFilter | null> {
  const { search = '', role = null, unitId = null, isAlone = false, sort = 'name' } = question;
  const unit = unitId === null ? null : await findUnit(app.db.read, unitId);
  if (unit === undefined) return null;
  const folded = search.normalize('NFC').trim();
  const { among = null } = question;
  return { search: folded, role, unitPath: unit?.path ?? null, isAlone, sort, among };
}

export async function viewPerson(
  app: App,
  actor: Actor,
  personId: string,
): Promise<Result<Person>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const row = await findPerson(app.db.read, personId);
  return row ? ok(readPerson(row)) : refuse({ code: 'not-found' });
}

/**
 * Gives a person exactly these roles, from their next request on. The last administrator keeps that role, and nobody is
 * left without any.
 */
export async function changeRoles(
  app: App,
  actor: Actor,
  { personId, roles }: { personId: string; roles: readonly Role[] },
): Promise<Result<{ before: readonly Role[]; after: readonly Role[] }>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const after = orderRoles(roles);
  if (after.length === 0) return refuse({ code: 'roles-required', field: 'roles' });
  return app.db.write(async (tx) => {
    const row = await findPerson(tx, personId);
    if (row === undefined) return refuse({ code: 'not-found' });
    const { roles: before } = readPerson(row);
    const change = changeOfRoles(before, after);
    if (leavesNoAdministrator(change, await countAdministratorsBeside(tx, personId)))
      return refuse({ code: 'last-administrator', field: 'roles' });
    if (change.granted.length + change.withdrawn.length === 0) return ok({ before, after });
    await deleteRoles(tx, personId, change.withdrawn);
    await insertRoles(tx, { personId, roles: change.granted, grantedAt: app.clock.now() });
    await auditChange(tx, app, {
      actor,
      personId,
      act: 'roles-changed',
      detail: { before, after },
    });
    return ok({ before, after });
  });
}

/** Moves a person to another unit, or out of all of them. */
export async function moveToUnit(
  app: App,
  actor: Actor,
  { personId, unitId }: { personId: string; unitId: string | null },
): Promise<Result<null>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  return app.db.write(async (tx) => {
    const row = await findPerson(tx, personId);
    if (row === undefined) return refuse({ code: 'not-found' });
    if (row.unitId === unitId) return ok(null);
    const problem = await checkPlace(tx, unitId);
    if (problem) return refuse(problem);
    await updatePerson(tx, personId, { unitId });
    const detail = { before: row.unitId, after: unitId };
    await auditChange(tx, app, { actor, personId, act: 'unit-changed', detail });
    return ok(null);
  });
}

/** How many people hold each role. */
export async function countPeopleByRole(
  app: App,
  actor: Actor,
): Promise<Result<ReadonlyMap<string, number>>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  return ok(new Map((await countByRole(app.db.read)).map(({ role, n }) => [role, n])));
}

/** Names to show beside ids; whoever asks has already been allowed to see these people. */
export async function namesOf(
  app: Pick<App, 'db'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await listByIds(app.db.read, personIds);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** People by id, in no order, for features above that already decided who may see them. */
export async function peopleOf(
  app: { readonly db: { readonly read: Reader | Tx } },
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const people = (await listByIds(app.db.read, personIds)).map(readPerson);
  return new Map(people.map((person) => [person.personId, person]));
}

/** Open accounts by their logins, for features above that already decided who may name them. */
export async function findByLogins(
  app: Pick<App, 'db'>,
  typed: readonly string[],
): Promise<{ found: string[]; unknown: string[] }> {
  const rows = await listIdsByLogin(app.db.read, typed.map(foldLogin));
  const byLogin = new Map(rows.map(({ login, id }) => [login, id]));
  return {
    found: [...byLogin.values()],
    unknown: typed.filter((login) => !byLogin.has(foldLogin(login))),
  };
}

/** Everybody who administers the installation today, for acts of the product itself that must reach them. */
export async function administrators(app: Pick<App, 'db'>): Promise<Person[]> {
  const filter = { search: '', role: 'administrator', unitPath: null, sort: 'name' } as const;
  const rows = await listMatching(app.db.read, filter, { offset: 0, limit: PEOPLE_PAGE });
  return rows.map(readPerson);
}

/** Ids of the people in exactly this unit; nobody for no unit. */
export async function colleaguesIn(
  app: Pick<App, 'db'>,
  unitId: string | null,
): Promise<readonly string[]> {
  return unitId === null ? [] : listIdsIn(app.db.read, unitId);
}

async function auditChange(
  tx: Tx,
  app: App,
  change: { actor: Actor; personId: string; act: AuditedAct; detail: Record<string, unknown> },
): Promise<void> {
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId: change.actor.personId,
    act: change.act,
    subject: `person:${change.personId}`,
    detail: change.detail,
  });
}

/** Ids of open accounts in their order, after one of them; for work in the background that walks over everybody. */
export function personIdsAfter(
  app: Pick<App, 'db'>,
  window: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  return listIdsAfter(app.db.read, window);
}
