import type { Tx } from '#db/client.ts';
import { dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { addNamed, removeNamed } from '../named.ts';
import type { ProgrammeBody } from '../programme.ts';
import { findProgramme, updateProgramme } from '../store/programmes.ts';
import { leaveTrace, nextOf } from './programmes.ts';

type Naming = {
  readonly programmeId: string;
  readonly personIds: readonly string[];
  /** The rule that names them; made where it is not there. */
  readonly ruleId: string;
  readonly actorId: string;
  readonly why: string;
};

/**
 * Has a programme ask these people by name, with the dates it asks others by, inside a bigger act. False where it is not in use
 * or asks nobody yet.
 */
export function namePeople(
  tx: Tx,
  app: Pick<App, 'clock' | 'newId' | 'zone'>,
  { personIds, ruleId, ...naming }: Naming,
): Promise<boolean> {
  const from = dayAt(app.clock.now(), app.zone);
  return change(tx, app, naming, (body) => addNamed(body, { personIds, ruleId, from }));
}

/** Takes these people out of a rule again; answers which were still in it. */
export async function unnamePeople(
  tx: Tx,
  app: Pick<App, 'clock' | 'newId' | 'zone'>,
  { personIds, ruleId, ...naming }: Naming,
): Promise<ReadonlySet<string>> {
  let removed: readonly string[] = [];
  await change(tx, app, naming, (body) => {
    const without = removeNamed(body, { personIds, ruleId });
    removed = without.removed;
    return removed.length > 0 ? without.body : null;
  });
  return new Set(removed);
}

async function change(
  tx: Tx,
  app: Pick<App, 'clock' | 'newId'>,
  { programmeId, actorId, why }: Omit<Naming, 'personIds' | 'ruleId'>,
  to: (body: ProgrammeBody) => ProgrammeBody | null,
): Promise<boolean> {
  const before = await findProgramme(tx, programmeId);
  if (before === undefined || before.retiredAt !== null) return false;
  const body = to(before.body);
  if (body === null) return false;
  const programme = nextOf(app, before, { body });
  await updateProgramme(tx, programme);
  const actor = { personId: actorId, roles: [] };
  const eventId = app.newId();
  await leaveTrace(tx, app, { actor, programme, act: 'changed', eventId, why, before });
  return true;
}
