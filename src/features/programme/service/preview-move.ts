import { setImmediate as nextTurn } from 'node:timers/promises';
import { isWithin } from '#features/identity/organisation.ts';
import { allUnits, peopleBelow } from '#features/identity/service.ts';
import { pathOf, type Unit } from '#features/identity/unit.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Text } from '#kernel/text.ts';
import { ruleFor } from '../audience.ts';
import type { Programme } from '../programme.ts';
import { listMembers } from '../store/periods.ts';
import { listInUse } from '../store/programmes.ts';
import { candidatesOf, type ProgrammeApp, pathsOf, worldOf } from './plans.ts';
import { type Effect, effectOn } from './preview.ts';

const PEOPLE_AT_ONCE = 500;

type Changed = Exclude<Effect, 'kept'>;
export type MovePreview = {
  /** Everybody in the unit and below it. */
  readonly people: number;
  /** How many of them any programme asks otherwise afterwards. */
  readonly affected: number;
  /** Only programmes that would ask somebody otherwise. */
  readonly programmes: readonly {
    readonly programmeId: string;
    readonly name: Text;
    readonly counts: Readonly<Record<Changed, number>>;
  }[];
};

/**
 * What would be asked of the people of a unit and everything below it if it stood under another one, against what is asked of
 * them where it stands. Nothing is written.
 */
export async function previewUnitMove(
  app: ProgrammeApp,
  actor: Actor,
  { unitId, parentId }: { unitId: string; parentId: string | null },
): Promise<Result<MovePreview>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const units = await allUnits(app);
  const moved = unitsMoved(units, { unitId, parentId });
  if (moved === null) return refuse({ code: 'not-found' });
  const programmes = await listInUse(app.db.read);
  const personIds = await peopleBelow(app, unitId);
  const counts = new Map(programmes.map(({ id }) => [id, { added: 0, removed: 0, moved: 0 }]));
  const affected = new Set<string>();
  const paths = { before: pathsOf(units), after: pathsOf(moved) };
  for (let from = 0; from < personIds.length; from += PEOPLE_AT_ONCE) {
    const some = personIds.slice(from, from + PEOPLE_AT_ONCE);
    for (const one of await changesFor(app, some, { programmes, paths })) {
      const count = counts.get(one.programmeId);
      if (count) count[one.effect] += 1;
      affected.add(one.personId);
    }
    await nextTurn();
  }
  const told = programmes.map(({ id, body }) => ({
    programmeId: id,
    name: body.name,
    counts: counts.get(id) ?? { added: 0, removed: 0, moved: 0 },
  }));
  return ok({
    people: personIds.length,
    affected: affected.size,
    programmes: told.filter(({ counts: n }) => n.added + n.removed + n.moved > 0),
  });
}

/** The tree as it would be; null for a place that is not there or would lie within the unit itself. */
function unitsMoved(
  units: readonly Unit[],
  { unitId, parentId }: { unitId: string; parentId: string | null },
): Unit[] | null {
  const unit = units.find(({ id }) => id === unitId);
  const parent = units.find(({ id }) => id === parentId) ?? null;
  if (unit === undefined || (parentId !== null && parent === null)) return null;
  if (parent !== null && isWithin(parent, unit.path)) return null;
  const path = pathOf(unitId, parent?.path ?? null);
  return units.map((one) =>
    isWithin(one, unit.path) ? { ...one, path: path + one.path.slice(unit.path.length) } : one,
  );
}

type Paths = ReadonlyMap<string, string>;
type Asked = {
  readonly programmes: readonly Programme[];
  readonly paths: { readonly before: Paths; readonly after: Paths };
};

/** Only where another rule counts than before: what time has changed meanwhile is not the move's doing. */
async function changesFor(
  app: ProgrammeApp,
  personIds: readonly string[],
  { programmes, paths }: Asked,
): Promise<{ personId: string; programmeId: string; effect: Changed }[]> {
  const world = worldOf(app);
  const { today } = world;
  const before = await candidatesOf(app, personIds, { programmes, paths: paths.before, today });
  const after = await candidatesOf(app, personIds, { programmes, paths: paths.after, today });
  const stood = new Map(before.map((one) => [one.personId, one]));
  const programmeIds = programmes.map(({ id }) => id);
  const rows = await listMembers(app.db.read, { personIds, programmeIds });
  const members = new Map(rows.map((row) => [`${row.personId} ${row.programmeId}`, row]));
  return programmes.flatMap((programme) =>
    after.flatMap((candidate) => {
      const { personId } = candidate;
      const then = stood.get(personId);
      const { rules } = programme.body;
      if (!then || ruleFor(rules, then) === ruleFor(rules, candidate)) return [];
      const member = members.get(`${personId} ${programme.id}`) ?? null;
      const { effect } = effectOn(programme, { candidate, before: member, world });
      const isChange = effect !== null && effect !== 'kept';
      return isChange ? [{ personId, programmeId: programme.id, effect }] : [];
    }),
  );
}
