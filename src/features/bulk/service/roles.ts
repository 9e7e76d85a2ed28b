import type { Tx } from '#db/client.ts';
import { orderRoles } from '#features/identity/person.ts';
import { peopleOf, putRoles } from '#features/identity/service.ts';
import type { ProgrammeApp } from '#features/programme/service.ts';
import type { Role } from '#kernel/rights.ts';
import type { Line } from '../act.ts';
import type { Doing, Kind, Made, TakenBack } from './kind.ts';

const BATCH = 200;

/** Giving people a role beside those they have. */
export const giveRoleKind: Kind<'give-role'> = {
  batch: BATCH,
  async decide(db, _app, { settings: { role }, personIds }) {
    const people = await peopleOf({ db: { read: db } }, personIds);
    return [...people.values()].map(({ personId, roles, closedAt }) => {
      const has = roles.includes(role) ? 'already' : null;
      const left = closedAt !== null ? 'account-closed' : has;
      return {
        personId,
        before: { roles: [...roles] },
        after: { roles: withRole(roles, role) },
        left,
      };
    });
  },
  apply: (tx, app, doing, lines) => put(tx, app, doing, lines),
  undo: (tx, app, doing, lines) => takeBack(tx, app, doing, lines),
};

/** Taking a role from people who have another one beside it: nobody is left without any. */
export const takeRoleKind: Kind<'take-role'> = {
  batch: BATCH,
  async decide(db, _app, { settings: { role }, personIds }) {
    const people = await peopleOf({ db: { read: db } }, personIds);
    return [...people.values()].map(({ personId, roles, closedAt }) => {
      const last = roles.length === 1 ? 'only-role' : null;
      const held = roles.includes(role) ? last : 'already';
      const left = closedAt !== null ? 'account-closed' : held;
      return {
        personId,
        before: { roles: [...roles] },
        after: { roles: without(roles, role) },
        left,
      };
    });
  },
  apply: (tx, app, doing, lines) => put(tx, app, doing, lines),
  undo: (tx, app, doing, lines) => takeBack(tx, app, doing, lines),
};

const withRole = (roles: readonly Role[], role: Role) => orderRoles([...roles, role]);
const without = (roles: readonly Role[], role: Role) => roles.filter((one) => one !== role);

type RoleDoing = Doing<'give-role'> | Doing<'take-role'>;

async function put(
  tx: Tx,
  app: ProgrammeApp,
  { actId, actorId, why }: RoleDoing,
  lines: readonly Line[],
): Promise<Made[]> {
  const changes = lines.map(({ personId, before, after }) => {
    return { personId, before: before?.roles ?? [], after: after?.roles ?? [] };
  });
  await putRoles(tx, app, { changes, actorId, why, bulk: actId });
  return lines.map(({ personId }) => ({ personId, effect: null }));
}

/** Only the one role goes back; what else was changed since stays. */
async function takeBack(
  tx: Tx,
  app: ProgrammeApp,
  { actId, actorId, why, settings: { kind, role } }: RoleDoing,
  lines: readonly Line[],
): Promise<TakenBack[]> {
  const personIds = lines.map(({ personId }) => personId);
  const people = await peopleOf({ db: { read: tx } }, personIds);
  const told = lines.map(({ personId }) => {
    const before = people.get(personId)?.roles ?? [];
    const after = kind === 'give-role' ? without(before, role) : withRole(before, role);
    const isSame = before.includes(role) === (kind === 'give-role');
    const canGo = isSame && after.length > 0;
    return { personId, before, after, kept: canGo ? null : ('changed-since' as const) };
  });
  const changes = told.filter(({ kept }) => kept === null);
  await putRoles(tx, app, { changes, actorId, why, bulk: actId });
  return told;
}
