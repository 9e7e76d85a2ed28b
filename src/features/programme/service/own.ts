import type { Database } from '#db/client.ts';
import { ancestorsOf, unitsOf } from '#features/identity/service.ts';
import type { Day } from '#kernel/date.ts';
import type { Text } from '#kernel/text.ts';
import { factsCounted, itemMetIn, minutesIn, renewedIn } from '../need.ts';
import { type Life, planFor, type Required, windowOf } from '../plan.ts';
import { itemsOf, type NeedItem, nameOfItem, type Programme } from '../programme.ts';
import { listInUse, stampOf } from '../store/programmes.ts';
import { livesOf, type ProgrammeApp, worldOf } from './plans.ts';

/** What is required of a person in one period, with what it consists of. */
export type RequiredOf = Required & {
  readonly programme: Programme;
  readonly reason: Text;
  readonly items: readonly RequiredItem[];
};
/** One thing asked. */
export type RequiredItem = {
  readonly item: NeedItem;
  readonly doneOn: Day | null;
  /** Done by showing what it teaches, not by sitting it. */
  readonly isShown: boolean;
  /**
   * For whoever finished it before, where only what changed is asked: `changes` while or after something was, `by-itself`
   * when nothing had changed as the window opened. Null where all of it is asked.
   */
  readonly renewal: 'changes' | 'by-itself' | null;
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
    return programme ? [withItems(one, programme, { life, today: worldOf(app).today })] : [];
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

function withItems(
  one: Required,
  programme: Programme,
  { life, today }: { life: Life; today: Day },
): RequiredOf {
  const { body } = programme;
  const rule = body.rules.find(({ id }) => id === one.ruleId);
  const reason = rule?.reason ?? body.reason;
  const unique = new Map(itemsOf(body).map((item) => [nameOfItem(item), item]));
  const facts = factsCounted(life.facts, body);
  const window = rule
    ? windowOf(one.period, rule.timing, today)
    : { from: one.period.countsFrom, renews: null, today };
  const items = [...unique.values()].map((item): RequiredItem => {
    const isHeld = minutesIn(item, { facts, renews: window.renews }) !== null;
    const doneOn = itemMetIn(item, facts, window);
    const isShown = doneOn !== itemMetIn(item, life.facts, window);
    const isSelf = doneOn !== null && doneOn === window.renews && renewedIn(item, facts, window);
    const renewal = isHeld ? (isSelf ? 'by-itself' : 'changes') : null;
    return { item, doneOn, isShown, renewal };
  });
  return { ...one, programme, reason, items };
}

type Memory = { readonly stamp: string; readonly programmes: readonly Programme[] };
const remembered = new WeakMap<Database, Memory>();

/**
 * All that anybody may be asked for. Programmes change seldom and are asked for on every home page, so they are read once for
 * each change.
 */
export async function programmesInUse(
  app: Pick<ProgrammeApp, 'db'>,
): Promise<readonly Programme[]> {
  const stamp = await stampOf(app.db.read);
  const memory = remembered.get(app.db);
  if (memory?.stamp === stamp) return memory.programmes;
  const programmes = await listInUse(app.db.read);
  remembered.set(app.db, { stamp, programmes });
  return programmes;
}
