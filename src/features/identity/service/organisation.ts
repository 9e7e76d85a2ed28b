import type { Tx } from '#db/client.ts';
import type { AuditedAct } from '#features/audit/entry.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Locale, Text } from '#kernel/text.ts';
import {
  checkClosing,
  checkMove,
  checkUnitName,
  foldUnitName,
  type HeadCount,
  headCounts,
  inTreeOrder,
  unitsAbove,
} from '../organisation.ts';
import { endLeadersBut } from '../store/leaders.ts';
import { countByUnit, countInvitedTo, updatePlace, updateUnit } from '../store/units.ts';
import { pathOf, type Unit } from '../unit.ts';
import { leadersOf, type NamedLeading } from './leaders.ts';
import { allUnits, createUnit } from './units.ts';

export const UNITS_PAGE = 100;

export type ListedUnit = Unit &
  HeadCount & {
    readonly leaders: readonly NamedLeading[];
    /** From the root down to the one above. */
    readonly above: readonly Unit[];
  };
export type UnitQuestion = {
  /** A part of a name in either language. */
  readonly search?: string;
  readonly isClosed?: boolean;
  readonly locale: Locale;
  readonly page?: number;
};

/** The tree of units that are open, or closed, with how many people they have and who leads them; 100 to a page (from 1). */
export async function listUnits(
  app: App,
  actor: Actor,
  { search = '', isClosed = false, locale, page = 1 }: UnitQuestion,
): Promise<Result<{ units: ListedUnit[]; total: number; page: number; pages: number }>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const all = await allUnits(app);
  const word = search.normalize('NFC').trim().toLowerCase();
  const found = inTreeOrder(all, locale).filter(
    ({ name, closedAt }) =>
      (closedAt !== null) === isClosed &&
      [name.ko, name.en].some((one) => one.toLowerCase().includes(word)),
  );
  const pages = Math.max(1, Math.ceil(found.length / UNITS_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const some = found.slice((shown - 1) * UNITS_PAGE, shown * UNITS_PAGE);
  return ok({ units: await told(app, some, all), total: found.length, page: shown, pages });
}

export type SeenUnit = {
  readonly unit: ListedUnit;
  /** The open units directly below. */
  readonly below: readonly ListedUnit[];
};

/** One unit with those directly below it, by name. */
export async function viewUnit(
  app: App,
  actor: Actor,
  { unitId, locale }: { unitId: string; locale: Locale },
): Promise<Result<SeenUnit>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const all = await allUnits(app);
  const children = inTreeOrder(all, locale).filter(
    ({ parentId, closedAt }) => parentId === unitId && closedAt === null,
  );
  const one = all.filter(({ id }) => id === unitId);
  const [unit, ...below] = await told(app, [...one, ...children], all);
  return unit?.id === unitId ? ok({ unit, below }) : refuse({ code: 'not-found' });
}

async function told(
  app: Pick<App, 'db'>,
  some: readonly Unit[],
  all: readonly Unit[],
): Promise<ListedUnit[]> {
  const counts = headCounts(all, await countByUnit(app.db.read));
  const leaders = await leadersOf(
    app.db.read,
    some.map(({ id }) => id),
  );
  return some.map((unit) => ({
    ...unit,
    ...(counts.get(unit.id) ?? { own: 0, below: 0 }),
    leaders: leaders.get(unit.id) ?? [],
    above: unitsAbove(unit, all),
  }));
}

/** Opens a unit below another, or a root. The form's id becomes the unit's, so that sent twice it opens one. */
export async function openUnit(
  app: App,
  actor: Actor,
  input: { eventId: string; parentId: string | null; name: Text; why: string },
): Promise<Result<string>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const { eventId: id, parentId, why } = input;
  const name = foldUnitName(input.name);
  return app.db.write(async (tx): Promise<Result<string>> => {
    const units = await unitsIn(tx);
    if (units.some((unit) => unit.id === id)) return ok(id);
    const parent = units.find((unit) => unit.id === parentId);
    if (parentId !== null && parent === undefined)
      return refuse({ code: 'unit-unknown', field: 'parent' });
    if (parent && parent.closedAt !== null) return refuse({ code: 'unit-closed', field: 'parent' });
    const [problem] = checkUnitName(name, beside(units, { id, parentId }));
    if (problem) return refuse(problem);
    await createUnit(tx, { id, parentId, name });
    const detail = { before: null, after: wordsOf(name), why };
    await trace(tx, app, { actor, unitId: id, act: 'unit-opened', detail });
    return ok(id);
  });
}

export async function renameUnit(
  app: App,
  actor: Actor,
  input: { unitId: string; name: Text; why: string },
): Promise<Result<null>> {
  const name = foldUnitName(input.name);
  return changeUnit(app, actor, input.unitId, async (tx, unit, units) => {
    const [problem] = checkUnitName(name, beside(units, unit));
    if (problem) return refuse(problem);
    if (name.ko === unit.name.ko && name.en === unit.name.en) return ok(null);
    await updateUnit(tx, unit.id, { nameKo: name.ko, nameEn: name.en });
    const detail = { before: wordsOf(unit.name), after: wordsOf(name), why: input.why };
    await trace(tx, app, { actor, unitId: unit.id, act: 'unit-renamed', detail });
    return ok(null);
  });
}

/**
 * Puts a unit with everything below it under another, or makes it a root. What is required of its people follows from the
 * audit trail a moment later; see what it would change first.
 */
export async function moveUnit(
  app: App,
  actor: Actor,
  { unitId, parentId, why }: { unitId: string; parentId: string | null; why: string },
): Promise<Result<null>> {
  return changeUnit(app, actor, unitId, async (tx, unit, units) => {
    if (unit.parentId === parentId) return ok(null);
    const parent = units.find(({ id }) => id === parentId) ?? null;
    if (parentId !== null && parent === null)
      return refuse({ code: 'unit-unknown', field: 'parent' });
    const problem = checkMove(unit, parent, units);
    if (problem) return refuse(problem);
    await updatePlace(tx, unit, { parentId, path: pathOf(unitId, parent?.path ?? null) });
    const detail = { before: unit.parentId, after: parentId, why };
    await trace(tx, app, { actor, unitId, act: 'unit-moved', detail });
    return ok(null);
  });
}

/** Closes a unit that nobody is in or invited to. Whoever led it does so no longer. */
export async function closeUnit(
  app: App,
  actor: Actor,
  { unitId, why }: { unitId: string; why: string },
): Promise<Result<null>> {
  return changeUnit(app, actor, unitId, async (tx, unit, units) => {
    if (unit.closedAt !== null) return ok(null);
    const closedAt = app.clock.now();
    const problem = checkClosing({
      people: (await countByUnit(tx)).get(unitId) ?? 0,
      unitsBelow: units.filter((one) => one.parentId === unitId && one.closedAt === null).length,
      invited: await countInvitedTo(tx, unitId, closedAt),
    });
    if (problem) return refuse(problem);
    await endLeadersBut(tx, { unitId, personIds: [], until: closedAt });
    await updateUnit(tx, unitId, { closedAt });
    await trace(tx, app, { actor, unitId, act: 'unit-closed', detail: { why } });
    return ok(null);
  });
}

/** Opens a closed unit again in its old place, while the one above it is open. */
export async function reopenUnit(
  app: App,
  actor: Actor,
  { unitId, why }: { unitId: string; why: string },
): Promise<Result<null>> {
  return changeUnit(app, actor, unitId, async (tx, unit, units) => {
    if (unit.closedAt === null) return ok(null);
    const parent = units.find(({ id }) => id === unit.parentId);
    if (parent && parent.closedAt !== null) return refuse({ code: 'unit-above-closed' });
    if (checkUnitName(unit.name, beside(units, unit)).length > 0)
      return refuse({ code: 'unit-name-taken' });
    await updateUnit(tx, unitId, { closedAt: null });
    await trace(tx, app, { actor, unitId, act: 'unit-reopened', detail: { why } });
    return ok(null);
  });
}

type Change = (tx: Tx, unit: Unit, units: readonly Unit[]) => Promise<Result<null>>;

async function changeUnit(
  app: App,
  actor: Actor,
  unitId: string,
  change: Change,
): Promise<Result<null>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  return app.db.write(async (tx) => {
    const units = await unitsIn(tx);
    const unit = units.find(({ id }) => id === unitId);
    return unit === undefined ? refuse({ code: 'not-found' }) : change(tx, unit, units);
  });
}

function unitsIn(tx: Tx): Promise<Unit[]> {
  return allUnits({ db: { read: tx } });
}

function beside(units: readonly Unit[], { id, parentId }: Pick<Unit, 'id' | 'parentId'>): Unit[] {
  return units.filter((one) => one.parentId === parentId && one.id !== id);
}

function wordsOf({ ko, en }: Text): string[] {
  return [ko, en];
}

type Trace = {
  readonly actor: Actor;
  readonly unitId: string;
  readonly act: AuditedAct;
  readonly detail: Readonly<Record<string, unknown>> & { readonly why: string };
};

async function trace(tx: Tx, app: App, { actor, unitId, act, detail }: Trace): Promise<void> {
  const at = app.clock.now();
  await writeAudit(tx, {
    at,
    actorId: actor.personId,
    act,
    subject: `unit:${unitId}`,
    detail,
  });
}
