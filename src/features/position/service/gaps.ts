import type { WithFramework } from '#features/competency/framework.ts';
import type { Standing } from '#features/competency/profile.ts';
import { standingsOf } from '#features/competency/service.ts';
import { peopleBelow } from '#features/identity/service.ts';
import { type Day, dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type TargetChange, targetChanges } from '../change.ts';
import {
  countStates,
  type Gap,
  type GapCounts,
  type GapState,
  gapOf,
  type PersonGaps,
  SMALLEST_GROUP,
  type Target,
  targetsTogether,
} from '../gap.ts';
import type { Position, PositionBody } from '../position.ts';
import { listHeldBy, listHolders } from '../store/holdings.ts';
import { findPosition, listByIds } from '../store/positions.ts';

type GapApp = App & WithFramework;

/** So many people are looked at in one request; a bigger unit is shown by its parts. */
export const PEOPLE_AT_ONCE = 2_000;

/** Targets and where one stands. For the person, their trainers, administrators. */
export async function gapsOfPerson(
  app: GapApp,
  actor: Actor,
  { personId, trainers = [] }: { personId: string; trainers?: readonly string[] },
): Promise<Result<PersonGaps>> {
  if (!may(actor, 'see-record', { owner: personId, trainers })) {
    return refuse({ code: 'not-allowed' });
  }
  const gaps = (await gapsOfPeople(app, [personId])).get(personId);
  return ok(gaps ?? { personId, positions: [], gaps: [] });
}

/**
 * The gaps of several people, by person; somebody without a position is absent. The caller has made sure that they may be
 * seen, and that they are not more than `PEOPLE_AT_ONCE`.
 */
export async function gapsOfPeople(
  app: GapApp,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonGaps>> {
  const now = app.clock.now();
  const held = await positionsHeld(app, personIds, dayAt(now, app.zone));
  const targets = new Map([...held].map(([id, positions]) => [id, targetsTogether(positions)]));
  const asked = new Set([...targets.values()].flat().map(({ competency }) => competency));
  const standings = await standingsOf(app, [...held.keys()], [...asked]);
  return new Map(
    [...held].map(([personId, positions]) => {
      const own = standings.get(personId);
      const gaps = (targets.get(personId) ?? []).map((target) => gapIn(own, target));
      return [personId, { personId, positions, gaps }];
    }),
  );
}

/** How the holders of one position stand against each of its targets. */
export type CountedGaps = {
  readonly position: Position;
  readonly holders: number;
  readonly competencies: readonly { readonly target: Target; readonly counts: GapCounts }[];
};

export type UnitGaps = {
  readonly people: number;
  /** The position that most hold first. */
  readonly counted: readonly CountedGaps[];
  /** Positions that fewer than five hold, by name: how many, and how they stand, is not told. */
  readonly tooSmall: readonly Position[];
};

/**
 * How the gaps lie in a unit with everything below it, position by position. Groups of fewer than five are not counted out.
 * A unit of more than 2,000 people is refused: its parts are to be looked at instead.
 */
export async function gapsOfUnit(
  app: GapApp,
  actor: Actor,
  unitId: string,
): Promise<Result<UnitGaps>> {
  if (!may(actor, 'see-unit-gaps')) return refuse({ code: 'not-allowed' });
  const people = await peopleBelow(app, unitId, PEOPLE_AT_ONCE + 1);
  if (people.length > PEOPLE_AT_ONCE) {
    return refuse({ code: 'unit-too-large', values: { max: PEOPLE_AT_ONCE } });
  }
  const groups = [...(await gapsByPosition(app, people)).values()];
  const isSmall = (group: Group) => group.people.length < SMALLEST_GROUP;
  return ok({
    people: people.length,
    counted: groups
      .filter((group) => !isSmall(group))
      .map(countedIn)
      .sort((a, b) => b.holders - a.holders),
    tooSmall: groups.filter(isSmall).map(({ position }) => position),
  });
}

export type ChangePreview = {
  /** How many hold it today. */
  readonly holders: number;
  /** The levels that would be asked for differently, each with how many would be below it then and are now. */
  readonly targets: readonly (TargetChange & {
    readonly openBefore: number;
    readonly openAfter: number;
  })[];
};

/** What a change of targets would mean for those who hold the position, before it is saved. */
export async function previewChange(
  app: GapApp,
  actor: Actor,
  { positionId, body }: { positionId: string; body: PositionBody },
): Promise<Result<ChangePreview>> {
  if (!may(actor, 'manage-positions')) return refuse({ code: 'not-allowed' });
  const position = await findPosition(app.db.read, positionId);
  if (position === undefined) return refuse({ code: 'not-found' });
  const now = app.clock.now();
  const window = { day: dayAt(now, app.zone), limit: PEOPLE_AT_ONCE };
  const holders = await listHolders(app.db.read, positionId, window);
  const ids = [...new Set(holders.map(({ personId }) => personId))];
  const changes = targetChanges(position.body, body);
  const asked = changes.map(({ competency }) => competency);
  const standings = await standingsOf(app, ids, asked);
  const openAt = (competency: string, level: TargetChange['before']) =>
    level === null
      ? 0
      : ids.filter((id) => {
          const target = { competency, level, positions: [positionId] };
          return isOpen(gapIn(standings.get(id), target).state);
        }).length;
  const targets = changes.map((change) => ({
    ...change,
    openBefore: openAt(change.competency, change.before),
    openAfter: openAt(change.competency, change.after),
  }));
  return ok({ holders: ids.length, targets });
}

/** Whether somebody has a level to reach: what is likely or faded only wants a confirmation. */
function isOpen(state: GapState): boolean {
  return state === 'below' || state === 'unknown';
}

function gapIn(standings: ReadonlyMap<string, Standing> | undefined, target: Target): Gap {
  return gapOf(target, standings?.get(target.competency) ?? { status: 'nothing-shown' });
}

/** Positions in use that each of these people holds on a day. */
async function positionsHeld(
  app: Pick<App, 'db'>,
  personIds: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, Position[]>> {
  const holdings = await listHeldBy(app.db.read, personIds, day);
  const ids = [...new Set(holdings.map(({ positionId }) => positionId))];
  const positions = new Map((await listByIds(app.db.read, ids)).map((one) => [one.id, one]));
  const held = new Map<string, Position[]>();
  for (const { personId, positionId } of holdings) {
    const position = positions.get(positionId);
    if (position === undefined || position.retiredAt !== null) continue;
    held.set(personId, [...(held.get(personId) ?? []), position]);
  }
  return held;
}

type Group = { readonly position: Position; readonly people: readonly PersonGaps[] };

async function gapsByPosition(
  app: GapApp,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Group>> {
  const groups = new Map<string, { position: Position; people: PersonGaps[] }>();
  for (const person of (await gapsOfPeople(app, personIds)).values()) {
    for (const position of person.positions) {
      const group = groups.get(position.id) ?? { position, people: [] };
      group.people.push(person);
      groups.set(position.id, group);
    }
  }
  return groups;
}

/** People are held against what this one position asks, not against what others of theirs ask beside it. */
function countedIn({ position, people }: Group): CountedGaps {
  const competencies = targetsTogether([position]).map((target) => {
    const states = people.flatMap(({ gaps }) =>
      gaps
        .filter((gap) => gap.target.competency === target.competency)
        .map(({ standing }) => gapOf(target, standing)),
    );
    return { target, counts: countStates(states) };
  });
  return { position, holders: people.length, competencies };
}
