import type { Database } from '#db/client.ts';
import { ancestorsOf, unitsOf } from '#features/identity/service.ts';
import type { Day } from '#kernel/date.ts';
import type { Text } from '#kernel/text.ts';
import { itemMetOn } from '../need.ts';
import { type Life, planFor, type Required } from '../plan.ts';
import { itemsOf, type NeedItem, nameOfItem, type Programme } from '../programme.ts';
import { listInUse, stampOf } from '../store/programmes.ts';
import { livesOf, type ProgrammeApp, worldOf } from './plans.ts';

/** What is required of a person in one period, with what it consists of. */
export type RequiredOf = Required & {
  readonly programme: Programme;
  readonly reason: Text;
  /** Each thing asked, and when it was done. */
  readonly items: readonly { readonly item: NeedItem; readonly doneOn: Day | null }[];
};

/**
 * Everything that was, is and soon will be required of a person, worked out from the record as it is at this moment. Asked by
 * the person for themselves or by a caller that may see their record.
 */
export async function requiredFor(app: ProgrammeApp, personId: string): Promise<RequiredOf[]> {
  const { life, programmes } = await lifeOf(app, personId);
  if (life === undefined) return [];
  const { required } = planFor(life, programmes, worldOf(app));
  const byId = new Map(programmes.map((programme) => [programme.id, programme]));
  return required.flatMap((one) => {
    const programme = byId.get(one.programmeId);
    return programme ? [withItems(one, programme, life)] : [];
  });
}

/** The person's life with a change to it, for saying beforehand what the change would mean. */
export async function requiredIf(
  app: ProgrammeApp,
  personId: string,
  change: (life: Life) => Life,
): Promise<{ before: readonly Required[]; after: readonly Required[] }> {
  const { life, programmes } = await lifeOf(app, personId);
  if (life === undefined) return { before: [], after: [] };
  const world = worldOf(app);
  return {
    before: planFor(life, programmes, world).required,
    after: planFor(change(life), programmes, world).required,
  };
}

async function lifeOf(
  app: ProgrammeApp,
  personId: string,
): Promise<{ life: Life | undefined; programmes: readonly Programme[] }> {
  const programmes = await programmesInUse(app);
  const unitId = (await unitsOf(app, [personId])).get(personId) ?? null;
  const units = await ancestorsOf(app, unitId);
  const paths = new Map(unitId === null ? [] : [[unitId, units.toReversed().join('/')]]);
  const { today } = worldOf(app);
  const lives = await livesOf(app, [personId], { programmes, paths, today });
  return { life: lives.get(personId), programmes };
}

function withItems(one: Required, programme: Programme, life: Life): RequiredOf {
  const { body } = programme;
  const reason = body.rules.find(({ id }) => id === one.ruleId)?.reason ?? body.reason;
  const unique = new Map(itemsOf(body).map((item) => [nameOfItem(item), item]));
  const items = [...unique.values()].map((item) => ({
    item,
    doneOn: itemMetOn(item, life.facts, one.period.countsFrom),
  }));
  return { ...one, programme, reason, items };
}

type Memory = { readonly stamp: string; readonly programmes: readonly Programme[] };
const remembered = new WeakMap<Database, Memory>();

/** Programmes change seldom and are asked for on every home page, so they are read once for each change. */
async function programmesInUse(app: Pick<ProgrammeApp, 'db'>): Promise<readonly Programme[]> {
  const stamp = await stampOf(app.db.read);
  const memory = remembered.get(app.db);
  if (memory?.stamp === stamp) return memory.programmes;
  const programmes = await listInUse(app.db.read);
  remembered.set(app.db, { stamp, programmes });
  return programmes;
}
