import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Tx } from '#db/client.ts';
import { allUnits, personIdsAfter } from '#features/identity/service.ts';
import { type Day, dayAt } from '#kernel/date.ts';
import { changeOf, type Kept, type KeptChange } from '../kept.ts';
import type { Plan } from '../plan.ts';
import type { Programme } from '../programme.ts';
import {
  deleteMembers,
  deletePeriods,
  keepTransitions,
  listMembers,
  listPeriods,
  listTransitions,
  saveMembers,
  savePeriods,
  undoTransitions,
} from '../store/periods.ts';
import { listInUse, listUnderived, updateDerived } from '../store/programmes.ts';
import { type ProgrammeApp, pathsOf, plansOf } from './plans.ts';

/** Short reads and writes, so that requests are answered in between. */
const PEOPLE_AT_ONCE = 100;

/** Which programmes are worked out: all there are, or those that changed. */
type Walk = {
  readonly programmes: readonly Programme[];
  readonly paths: ReadonlyMap<string, string>;
  /** Null for every programme there ever was. */
  readonly programmeIds: readonly string[] | null;
};

/** Works out what these people are asked for and keeps it for lists; answers how many rows changed. */
export async function keepPeople(app: ProgrammeApp, personIds: readonly string[]): Promise<number> {
  return keepInTurns(app, personIds, await wholeWalk(app));
}

/** Everybody, a hundred at a time. Begun anew after a fall, it writes only what is still different. */
export async function keepEverybody(app: ProgrammeApp): Promise<number> {
  return walkAll(app, await wholeWalk(app));
}

/** Works out programmes that were saved since everybody was last worked out for them; answers which. */
export async function deriveChanged(app: ProgrammeApp): Promise<string[]> {
  const changed = await listUnderived(app.db.read);
  if (changed.length === 0) return [];
  const ids = changed.map(({ id }) => id);
  const paths = pathsOf(await allUnits(app));
  await walkAll(app, { programmes: changed, paths, programmeIds: ids });
  await app.db.write(async (tx) => {
    for (const { id, revision } of changed) await updateDerived(tx, id, revision);
  });
  return ids;
}

async function wholeWalk(app: ProgrammeApp): Promise<Walk> {
  const programmes = await listInUse(app.db.read);
  return { programmes, paths: pathsOf(await allUnits(app)), programmeIds: null };
}

async function walkAll(app: ProgrammeApp, walk: Walk): Promise<number> {
  let changed = 0;
  for (let after = ''; ; ) {
    const personIds = await personIdsAfter(app, { after, limit: PEOPLE_AT_ONCE });
    const last = personIds.at(-1);
    if (last === undefined) return changed;
    changed += await keepSome(app, personIds, walk);
    after = last;
    await nextTurn();
  }
}

async function keepInTurns(
  app: ProgrammeApp,
  personIds: readonly string[],
  walk: Walk,
): Promise<number> {
  let changed = 0;
  for (let from = 0; from < personIds.length; from += PEOPLE_AT_ONCE) {
    changed += await keepSome(app, personIds.slice(from, from + PEOPLE_AT_ONCE), walk);
    await nextTurn();
  }
  return changed;
}

async function keepSome(
  app: ProgrammeApp,
  personIds: readonly string[],
  walk: Walk,
): Promise<number> {
  const { read } = app.db;
  const plans = await plansOf(app, personIds, walk);
  const scope = { personIds, ...(walk.programmeIds && { programmeIds: walk.programmeIds }) };
  const kept: Kept = {
    members: await listMembers(read, scope),
    periods: await listPeriods(read, scope),
    transitions: await listTransitions(read, scope),
  };
  const today = dayAt(app.clock.now(), app.zone);
  const change = changeOf(kept, rowsOf(plans, personIds), today);
  if (change.count === 0) return 0;
  await app.db.write((tx) => write(tx, change, app.clock.now()));
  return change.count;
}

function rowsOf(plans: ReadonlyMap<string, Plan>, personIds: readonly string[]): [string, Plan][] {
  const NOTHING: Plan = { memberships: new Map(), required: [] };
  return personIds.map((id) => [id, plans.get(id) ?? NOTHING]);
}

async function write(tx: Tx, change: KeptChange, now: number): Promise<void> {
  await saveMembers(tx, change.members.save);
  await deleteMembers(tx, change.members.drop);
  await savePeriods(tx, change.periods.save);
  await deletePeriods(tx, change.periods.drop);
  await keepTransitions(tx, change.transitions.keep, now);
  await undoTransitions(tx, change.transitions.undo, now);
}

/** The day it is for this app. */
export function todayOf(app: Pick<ProgrammeApp, 'clock' | 'zone'>): Day {
  return dayAt(app.clock.now(), app.zone);
}
