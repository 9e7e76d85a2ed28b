import type { Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { App } from '#kernel/ports.ts';
import type { Role } from '#kernel/rights.ts';
import { changeOfRoles } from '../roles.ts';
import { deleteRoles, insertRoles, updatePerson } from '../store/people.ts';

/** Who did something for many people at once, why, and in which act, for the trail of each of them. */
type Doing = { readonly actorId: string; readonly why: string; readonly bulk: string };
type Changes<T> = readonly {
  readonly personId: string;
  readonly before: T;
  readonly after: T;
}[];

/** Puts people in units inside a bigger act that has made sure that the units are open and people stand where it says. */
export async function putInUnits(
  tx: Tx,
  app: Pick<App, 'clock'>,
  { moves, ...doing }: Doing & { readonly moves: Changes<string | null> },
): Promise<void> {
  for (const move of moves) {
    await updatePerson(tx, move.personId, { unitId: move.after });
    await trace(tx, app, { ...doing, act: 'unit-changed', ...move });
  }
}

/** Gives people exactly these roles inside a bigger act that has made sure that nobody is left without any. */
export async function putRoles(
  tx: Tx,
  app: Pick<App, 'clock'>,
  { changes, ...doing }: Doing & { readonly changes: Changes<readonly Role[]> },
): Promise<void> {
  for (const change of changes) {
    const { personId, before, after } = change;
    const { granted, withdrawn } = changeOfRoles(before, after);
    await deleteRoles(tx, personId, withdrawn);
    await insertRoles(tx, { personId, roles: granted, grantedAt: app.clock.now() });
    await trace(tx, app, { ...doing, act: 'roles-changed', ...change });
  }
}

async function trace(
  tx: Tx,
  app: Pick<App, 'clock'>,
  entry: Doing & {
    readonly act: 'unit-changed' | 'roles-changed';
    readonly personId: string;
    readonly before: unknown;
    readonly after: unknown;
  },
): Promise<void> {
  const { actorId, act, personId, before, after, why, bulk } = entry;
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId,
    act,
    subject: `person:${personId}`,
    detail: { before, after, why, bulk },
  });
}
